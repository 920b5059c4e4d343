using System.Diagnostics;
using System.Text.Json;
using TrustBot.Dialogs;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Bench;

/// <summary>
/// A start in a process that has run nothing yet, twice: with files that must be checked, and with the digest of files
/// that were checked before. A benchmark that warms up would measure neither.
/// </summary>
internal static class ColdLoad
{
    /// <summary>Each start in a process of its own, one after the other.</summary>
    public static int Compare(string folder)
    {
        var digest = Path.Combine(Path.GetTempPath(), $"trustbot-digest-{Environment.ProcessId}.json");
        try
        {
            return Start("checked", folder, digest) + Start("trusted", folder, digest) + Start("trusted-all", folder, digest);
        }
        finally
        {
            File.Delete(digest);
        }
    }

    /// <summary>One start in this process.</summary>
    /// <param name="how">checked, trusted (until the first message is read) or trusted-all (until every culture has spoken and listened).</param>
    /// <param name="folder">The locale files.</param>
    /// <param name="digestFile">Where the digest is kept.</param>
    public static int Run(string how, string folder, string digestFile)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => new LocaleFile(Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f))).ToList();
        var read = watch.ElapsedMilliseconds;
        var (settings, faults) = how == "checked" ? Settings.Read(files) : Settings.Trust(files, JsonSerializer.Deserialize<LocaleDigest>(File.ReadAllBytes(digestFile))!);
        if (settings is null)
        {
            Console.Error.WriteLine(string.Join('\n', faults.Where(f => f.Level == FaultLevel.Error)));
            return 1;
        }
        var loaded = watch.ElapsedMilliseconds;
        foreach (var culture in how == "trusted-all" ? settings.Locales.Cultures.Values : [settings.Locales[LocaleSet.Base]])
            settings.Sense.Read(culture.Topics.First().Value.Examples[0], Friction.None, false, DateTimeOffset.UnixEpoch, culture.Tag);
        watch.Stop();
        var kept = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0;
        Console.WriteLine($"{how,-11} {settings.Locales.Cultures.Count} cultures, {files.Sum(f => f.Text.Length) / 1048576.0:F1} M signs: files {read} ms, loaded {loaded - read} ms, first messages {watch.ElapsedMilliseconds - loaded} ms, in all {watch.ElapsedMilliseconds} ms; kept {kept:F1} MB");
        if (how == "checked") File.WriteAllBytes(digestFile, JsonSerializer.SerializeToUtf8Bytes(settings.Digest()));
        GC.KeepAlive(settings);
        GC.KeepAlive(files);
        return 0;
    }

    private static int Start(string how, string folder, string digest)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), "load", how, folder, digest]))!;
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Run as `dotnet TrustBot.Bench.dll`, the program is the first argument.</summary>
    private static string[] Host() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ColdLoad).Assembly.Location] : [];
}
