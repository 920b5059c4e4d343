using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Sensing;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Sensing;

public sealed class ReadingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private static (Reading Reading, Friction After) Read(string text, Friction? before = null, bool scoringOff = false, DateTimeOffset? at = null)
    {
        var (reading, after, _) = Shipped.ByCues.Sense.Read(text, before ?? Friction.None, scoringOff, at ?? Now);
        return (reading, after);
    }

    [Fact]
    public void EveryClaimIsAProbabilityAndDistressNeverRisesWithItsLevel()
    {
        foreach (var text in new[] { "", "hi", "this is ridiculous!!!", "I want to kill myself", "I can't cope any more", "I took all my pills, goodbye", "i am worried", "LN-1001", "死にたい" })
        {
            var r = Read(text).Reading;
            Assert.All([r.PFrustration, r.PDissatisfaction, r.PCrisis, r.PAsksHuman, r.PDeclinesHuman, r.PAbuse, r.PSarcasm, r.PDeniesDanger, r.PStopScoring, r.PLanguage, r.Frustration, r.Dissatisfaction], p => Assert.InRange(p, 0, 1));
            Assert.InRange(r.Sentiment, -1, 1);
            double[] odds = [r.PDistress.Low, r.PDistress.Moderate, r.PDistress.High, r.PDistress.Imminent];
            Assert.Equal(odds.OrderDescending(), odds);
        }
    }

    [Theory]
    [InlineData("where is my order", Distress.None)]
    [InlineData("i was scammed", Distress.Low)]
    [InlineData("I can't cope any more", Distress.Moderate)]
    [InlineData("I want to die", Distress.High)]
    [InlineData("I took all my pills", Distress.Imminent)]
    public void DistressHasItsLevels(string text, Distress level) => Assert.Equal(level, Read(text).Reading.Distress);

    [Fact]
    public void TheStrongestVoiceCountsWholeAndSynonymsLittle()
    {
        var one = Read("this is ridiculous").Reading.PFrustration;
        var many = Read("this is ridiculous and i am fed up and had enough").Reading.PFrustration;
        Assert.True(one > 0.5 && many > one && many < 1);
        var room = new float[3 * Weights.Claims.Length];
        float Score(string text)
        {
            var (heads, against) = (new float[Heads.Count], new float[Heads.Count]);
            var hits = Shipped.ByCues.Sense.Hear(text, Friction.None, Now).Hits;
            new CueScores(hits, room).To(hits, heads, against);
            return heads[Heads.Of("frustration_2")];
        }
        Assert.InRange(Score("this is ridiculous and i am fed up and had enough"), Score("this is ridiculous"), (1 + 0.34 * 2) * 3.6 + 1e-3);
    }

    [Fact]
    public void EvidenceQuotesTheWordsItStandsOn()
    {
        const string Text = "Honestly, this is RIDICULOUS!!";
        Assert.All(Read(Text).Reading.Evidence.Where(e => e.Source == "cue"), e => Assert.Equal(Text.Substring(e.Start, e.Length), e.Quote));
    }

    [Fact]
    public void ADenialDoesNotHideDangerThatStillStands()
    {
        Assert.True(Read("I don't want to die but I took all my pills").Reading.PCrisis > 0.6);
        Assert.True(Read("i was only joking about wanting to die").Reading.PCrisis < 0.18);
        Assert.True(Read("I don't want to die").Reading.PDeniesDanger < 0.1);
        Assert.True(Read("I am not suicidal").Reading is { PDeniesDanger: > 0.6, PCrisis: < 0.18 });
    }

    [Fact]
    public void DangerInPiecesIsReadTogetherInABurstAndNotLater()
    {
        Reading After(TimeSpan gap)
        {
            var (_, first) = Read("i want");
            var (_, second) = Read("to", first, at: Now + gap);
            return Read("die", second, at: Now + 2 * gap).Reading;
        }
        var burst = After(TimeSpan.FromSeconds(4));
        Assert.True(burst.PCrisis > 0.6);
        Assert.Equal("die", burst.Evidence.First(e => e.Claim == "distress_high").Quote);
        Assert.True(After(TimeSpan.FromSeconds(11)).PCrisis < 0.1);
    }

    [Fact]
    public void TheShippedListenerReadsABurstTogetherToo()
    {
        var sense = Shipped.Settings.Sense;
        var (_, first, _) = sense.Read("i want to", Friction.None, false, Now, "en");
        Assert.True(sense.Read("die", first, false, Now.AddSeconds(4), "en").Reading.PCrisis > 0.45);
        Assert.True(sense.Read("die", first, false, Now.AddSeconds(40), "en").Reading.PCrisis < 0.2);
    }

    [Fact]
    public void ScoringOffKeepsSafetyAndWishesAndForgetsMood()
    {
        var r = Read("this is ridiculous you idiots, i want to die, get me a human", scoringOff: true).Reading;
        Assert.Equal((0, 0, 0, 0, 0), (r.Sentiment, r.Frustration, r.PFrustration, r.PDissatisfaction, r.PAbuse));
        Assert.True(r is { PCrisis: > 0.6, PAsksHuman: > 0.5 });
        Assert.DoesNotContain(r.Evidence, e => e.Claim is "frustration" or "dissatisfaction" or "abuse");
        Assert.Equal(0, Read("this is ridiculous", scoringOff: true).After.Level);
        Assert.Equal(Distress.None, Read("i was scammed", scoringOff: true).Reading.Distress);
    }

    [Fact]
    public void FrictionAddsUpAndLeaksAway()
    {
        var level = Friction.None;
        var levels = new List<double>();
        for (var i = 0; i < 4; i++)
        {
            level = Read("this is ridiculous, I asked " + i, level, at: Now.AddMinutes(i)).After;
            levels.Add(level.Level);
        }
        Assert.Equal(levels.Order(), levels);
        Assert.InRange(levels[^1], 0.6, 1);
        var calm = Read("ok, where is it", level, at: Now.AddMinutes(3 + 12)).After.Level;
        Assert.InRange(calm, 0.4 * levels[^1], 0.65 * levels[^1]);
        Assert.InRange(Read("hello there", level, at: Now.AddHours(5)).After.Level, 0, 0.02);
        Assert.Equal((4, 0), (level.Turns, level.Abuse));
    }

    [Fact]
    public void FrictionOfHoursAgoIsNoEvidenceNow()
    {
        var angry = Friction.None with { Level = 0.8, At = Now, Turns = 3 };
        Assert.Contains(Read("hello", angry, at: Now.AddSeconds(30)).Reading.Evidence, e => e.Quote == "friction-so-far");
        Assert.DoesNotContain(Read("hello", angry, at: Now.AddHours(3)).Reading.Evidence, e => e.Quote == "friction-so-far");
    }

    [Fact]
    public void WhatTheExchangeShowsIsEvidenceToo()
    {
        string[] Events(string text, Friction before) => [.. Read(text, before).Reading.Evidence.Where(e => e.Source == "exchange").Select(e => e.Quote).Distinct().Order()];
        Assert.Contains(Read("WHERE IS IT NOW!!!").Reading.Evidence, e => e is { Claim: "frustration", Source: "model", Quote: "capitals" or "marks-3" });
        Assert.Equal(["not-understood", "said-again"], Events("where is my parcel", Friction.None with { Turns = 1, NotUnderstood = 1, LastWords = "where is my parcell", LastWordsAt = Now.AddMinutes(-1) }));
        Assert.Empty(Events("where is my parcel", Friction.None));
    }
}
