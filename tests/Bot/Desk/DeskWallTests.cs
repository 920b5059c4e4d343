namespace TrustBot.Tests.Desk;

public sealed class DeskWallTests
{
    private static readonly string[] Forbidden = [".Append(", "IPush", "lanes.", "Lanes ", ".Announce("];

    [Fact]
    public void TheDeskWritesNoStoreAndSpeaksToNoChannelItself()
    {
        var desk = Sources("Desk");
        Assert.True(desk.Count > 10, "The desk's sources were not found.");
        Assert.Empty(desk.SelectMany(Breaches));
    }

    [Fact]
    public void TheRuleSeesThoseWhoMay() => Assert.NotEmpty(Sources("Turns").SelectMany(Breaches));

    private static IEnumerable<string> Breaches((string File, string Text) source) =>
        Forbidden.Where(f => source.Text.Contains(f, StringComparison.Ordinal)).Select(f => $"{source.File}: {f}");

    private static List<(string File, string Text)> Sources(string folder)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "TrustBot.sln"))) root = root.Parent;
        return [.. Directory.EnumerateFiles(Path.Combine(root.FullName, "bot", folder), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Select(f => (f, File.ReadAllText(f)))];
    }
}
