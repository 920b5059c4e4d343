using TrustBot.Locales;

namespace TrustBot.Tests.Support;

/// <summary>The locale files of the tree, read once for all tests.</summary>
internal static class ShippedLocales
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "locales");

    public static LocaleFolder Folder { get; } = LocaleFolder.Open(Path);

    /// <summary>A copy of the cultures named, to be changed, with what every set needs.</summary>
    public static string Copy(params string[] cultures)
    {
        var copy = Directory.CreateTempSubdirectory("locales").FullName;
        foreach (var file in LocaleFolder.Files(Path).Where(f => f.Path is "policy.yaml" || f.Path.StartsWith("territories/", StringComparison.Ordinal) || cultures.Contains(f.Path.Split('/')[0])))
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.Combine(copy, file.Path))!);
            File.WriteAllText(System.IO.Path.Combine(copy, file.Path), file.Text);
        }
        return copy;
    }
}
