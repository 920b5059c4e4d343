using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Locales;

/// <summary>What lint says of texts that a reader of the language would stumble over.</summary>
public sealed class VoiceLintTests
{
    private const string German = """
        culture: de
        name: Deutsch
        human-word: Mensch
        register: { default: polite, follows: [casual, polite] }
        address:
          casual: { call: "{name}", marks: [du, dich, "dein*"] }
          polite: { call: "Frau/Herr {name}", marks: [Sie, Ihnen, "Ihr*"] }
        formats: { date: "d. MMMM", time: "HH:mm", join: " ", calendar-culture: de-DE }
        phrases:
          hello: Hallo {name}.
          sorry: { casual: { calm: Schade für dich. }, polite: { calm: Schade für Sie. } }
          count: "{n, plural, one {# Ding} other {# Dinge}}"
        """;

    private const string Disclosing = """
        disclosure-says: { ai: [AI], does: [help], does-not: [only a person], kept: [kept] }
        phrases:
          disclosure:
            any: { calm: "I am an AI and help; only a person decides. The chat is kept. Type {human_word}." }
            sms: "AI, I help; only a person decides. Chat is kept. Reply {human_word}."
        """;

    [Fact]
    public void TwoRegistersKeptApartHaveNoFault() => Assert.Empty(Of(German));

    [Theory]
    [InlineData("Schade für dich.", "Schade für Sie.", "`Sie` belongs to polite and stands in casual")]
    [InlineData("Schade für Sie.", "Das ist deine Sache.", "`dein*` belongs to casual and stands in polite")]
    [InlineData("Hallo {name}.", "Hallo {name}, wie geht es Ihnen?", "`Ihnen` belongs to polite and stands in casual")]
    public void AWordOfAnotherRegisterIsTold(string was, string now, string problem) => Assert.Contains(Of(German.Replace(was, now)), f => f.Problem == problem);

    [Theory]
    [InlineData("sie gehen")]
    [InlineData("Siebzig")]
    [InlineData("Studium")]
    public void AMarkIsAWordOfItsOwnAndCaseCounts(string text) => Assert.Empty(Of(German.Replace("Schade für dich.", text)));

    [Fact]
    public void ARegisterThatIsSpokenMustBeWorded() =>
        Assert.Contains(Of(German.Replace("casual: { calm: Schade für dich. }, ", "")), f => f is { Key: "phrases.sorry", Problem: "the register `casual` is not worded" });

    [Fact]
    public void TextLeftInTheBaseLanguageIsTold() =>
        Assert.Contains(Mini.Faults([("en/voice.yaml", Mini.Voice.Replace("Hello {name}.", "Hello {name}, we are glad that you write to us today.")), .. Files(German.Replace("Hallo {name}.", "Hello {name}, we are glad that you write to us today."))]),
            f => f.Path == "de/voice.yaml" && f.Problem.StartsWith("it is still in the language of en", StringComparison.Ordinal));

    [Theory]
    [InlineData("Latn", "Sоrry for that")]
    [InlineData("Hans", "我們會幫您")]
    [InlineData("Hant", "我们会帮您")]
    [InlineData("Jpan", "죄송합니다")]
    [InlineData("Thai", "ขอโทษ です")]
    public void ALetterOfAnotherScriptIsTold(string script, string text) =>
        Assert.Contains(Script(script, text), f => f.Problem.EndsWith($"is not of the script {script}", StringComparison.Ordinal));

    [Theory]
    [InlineData("Hans", "我们会帮您查订单LN-1001")]
    [InlineData("Hant", "我們會幫您查訂單LN-1001")]
    [InlineData("Jpan", "申し訳ありません。AIです")]
    [InlineData("Kore", "죄송합니다. AI입니다")]
    public void WhatIsWrittenInItsScriptIsNot(string script, string text) => Assert.Empty(Script(script, text));

    [Fact]
    public void ADisclosureThatSaysAllHasNoFault() => Assert.Empty(Disclosure(""));

    [Theory]
    [InlineData("I am an AI and help", "I am an assistant and help", "does not say `ai`")]
    [InlineData("The chat is kept.", "", "does not say `kept`")]
    [InlineData("AI, I help; only a person decides. Chat", "AI, I help. Chat", "does not say `does-not`")]
    [InlineData("kept: [kept]", "kept: []", "does not tell which words say `kept`")]
    [InlineData("Chat is kept. Reply {human_word}.", "Chat is kept.", "does not say {human_word}")]
    public void AFactTheDisclosureLeavesOutIsTold(string was, string now, string problem) =>
        Assert.Contains(Disclosure(was, now), f => f.Key == "phrases.disclosure" && f.Problem.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void ATextMessageOfTwoPartsIsTold()
    {
        var faults = Disclosure("Chat is kept.", "Chat is kept. " + new string('x', 100));
        Assert.Contains(faults, f => f.Problem.StartsWith("the text message needs 2 parts", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryPlaceholderTheCodeFillsHasASample() =>
        Assert.Equal(Phrases.Values, SampleValues.For("human", "en", null).Keys.Where(Phrases.Values.Contains));

    private static IReadOnlyList<LocaleFault> Of(string voice) => Mini.Faults(Files(voice));

    private static (string, string)[] Files(string voice) =>
        [("de/voice.yaml", voice), ("de/cues.yaml", Mini.Cues.Replace("culture: en", "culture: de")), ("de/topics.yaml", Mini.Topics.Replace("culture: en", "culture: de"))];

    private static List<LocaleFault> Script(string script, string text) =>
        [.. Of(German.Replace("human-word", $"script: {script}\nhuman-word").Replace("Schade für dich.", text)).Where(f => f.Problem.Contains("script", StringComparison.Ordinal) && f.Key == "phrases.sorry" && !f.Problem.Contains("`ü`", StringComparison.Ordinal))];

    private static IReadOnlyList<LocaleFault> Disclosure(string was, string now = "")
    {
        var voice = Mini.Voice.ReplaceLineEndings("\n").Replace("phrases:", Disclosing.ReplaceLineEndings("\n"));
        return Mini.Faults(("en/voice.yaml", was.Length == 0 ? voice : voice.Replace(was, now)));
    }
}
