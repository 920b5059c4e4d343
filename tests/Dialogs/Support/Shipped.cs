using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Tests.Support;

/// <summary>The locale files of the tree, read once for all tests.</summary>
internal static class Shipped
{
    public static IReadOnlyList<LocaleFile> Files { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "locales"), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => new LocaleFile(Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "locales"), f).Replace('\\', '/'), File.ReadAllText(f)))];

    private static readonly Lazy<(Settings? Settings, IReadOnlyList<LocaleFault> Faults)> Read = new(() => Dialogs.Settings.Read(Files));

    public static IReadOnlyList<LocaleFault> Faults => Read.Value.Faults;

    public static Settings Settings => Read.Value.Settings
        ?? throw new InvalidOperationException(string.Join('\n', Faults.Where(f => f.Level == FaultLevel.Error)));

    /// <summary>The same, hearing by cues alone: what is exact here stays true when the listener is taught anew.</summary>
    public static Settings ByCues => Cues.Value;

    private static readonly Lazy<Settings> Cues = new(() => Settings.With(TrustBot.Dialogs.Sensing.Listener.CuesOnly));
}
