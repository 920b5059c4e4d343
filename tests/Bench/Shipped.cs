using TrustBot.Dialogs;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Bench;

/// <summary>The locale files of the tree.</summary>
internal static class Shipped
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "locales");

    public static Settings Settings() => Dialogs.Settings.Read(
        [.. Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => new LocaleFile(Path.GetRelativePath(Folder, f).Replace('\\', '/'), File.ReadAllText(f)))]).Settings!;
}
