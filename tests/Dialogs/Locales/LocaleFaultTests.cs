using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Locales;

/// <summary>Each mistake a designer can make is told with file, line, key, problem and mend.</summary>
public sealed class LocaleFaultTests
{
    private const string Voices = "en/voice.yaml", CueFile = "en/cues.yaml", TopicFile = "en/topics.yaml", Intl = "territories/INTL.yaml", Japan = "territories/JP.yaml", German = "de/voice.yaml";

    private const string Line = """
        territory: JP
        zones: [Asia/Tokyo]
        emergency: "119"
        lines:
          - { name: A, kind: crisis, phone: "024", hours: always, as-of: "2026", source: s, confidence: high, verified-by: "B" }
        """;

    private const string Root = """
        culture: de
        name: Deutsch
        human-word: Mensch
        register: { default: polite }
        formats: { date: "d. MMMM", time: "HH:mm", join: " ", calendar-culture: de-DE }
        phrases:
          hello: Hallo {name}.
          sorry: { polite: { calm: Schade., strained: Schade., distressed: Schade. } }
          count: "{n, plural, one {# Ding} other {# Dinge}}"
        """;

    [Fact]
    public void TheSmallestSetHasNoFault() => Assert.Empty(Mini.Faults());

    [Theory]
    [InlineData(Voices, "name: English", "name: \"English", 0, "(file)", "", "indentation")]
    [InlineData(Voices, "phrases:", "phrases:\n  hello: a", 0, "(file)", "uplicate key", "doubled keys")]
    [InlineData(Voices, "human-word", "human-wrod", 3, "human-wrod", "is not a key here", "Did you mean `human-word`?")]
    [InlineData(Voices, "human-word: human\n", "", 1, "human-word", "missing", "Name the word")]
    [InlineData(Voices, "name: English\n", "", 1, "name", "`name` is missing", "Add a line `name:")]
    [InlineData(Voices, "culture: en\n", "culture: fr\n", 1, "culture", "stands in the folder `en`", "Give the folder")]
    [InlineData(Voices, "culture: en\n", "culture: not-a-culture\n", 1, "culture", "not a BCP 47", "ja-JP")]
    [InlineData(Voices, "default: polite", "default: royal", 4, "register.default", "register `royal`", "casual, polite or formal")]
    [InlineData(Voices, "register: { default: polite }\n", "", 1, "register", "missing", "default: polite")]
    [InlineData(Voices, "en-GB }", "xx-Quatsch }", 5, "formats.calendar-culture", "not a culture .NET knows", "en-GB")]
    [InlineData(Voices, "\"d MMMM\"", "\"%\"", 5, "formats.date", "not a pattern .NET can write", "dddd d MMMM")]
    [InlineData(Voices, "name: English", "name: English\ndirection: up", 3, "direction", "direction `up`", "ltr or rtl")]
    [InlineData(Voices, "Hello {name}.", "Hello {name.", 7, "phrases.hello", "is not closed", "README")]
    [InlineData(Voices, "Hello {name}.", "\"\"", 7, "phrases.hello", "empty", "Write its text")]
    [InlineData(Voices, "calm: Sorry.", "clam: Sorry.", 10, "phrases.sorry.polite.clam", "is not a key here", "Did you mean `calm`?")]
    [InlineData(Voices, "      calm: Sorry.\n", "", 10, "phrases.sorry.polite.calm", "`calm` is missing", "Write it first")]
    [InlineData(Voices, "one {# thing} ", "", 13, "phrases.count", "lacks the case `one`", "Add `one")]
    [InlineData(Voices, "calm: Sorry.", "calm: Sorry!", 9, "phrases.sorry", "exclamation mark", "without either")]
    [InlineData(Voices, "Sorry again.", "CafÃ© closed.", 9, "phrases.sorry", "wrong encoding", "UTF-8")]
    [InlineData(Voices, "Sorry again.", "It�s.", 9, "phrases.sorry", "wrong encoding", "UTF-8")]
    [InlineData(CueFile, "asks-human", "ask-human", 5, "groups.ask-human", "not a group of cues", "Did you mean `asks-human`?")]
    [InlineData(CueFile, "  distress-high: [want to die]\n", "", 0, "groups.distress-high", "missing or empty", "not heard")]
    [InlineData(CueFile, "  medical: [heart attack]\n", "", 0, "groups.medical", "missing or empty", "not heard")]
    [InlineData(CueFile, "[want to die]", "want to die", 6, "groups.distress-high", "is a list", "after a dash")]
    [InlineData(CueFile, "[want to die]", "[\"(want|die\"]", 6, "groups.distress-high[0]", "not closed with `)`", "README")]
    [InlineData(CueFile, "[want to die]", "[\"want)\"]", 6, "groups.distress-high[0]", "without its opening", "README")]
    [InlineData(CueFile, "[want to die]", "[\"want|die\"]", 6, "groups.distress-high[0]", "write `(a|b)`", "README")]
    [InlineData(CueFile, "[want to die]", "[\"..\"]", 6, "groups.distress-high[0]", "empty", "README")]
    [InlineData(CueFile, "[want to die]", "[{ pattern: die, weak: maybe }]", 6, "groups.distress-high[0].weak", "neither true nor false", "true or false")]
    [InlineData(CueFile, "[want to die]", "[{ pattern: die, risk: self-harm }]", 6, "groups.distress-high[0].risk", "not a topic of risk", "Did you mean `self_harm`?")]
    [InlineData(CueFile, "[not, no,", "[\"(not\", no,", 3, "negation.before[0]", "not closed", "README")]
    [InlineData(CueFile, "culture: en", "culture: de", 1, "culture", "stands in the folder `en`", "folder")]
    [InlineData(TopicFile, "name: an order, ", "", 3, "topics.order-status", "no `name`", "name:")]
    [InlineData(TopicFile, "examples: [where is my order]", "examples: []", 3, "topics.order-status", "no `examples`", "eight or more")]
    [InlineData(Intl, "https://example.org", "", 3, "lines", "no `web`", "any country")]
    [InlineData(Japan, "\"119\"", "119", 3, "emergency", "not in quotes", "Quote it")]
    [InlineData(Japan, "emergency: \"119\"\n", "", 1, "emergency", "missing", "emergency numbers")]
    [InlineData(Japan, "\"024\"", "024", 5, "lines[0].phone", "not in quotes", "024")]
    [InlineData(Japan, "hours: always", "hours: mostly", 5, "lines[0].hours", "cannot be computed", "always, unknown")]
    [InlineData(Japan, "hours: always", "hours: [{ days: [mon], from: \"25:00\", to: \"26:00\" }], zone: Asia/Tokyo", 5, "lines[0].hours[0].from", "not a time of day", "16:00")]
    [InlineData(Japan, "hours: always", "hours: [{ days: [mon], from: \"22:00\", to: \"06:00\" }], zone: Asia/Tokyo", 5, "lines[0].hours[0].to", "closes before it opens", "two windows")]
    [InlineData(Japan, "hours: always", "hours: [{ days: [moonday], from: \"10:00\", to: \"16:00\" }], zone: Asia/Tokyo", 5, "lines[0].hours[0].days", "days are not known", "mon, tue")]
    [InlineData(Japan, "hours: always", "hours: [{ days: [mon], from: \"10:00\", to: \"16:00\" }]", 5, "lines[0].zone", "hours need a zone", "Asia/Tokyo")]
    [InlineData(Japan, "Asia/Tokyo", "Asia/Tokio", 2, "zones", "not an IANA", "Asia/Tokyo")]
    [InlineData(Japan, "territory: JP", "territory: SG", 1, "territory", "stands in the file `JP.yaml`", "code")]
    [InlineData(Japan, "kind: crisis", "kind: help", 5, "lines[0].kind", "kind `help`", "crisis, domestic-violence")]
    [InlineData(Japan, "as-of: \"2026\"", "as-of: \"last year\"", 5, "lines[0].as-of", "is not a date", "2026-01-31")]
    [InlineData(Japan, "lines:", "notices: [{ law: L, since: \"2026\", says: that it is an AI, met-by: [helo], source: s }]\nlines:", 0, "notices.L", "`helo`, which is no phrase", "Did you mean `hello`?")]
    [InlineData(Japan, "lines:", "notices: [{ law: L, since: soon, says: that it is an AI, met-by: [hello], source: s }]\nlines:", 4, "notices[0].since", "is not a date", "2026-01-31")]
    [InlineData(Japan, "lines:", "notices: [{ law: L, since: \"2026\", says: that it is an AI, source: s }]\nlines:", 4, "notices[0].met-by", "missing", "met-by: [disclosure]")]
    [InlineData(German, "  hello: Hallo {name}.\n", "", 0, "phrases.hello", "the phrase is missing", "Hello {name}.")]
    [InlineData(German, "{name}", "{nam}", 7, "phrases.hello", "`{nam}` is never filled", "Did you mean `name`?")]
    [InlineData(German, "{ polite: { calm: Schade., strained: Schade., distressed: Schade. } }", "Schade.", 8, "phrases.sorry", "not worded for moods", "calm, strained and distressed")]
    [InlineData(German, "name: Deutsch", "name: Deutsch\nover: fr", 3, "over", "stands over `fr`, which is not there", "Name a culture")]
    [InlineData(German, "name: Deutsch", "name: Deutsch\nover: de", 3, "over", "or stands over it", "Name a culture")]
    public void AMistakeIsToldWhereItStandsAndHowToMendIt(string path, string was, string now, int line, string key, string problem, string mend)
    {
        var text = (path switch { Voices => Mini.Voice, CueFile => Mini.Cues, TopicFile => Mini.Topics, Intl => Mini.International, Japan => Line, _ => Root }).ReplaceLineEndings("\n");
        Assert.Contains(was, text, StringComparison.Ordinal);
        (string, string)[] files = path == German
            ? [(path, text.Replace(was, now)), ("de/cues.yaml", Mini.Cues.Replace("culture: en", "culture: de")), ("de/topics.yaml", Mini.Topics.Replace("culture: en", "culture: de"))]
            : [(path, text.Replace(was, now))];
        var faults = Mini.Faults(files);
        var fault = faults.FirstOrDefault(f => f.Key == key && f.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.True(fault is not null, string.Join('\n', faults));
        Assert.Equal((path, FaultLevel.Error), (fault.Path, fault.Level));
        if (line > 0) Assert.Equal(line, fault.Line);
        Assert.Contains(mend, fault.Mend, StringComparison.Ordinal);
        Assert.Null(LocaleReader.Read(Mini.With(files)).Set);
    }

    [Fact]
    public void APatternThatStandsForTooManySpellingsIsToldSo()
    {
        var pattern = string.Concat(Enumerable.Repeat("(a|b|c|d|e|f|g|h|i|j)", 5));
        Assert.Contains(Mini.Faults((CueFile, Mini.Cues.Replace("want to die", $"\"{pattern}\""))), f => f.Problem.Contains("more than 20000 spellings", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoThatStandOverEachOtherAreBothTold()
    {
        string Over(string tag, string over) => $"culture: {tag}\nname: x\nover: {over}\n";
        var faults = Mini.Faults(("de/voice.yaml", Over("de", "fr")), ("fr/voice.yaml", Over("fr", "de")));
        Assert.Equal(["de/voice.yaml", "fr/voice.yaml"], faults.Where(f => f.Key == "over").Select(f => f.Path));
    }

    [Fact]
    public void AZoneInTwoTerritoriesIsAFault() => Assert.Contains(
        Mini.Faults((Japan, Line), ("territories/KR.yaml", Line.Replace("JP", "KR"))), f => f.Key == "zones" && f.Problem.Contains("JP and KR", StringComparison.Ordinal));

    [Fact]
    public void ALineOfHelpWithoutItsNumberIsAnErrorAndAMissingNameAWarning()
    {
        var english = Mini.Voice + "\n  crisis: Call {contact}.";
        FaultLevel Level(string german, string key) => Mini.Faults((Voices, english), (German, german),
            ("de/cues.yaml", Mini.Cues.Replace("culture: en", "culture: de")), ("de/topics.yaml", Mini.Topics.Replace("culture: en", "culture: de"))).Single(f => f.Key == key && f.Problem.Contains("leaves out", StringComparison.Ordinal)).Level;
        Assert.Equal(FaultLevel.Error, Level(Root + "\n  crisis: Rufen Sie an.", "phrases.crisis"));
        Assert.Equal(FaultLevel.Warning, Level(Root.Replace("Hallo {name}.", "Hallo.") + "\n  crisis: Rufen Sie {contact} an.", "phrases.hello"));
    }

    [Fact]
    public void ALineNobodyHasCalledIsAWarningAndTheSetIsUsable()
    {
        var (set, faults) = LocaleReader.Read(Mini.With((Japan, Line.Replace(", verified-by: \"B\"", ""))));
        Assert.NotNull(set);
        var fault = Assert.Single(faults);
        Assert.Equal((FaultLevel.Warning, 5), (fault.Level, fault.Line));
    }

    [Fact]
    public void AFaultReadsAsOneLineWithPlaceAndColumn()
    {
        var fault = Mini.Faults((Voices, Mini.Voice.Replace("default: polite", "default: royal")))[0];
        Assert.Equal("en/voice.yaml:4:22: error: register.default: register `royal` is not known. Use casual, polite or formal", fault.ToString());
    }

    [Fact]
    public void AKeyThatIsNoWordIsAFaultAndNoCrash() =>
        Assert.Contains(Mini.Faults((Voices, Mini.Voice + "\n? [a, b]\n: c")), f => f.Problem.Contains("not a word", StringComparison.Ordinal));
}
