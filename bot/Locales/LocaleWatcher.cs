using Microsoft.Extensions.Options;

namespace TrustBot.Locales;

/// <summary>
/// Looks whether a locale file was saved, and reads them anew when it was. It looks at times and sizes rather than
/// waiting for the file system to call: mounted folders and editors that write a copy and rename it never call.
/// </summary>
internal sealed class LocaleWatcher(LocaleFolder folder, IOptions<LocaleOptions> options, TimeProvider clock, ILogger<LocaleWatcher> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.WatchMilliseconds <= 0) return;
        Tell();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.WatchMilliseconds), clock);
        var (used, seen) = (Fingerprint(), 0);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var now = Fingerprint();
                // Twice the same: whoever saves is done.
                if (now != used && now == seen) Reload(used = now);
                seen = now;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private void Reload(int _)
    {
        var before = folder.Current.Locales.Hash;
        folder.Reload();
        if (folder.Broken.Count == 0 && folder.Current.Locales.Hash != before)
            log.LogInformation("The locale files were read again: {Hash}, {Warnings} warnings.", folder.Current.Locales.Hash, folder.Warnings.Count);
        Tell();
    }

    private void Tell()
    {
        if (folder.Broken.Count == 0) return;
        log.LogError("The locale files in {Path} cannot be used; the last good set {Hash} speaks on.\n{Faults}",
            folder.Path, folder.Current.Locales.Hash, string.Join('\n', folder.Broken.Take(20)));
    }

    /// <summary>Changes whenever a file is added, taken away or written; 0 while the folder cannot be looked at.</summary>
    private int Fingerprint()
    {
        try
        {
            var hash = new HashCode();
            foreach (var file in new DirectoryInfo(folder.Path).EnumerateFiles("*.yaml", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal))
            {
                hash.Add(file.FullName);
                hash.Add(file.LastWriteTimeUtc.Ticks);
                hash.Add(file.Length);
            }
            return hash.ToHashCode();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
