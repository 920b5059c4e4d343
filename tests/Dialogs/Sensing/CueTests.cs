using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Sensing;

/// <summary>What a pattern hears, what negates it, what hides it.</summary>
public sealed class CueTests
{
    private static bool Hears(string text, string pattern) => Mini.Hear(text, ("abuse", $"[\"{pattern}\"]")).Any(h => h.Group == "abuse");

    [Theory]
    [InlineData("you are rude", "rude", true)]
    [InlineData("you are RUDE!", "rude", true)]
    [InlineData("intruder", "rude", false)]
    [InlineData("ruder", "rude", false)]
    [InlineData("ruder", "rude*", true)]
    [InlineData("rude people", "rude*", true)]
    [InlineData("crude", "rude*", false)]
    [InlineData("go away now", "go .. now", true)]
    [InlineData("go one two three four now", "go .. now", true)]
    [InlineData("go one two three four five now", "go .. now", false)]
    [InlineData("now go", "go .. now", false)]
    [InlineData("gonow", "go .. now", false)]
    [InlineData("hitting me hard", "hit* me", true)]
    [InlineData("hit me", "(hit*|beats) me", true)]
    [InlineData("he hits all of me", "(hit*|beats) me", true)]
    [InlineData("beats me", "(hit*|beats) me", true)]
    [InlineData("beats on me", "(hit*|beats) me", false)]
    [InlineData("you there", "you [over] there", true)]
    [InlineData("you over there", "you [over] there", true)]
    [InlineData("you right over there", "you [over] there", false)]
    [InlineData("f*** you", "f*** you", true)]
    [InlineData("pleaseee go", "please go", true)]
    [InlineData("that is sooo baaaad", "so bad", true)]
    [InlineData("goooood", "good", true)]
    [InlineData("ばかと言った", "ばか", true)]
    [InlineData("お前は本当にどうしようもないばか", "お前 .. ばか", true)]
    [InlineData("お前は一二三四五六七八九十一二三ばか", "お前 .. ばか", false)]
    [InlineData("お前は ばか", "お前はばか", false)]
    [InlineData("リリースbakaリリース", "baka", true)]
    [InlineData("मरा", "मर", false)]
    public void APatternHearsWordsAndNotPartsOfThem(string text, string pattern, bool heard) => Assert.Equal(heard, Hears(text, pattern));

    [Fact]
    public void TheSameLettersWithAnOpenEndAndWithoutAreTwoCues()
    {
        string[] Groups(string text) => [.. Mini.Hear(text, ("abuse", "[rude]"), ("threat", "[\"rude*\"]")).Select(h => h.Group).Order()];
        Assert.Equal(["abuse", "threat"], Groups("rude"));
        Assert.Equal(["threat"], Groups("rudest"));
    }

    [Fact]
    public void APieceInsideAnotherIsHeardToo() =>
        Assert.Equal(["abuse", "churn", "threat"], Mini.Hear("abcd", ("abuse", "[\"abcd\"]"), ("threat", "[\"abc*\"]"), ("churn", "[\"ab*\"]")).Select(h => h.Group).Order());

    [Fact]
    public void AWholePatternWantsTheWholeMessage()
    {
        Assert.Contains(Mini.Hear("  Yes!! "), h => h.Group == "yes");
        Assert.DoesNotContain(Mini.Hear("yes but"), h => h.Group == "yes");
    }

    [Fact]
    public void ASpanQuotesTheCustomersOwnWords()
    {
        const string Text = "well… I WANT   to dïe";
        var hit = Mini.Hear(Text, ("churn", "[\"want to dïe\"]")).Single(h => h.Group == "churn");
        Assert.Equal("WANT   to dïe", Text.Substring(hit.Start, hit.Length));
    }

    [Fact]
    public void SeveralLanguagesInOneSentenceAreHeardAtOnce()
    {
        var set = Mini.Set(("ja-JP/voice.yaml", Mini.Voice.Replace("culture: en\n", "culture: ja-JP\n")),
            ("ja-JP/cues.yaml", Mini.Cues.Replace("culture: en", "culture: ja-JP").Replace("want to die", "死にたい")), ("ja-JP/topics.yaml", Mini.Topics.Replace("culture: en", "culture: ja-JP")));
        var hits = Dialogs.Sensing.CueHits.In(Dialogs.Sensing.Normaliser.Normalise("もう死にたい, i want to die"), new(set));
        Assert.Equal(["en", "ja-JP"], hits.Where(h => h.Group == "distress-high").Select(h => h.Culture).Order());
    }

