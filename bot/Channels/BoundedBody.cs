namespace TrustBot.Channels;

/// <summary>Reads a request's body, and stops at a size instead of trusting the sender's word for it.</summary>
internal static class BoundedBody
{
    /// <summary>The largest activity accepted, in bytes; the same as the public Direct Line service.</summary>
    internal const int MostBytes = 256 * 1024;

    /// <returns>The bytes; null when there are more than <paramref name="most"/>.</returns>
    public static async Task<ReadOnlyMemory<byte>?> Read(HttpRequest request, CancellationToken cancel, int most = MostBytes)
    {
        if (request.ContentLength > most) return null;
        using var body = new MemoryStream(capacity: (int)(request.ContentLength ?? 1024));
        var buffer = new byte[8192];
        while (await request.Body.ReadAsync(buffer, cancel) is > 0 and var count)
        {
            if (body.Length + count > most) return null;
            body.Write(buffer, 0, count);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
