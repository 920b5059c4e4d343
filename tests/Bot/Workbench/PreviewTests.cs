using TrustBot.Dialogs.Locales;
using TrustBot.Tests.Support;
using TrustBot.Workbench;

namespace TrustBot.Tests.Workbench;

public sealed class PreviewTests
{
    private static readonly LocaleSet Locales = ShippedLocales.Folder.Current.Locales;

    public static TheoryData<string> Tags() => [.. Locales.Cultures.Keys];

    [Theory]
    [MemberData(nameof(Tags))]
    public void EveryPhraseIsShownInEveryRegisterWithNoPlaceholderLeft(string tag)
    {
        var rows = PreviewRow.Of(Locales, Locales[tag]).ToList();
        Assert.Equal(Locales[tag].Voice.Phrases.Keys.Where(k => !k.StartsWith("desk-", StringComparison.Ordinal)), rows.Select(r => r.Key).Distinct());
        Assert.All(rows, r =>
        {
            Assert.NotEqual("", r.Text);
            Assert.DoesNotMatch(@"\{[a-z_]+[,}]", r.Text);
        });
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void TheBaseLanguageStandsBesideEachPhraseOfAnother(string tag)
    {
        if (tag == LocaleSet.Base) return;
        Assert.All(PreviewRow.Of(Locales, Locales[tag]).GroupBy(r => r.Key).Where(g => !g.Key.StartsWith(TopicExamples.AnswerPrefix, StringComparison.Ordinal)), g => Assert.Contains(g, r => r.Base.Length > 0));
    }

    [Fact]
    public void ThePageSetsLanguageAndDirectionOfEachCellAndRunsNothing()
    {
        var page = PreviewPage.Of(Locales, Locales["ja-JP"]);
        Assert.Contains("<td lang=\"ja-JP\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"base\" lang=\"en\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void TextMessagesShowTheirLength() =>
        Assert.Matches(@"^\d+ septets, 1 part$", PreviewRow.Of(Locales, Locales["en"]).First(r => r is { Key: "disclosure", How: "sms" }).Note);

    [Fact]
    public async Task AMessageIsReadWithItsEvidenceAndAnsweredInEachRegister()
    {
        var lines = await SaidPreview.Of(ShippedLocales.Folder.Current, Locales["en"], "this is ridiculous, where is my order LN-1001", new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
        Assert.Contains(lines, l => l.Contains("\"is ridiculous\"", StringComparison.Ordinal));
        foreach (var register in Locales["en"].Voice.Registers.Spoken)
            Assert.Contains(lines, l => l.StartsWith($"{register} (".ToLowerInvariant(), StringComparison.Ordinal));
        Assert.Equal(2, lines.Count(l => l.Contains("LN-1001", StringComparison.Ordinal) && l.Contains("delayed", StringComparison.Ordinal)));
    }
}
