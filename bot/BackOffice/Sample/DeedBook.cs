using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.BackOffice.Sample;

/// <summary>
/// The sample business's book of complaints and callbacks: one sealed line per deed in a file, appended and flushed
/// before it is answered; a key that comes again is answered as the first time.
/// </summary>
internal sealed class DeedBook(string path, IDataProtectionProvider protection) : IDisposable
{
    private readonly IDataProtector _seal = protection.CreateProtector("TrustBot.SampleBusiness");
    private readonly SemaphoreSlim _one = new(1, 1);
    private HashSet<string>? _keys;

    public async Task<string> Write(Effect effect, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            _keys ??= await Known(cancel);
            if (_keys.Contains(effect.Key)) return "already in the book";
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            var line = _seal.Protect(JsonSerializer.Serialize(effect, DeedJson.Default.Effect)) + "\n";
            // A line cut short by a crash must not swallow this one.
            await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(EndsInALine(file) ? line : "\n" + line), cancel);
            file.Flush(flushToDisk: true);
            _keys.Add(effect.Key);
            return "written in the book";
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<HashSet<string>> Known(CancellationToken cancel)
    {
        if (!File.Exists(path)) return [];
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in await File.ReadAllLinesAsync(path, cancel))
            if (Open(line) is { } effect) keys.Add(effect.Key);
        return keys;
    }

    /// <summary>Whether the last line is complete; goes to the end of the file.</summary>
    private static bool EndsInALine(FileStream file)
    {
        if (file.Length == 0) return true;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    /// <summary>A line cut short by a crash is no deed: it was never answered, and is written again.</summary>
    private Effect? Open(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(_seal.Unprotect(line), DeedJson.Default.Effect);
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>Writes one kind of deed into the book.</summary>
internal sealed class BookedDeed(string kind, DeedBook book) : IDeed
{
    public string Kind => kind;

    public Task<string> Do(Effect effect, CancellationToken cancel) => book.Write(effect, cancel);
}

[JsonSerializable(typeof(Effect))]
internal sealed partial class DeedJson : JsonSerializerContext;
