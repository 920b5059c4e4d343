using System.IO.Compression;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Locales;

/// <summary>
/// Keeps the last set of locale files that was good, so that a bot restarted while a designer's file is broken speaks on
/// as it did. It is a help, not a duty: where it cannot be written the bot says so and goes on without.
/// </summary>
internal sealed class LastGoodLocales(string path, ILogger<LastGoodLocales> log)
{
    public void Keep(IReadOnlyList<LocaleFile> files)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var next = path + ".new";
            using (var zip = ZipFile.Open(next, File.Exists(next) ? ZipArchiveMode.Update : ZipArchiveMode.Create))
            {
                foreach (var old in zip.Mode == ZipArchiveMode.Update ? [.. zip.Entries] : Array.Empty<ZipArchiveEntry>()) old.Delete();
                foreach (var file in files)
                {
                    using var text = new StreamWriter(zip.CreateEntry(file.Path).Open());
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
    public IReadOnlyList<LocaleFile>? Files()
    {
        try
        {
            if (!File.Exists(path)) return null;
            using var zip = ZipFile.OpenRead(path);
            return [.. zip.Entries.Select(Read)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            log.LogWarning("The last good locale files in {Path} cannot be read: {Reason}", path, e.Message);
            return null;
        }
    }

    private static LocaleFile Read(ZipArchiveEntry entry)
    {
        using var text = new StreamReader(entry.Open());
        return new(entry.FullName, text.ReadToEnd());
    }
}