    [Theory]
    [InlineData("this is fine", false)]
    [InlineData("this is not fine", true)]
    [InlineData("don't call this fine", true)]
    [InlineData("not now or ever again fine", false)]
    [InlineData("not now, fine", false)]
    [InlineData("not now — fine", false)]
    [InlineData("no it is fine", false)]
    [InlineData("it is no fine", true)]
    public void ANegationReachesThreeWordsAndNoFurtherThanTheClause(string text, bool negated) =>
        Assert.Equal(negated, Mini.Hear(text, ("positive", "[fine]")).Single(h => h.Group == "positive").Negated);

    [Theory]
    [InlineData("I don't want to die", true)]
    [InlineData("not, I want to die", false)]
    [InlineData("no one cares i want to die", false)]
    [InlineData("not joking i want to die", false)]
    [InlineData("no i want to die", false)]
    public void OnlyWhatStandsDirectlyBeforeNegatesDanger(string text, bool negated) =>
        Assert.Equal(negated, Mini.Hear(text).Single(h => h.Group == "distress-high").Negated);

    [Theory]
    [InlineData("死にたいわけではない", true)]
    [InlineData("死にたい。わけではない", false)]
    [InlineData("死にたい", false)]
    public void LanguagesThatNegateAtTheEndAreUnderstood(string text, bool negated)
    {
        var cues = Mini.Cues.ReplaceLineEndings("\n").Replace("\"don't\"]", "\"don't\"]\n  after: [\"わけではない\"]").Replace("want to die", "死にたい");
        var hits = Dialogs.Sensing.CueHits.In(Dialogs.Sensing.Normaliser.Normalise(text), new(Mini.Set(("en/cues.yaml", cues))));
        Assert.Equal(negated, hits.Single(h => h.Group == "distress-high").Negated);
    }

    [Fact]
    public void ALongerCueSpeaksForTheShorterOnesInIt() =>
        Assert.Equal(["going to hurt myself"], Mini.Hear("i am going to hurt myself", ("distress-high", "[going to hurt myself, hurt myself, { pattern: hurt, weak: true }]")).Select(h => h.Cue.Pattern.Source));

    [Theory]
    [InlineData("[want to die, { pattern: want to die, weak: true }]")]
    [InlineData("[{ pattern: want to die, weak: true }, want to die]")]
    public void OfTwoCuesForTheSameWordsTheStrongOneSpeaks(string patterns) =>
        Assert.False(Assert.Single(Mini.Hear("i want to die", ("distress-high", patterns))).Cue.Weak);

    [Theory]
    [InlineData("i want to die of shame", 0)]
    [InlineData("i want to die of shame, no really, i want to die", 1)]
    [InlineData("die of shame, want to die", 1)]
    [InlineData("want to die of thirst", 1)]
    public void AnIdiomHidesOnlyWhatItCovers(string text, int heard) =>
        Assert.Equal(heard, Mini.Hear(text, ("idioms", "[want to die of shame, die of]")).Count(h => h.Group == "distress-high"));

    [Theory]
    [InlineData("are you a human", false)]
    [InlineData("give me a human", true)]
    [InlineData("are you a human? then give me a human", true)]
    public void WhoAsksWhatWeAreDoesNotAskForAPerson(string text, bool asks) =>
        Assert.Equal(asks, Mini.Hear(text, ("are-you-human", "[are you a human]")).Any(h => h.Group == "asks-human"));

    [Theory]
    [InlineData("why can't i talk to a human", true)]
    [InlineData("no i want to talk to a human", true)]
    [InlineData("you don't have a real person there", true)]
    [InlineData("I don't want to talk to a human", false)]
    [InlineData("don't transfer me to a human please", false)]
    [InlineData("no human please", false)]
    public void ARequestForAPersonIsHeardThroughAComplaintThatThereIsNone(string text, bool asks)
    {
        var reading = Shipped.ByCues.Sense.Read(text, Dialogs.Conversations.Friction.None, false, DateTimeOffset.UnixEpoch).Reading;
        Assert.True(reading.PAsksHuman > 0.5 == asks, $"{reading.PAsksHuman}");
    }
}
