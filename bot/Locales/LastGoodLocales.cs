using System.IO.Compression;
using System.Text.Json;
using TrustBot.Dialogs;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Locales;

/// <summary>
/// Keeps the last set of locale files that was good: a bot restarted while a designer's file is broken speaks on as it
/// did, and one restarted with the same files need not check them again. It is a help, not a duty: where it cannot be
/// written the bot says so and goes on without.
/// </summary>
internal sealed class LastGoodLocales(string path, ILogger<LastGoodLocales> log)
{
    private const string DigestFile = "digest.json";

    /// <summary>Another build may check more, so what an earlier one found good is checked again.</summary>
    private static readonly string Build = $"{typeof(Settings).Module.ModuleVersionId:N}{typeof(LastGoodLocales).Module.ModuleVersionId:N}";

    public void Keep(IReadOnlyList<LocaleFile> files, LocaleDigest digest)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var next = $"{path}.{Guid.NewGuid():N}";
            using (var zip = ZipFile.Open(next, ZipArchiveMode.Create))
            {
                using (var kept = zip.CreateEntry(DigestFile).Open()) JsonSerializer.Serialize(kept, new Kept(Build, digest));
                foreach (var file in files)
                {
                    using var text = new StreamWriter(zip.CreateEntry(file.Path, CompressionLevel.Fastest).Open());
                    text.Write(file.Text);
                }
            }
            File.Move(next, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            log.LogWarning("The last good locale files cannot be kept in {Path}: {Reason} A restart while they are broken would fail.", path, e.Message);
        }
    }

    /// <summary>The files kept; null when there are none, or none that can be read.</summary>
    public IReadOnlyList<LocaleFile>? Files() => Read<IReadOnlyList<LocaleFile>>(zip => [.. zip.Entries.Where(e => e.FullName != DigestFile).Select(Text)]);

    /// <summary>What is known of the files kept; null when this build of the bot has not checked them.</summary>
    public LocaleDigest? Digest() => Read(zip =>
    {
        if (zip.GetEntry(DigestFile) is not { } entry) return null;
        using var kept = entry.Open();
        return JsonSerializer.Deserialize<Kept>(kept) is { } read && read.Build == Build ? read.Digest : null;
    });

    private T? Read<T>(Func<ZipArchive, T?> read) where T : class
    {
        try
        {
            if (!File.Exists(path)) return null;
            using var zip = ZipFile.OpenRead(path);
            return read(zip);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            log.LogWarning("The last good locale files in {Path} cannot be read: {Reason}", path, e.Message);
            return null;
        }
    }

    private static LocaleFile Text(ZipArchiveEntry entry)
    {
        using var text = new StreamReader(entry.Open());
        return new(entry.FullName, text.ReadToEnd());
    }

    private sealed record Kept(string Build, LocaleDigest Digest);
}
