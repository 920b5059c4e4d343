using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.House;

/// <summary>The list of needed phrases and the code hold each other: no key without words, no words for nothing.</summary>
public sealed class PhraseUseTests
{
    private static readonly IReadOnlyList<CodeFile> Product = [.. CodeFile.In("dialogs").Where(f => !f.Path.EndsWith("Speaking/Phrases.cs", StringComparison.Ordinal))];

    /// <summary>Words that only other projects or channels to come ask for.</summary>
    private static readonly string[] ForLater = ["business-name", "desk-situation-first", "desk-wanted-topic", "daypart-morning", "daypart-afternoon", "daypart-evening"];

    [Fact]
    public void EachKeyTheCodeNamesIsOnTheList() => Verdict.Clean(
        from file in Product
        from use in PhraseUses.Keys(file)
        where !Phrases.Needed.Contains(use.Key) && !Phrases.Desk.Contains(use.Key)
        select $"{use.Place}: `{use.Key}` is not in Phrases.Needed");

    [Fact]
    public void EachKeyOnTheListIsUsed()
    {
        var mentioned = Product.SelectMany(PhraseUses.Mentions).ToHashSet(StringComparer.Ordinal);
        var begun = mentioned.Where(m => m.EndsWith("-*", StringComparison.Ordinal) && m.Length > 3).Select(m => m[..^1]).ToList();
        Verdict.Clean(Phrases.Needed.Concat(Phrases.Desk).Except(ForLater)
            .Where(k => !mentioned.Contains(k) && !begun.Exists(b => k.StartsWith(b, StringComparison.Ordinal)))
            .Select(k => $"Phrases.cs: `{k}` is used nowhere in dialogs/"));
    }

    [Fact]
    public void NoPlaceholderIsLeftUnfilled()
    {
        var phrases = Shipped.Settings.Locales[LocaleSet.Base].Voice.Phrases;
        Verdict.Clean(
            from file in Product
            from line in PhraseUses.Filled(file)
            where phrases.ContainsKey(line.Key)
            from name in phrases[line.Key].All().SelectMany(t => t.Placeholders).Distinct()
            where !line.Names.Contains(name)
            select $"{line.Place}: `{line.Key}` is said without its {{{name}}}");
    }

    [Theory]
    [InlineData("var l = Line.Of(\"no-such-key\");", "no-such-key")]
    [InlineData("var d = new Draft { Chips = x ? [\"chip-other\"] : [] };", "chip-other")]
    [InlineData("var t = Wording.Label(style, \"some-label\");", "some-label")]
    public void AKeyIsSeen(string statement, string key) => Assert.Equal([key], PhraseUses.Keys(CodeFile.Parse("a.cs", statement)).Select(k => k.Key));

    [Fact]
    public void AMissingValueIsSeen() =>
        Assert.Equal(["name"], PhraseUses.Filled(CodeFile.Parse("a.cs", "var l = Line.Of(\"a-key\", (\"name\", x));")).Single().Names);
}
