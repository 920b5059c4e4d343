using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Sensing;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Sensing;

/// <summary>Spellings that a pattern hears besides its own.</summary>
public sealed class AlikeTests
{
    private static bool Hears(string text, string cue, string marks = "marks: optional") =>
        CueHits.In(Normaliser.Normalise(text), new(Mini.Set(("en/cues.yaml", $"{Mini.Cues.ReplaceLineEndings("\n")}\n  abuse: [{cue}]\n{marks}\n")))).Any(h => h.Group == "abuse");

    [Theory]
    [InlineData("không được", "không được", true)]
    [InlineData("khong duoc", "không được", true)]
    [InlineData("không duoc", "không được", true)]
    [InlineData("KHÔNG ĐƯƠC", "không được", true)]
    [InlineData("từ từ", "tự tử", false)]
    [InlineData("tu tu", "tự tử", true)]
    [InlineData("tư tu", "tự tử", true)]
    [InlineData("hòa", "hoà", true)]
    [InlineData("hoa", "hòa", true)]
    [InlineData("hóa", "hoa", false)]
    [InlineData("für", "für", true)]
    [InlineData("fuer", "für", true)]
    [InlineData("fur", "für", true)]
    [InlineData("ueberfluessig", "überflüssig", true)]
    [InlineData("überfluessig", "überflüssig", true)]
    [InlineData("ue", "ü", true)]
    [InlineData("fuor", "für", false)]
    [InlineData("STRASSE", "straße", true)]
    [InlineData("für", "fur", false)]
    [InlineData("schluess", "schlüss", true)]
    [InlineData("kotzuebel bin ich", "kotzübel", true)]
    [InlineData("das ist kotzuebelste", "kotzübel*", true)]
    [InlineData("decu", "déçu", true)]
    [InlineData("ca ne va pas", "ça .. va", true)]
    public void MarksMayBeLeftOutAndNeverChanged(string text, string pattern, bool heard) => Assert.Equal(heard, Hears(text, $"\"{pattern}\""));

    [Fact]
    public void MarksMatterUnlessACultureOrACueSaysOtherwise()
    {
        Assert.False(Hears("khong", "không", ""));
        Assert.False(Hears("khong", "{ pattern: không, marks: matter }"));
        Assert.True(Hears("khong", "{ pattern: không, marks: optional }", "marks: matter"));
        Assert.Contains(Mini.Faults(("en/cues.yaml", Mini.Cues + "\nmarks: perhaps\n")), f => f.Key == "marks" && f.Level == FaultLevel.Error);
    }

    [Theory]
    [InlineData("沒有藥", "没有药", true)]
    [InlineData("没有药", "沒有藥", true)]
    [InlineData("髮型", "發型", true)]
    [InlineData("天", "夫", false)]
    [InlineData("シニタイ", "しにたい", true)]
    [InlineData("もうｼﾆﾀｲ。", "しにたい", true)]
    [InlineData("お前バカか", "ばか", true)]
    [InlineData("お前ばかり", "バカ", false)]
    [InlineData("バカンス", "ばか", false)]
    [InlineData("バカンス", "バカ", true)]
    [InlineData("シネマ", "しね", false)]
    [InlineData("カシネ", "しね", false)]
    [InlineData("この野郎ラシネ", "野郎 .. しね", false)]
    public void ChineseAndKanaAreHeardInBothFormsWhereTheWordIsWhole(string text, string pattern, bool heard) => Assert.Equal(heard, Hears(text, $"\"{pattern}\"", ""));
}
