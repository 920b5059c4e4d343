using Microsoft.Extensions.Options;

namespace TrustBot.Channels.DirectLine;

/// <summary>Which pages may call (DL-20). Programs that are no browser send no Origin and are judged by their token.</summary>
internal sealed class Origins(IOptions<DirectLineOptions> options)
{
    /// <param name="request">The call.</param>
    /// <param name="tokens">Sites named in the token; when there are any, the configured ones do not count.</param>
    public bool Allow(HttpRequest request, string[] tokens)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return request.Headers["Sec-Fetch-Site"].ToString() is not "cross-site";
        return IsOwn(origin, request) || (tokens.Length > 0 ? tokens : options.Value.AllowedOrigins).Contains(origin, StringComparer.Ordinal);
    }

    // The host alone is compared: behind a proxy that ends TLS the scheme we see is not the one the browser used.
    private bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || options.Value.PublicUrl is { } own && new Uri(own).Authority == uri.Authority);
}
