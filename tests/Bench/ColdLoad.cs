using System.Diagnostics;
using TrustBot.Dialogs;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Bench;

/// <summary>A first start in a process that has run nothing yet: what is read, checked and compiled, and what it keeps.</summary>
internal static class ColdLoad
{
    public static int Run(string folder)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => new LocaleFile(Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f))).ToList();
        var read = watch.ElapsedMilliseconds;
        var (settings, faults) = Settings.Read(files);
        if (settings is null)
        {
            Console.Error.WriteLine(string.Join('\n', faults.Where(f => f.Level == FaultLevel.Error)));
            return 1;
        }
        var checkedAt = watch.ElapsedMilliseconds;
        settings.Sense.Read("where is my order", Friction.None, false, DateTimeOffset.UnixEpoch);
        var heard = watch.ElapsedMilliseconds;
        var peak = GC.GetTotalAllocatedBytes() / 1048576.0;
        files = null;
        faults = [];
        var kept = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0;
        Console.WriteLine($"{settings.Locales.Cultures.Count} cultures: files {read} ms, checked and compiled {checkedAt - read} ms, first message {heard - checkedAt} ms, in all {heard} ms; kept {kept:F1} MB, allocated {peak:F0} MB");
        GC.KeepAlive(settings);
        return 0;
    }
}
