using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Tests.Support;
using TrustBot.Dialogs.Triage;

namespace TrustBot.Dialogs.Tests.Triage;

/// <summary>The table of decisions, row by row: the first row that holds decides.</summary>
public sealed class DecideTests
{
    private static readonly Policy Policy = Shipped.Settings.Policy;
    private static readonly Reading Nothing = new() { Language = "en" };
    private static readonly Friction Full = Friction.None with { Level = 1 };

    private static Conversation In(string culture = "en", Custody custody = Custody.Bot, Danger danger = Danger.None) =>
        Conversation.Open("c", Conversations.Some.Reference, "en", Conversations.Some.Now) with { Culture = culture, Custody = custody, Danger = danger };

    private static Decision What(Reading reading, double friction = 0, Conversation? conversation = null) =>
        Decide.What(reading, Friction.None with { Level = friction }, conversation ?? In(), Policy);

    private static Reading Risky(string topic) => Nothing with { Risk = ImmutableSortedDictionary<string, double>.Empty.Add(topic, 0.9) };

    [Fact]
    public void NothingHeardGoesOn() => Assert.Equal((Act.Continue, Tier.Low, 0), (What(Nothing).Act, What(Nothing).Tier, What(Nothing).Reasons.Length));

    [Fact]
    public void DangerComesBeforeEverything()
    {
        var all = Nothing with { PCrisis = 0.6, PAsksHuman = 1, PFrustration = 1, PAbuse = 1, Risk = Risky("fraud_in_progress").Risk, PDistress = new(1, 1, 0.6, 0.6) };
        var decision = Decide.What(all, Full, In(), Policy);
        Assert.Equal((Act.Crisis, Tier.High, ReasonCodes.Crisis), (decision.Act, decision.Tier, decision.Reasons[0].Code));
    }

    [Fact]
    public void ARequestForAHumanComesBeforeEveryRuleThatAsksFirst()
    {
        var decision = Decide.What(Nothing with { PAsksHuman = 0.5, PCrisis = 0.39, PDistress = new(1, 1, 0.39, 0.3), PFrustration = 1, Risk = Risky("legal_threat").Risk }, Full, In(), Policy);
        Assert.Equal((Act.HandOffNow, ReasonCodes.AskedForHuman), (decision.Act, decision.Reasons[0].Code));
        Assert.Equal(Tier.High, What(Nothing with { PAsksHuman = 1 }, conversation: In(danger: Danger.Crisis)).Tier);
    }

    [Theory]
    [InlineData("fraud_in_progress", Act.HandOffNow, Tier.High)]
    [InlineData("harm_to_others", Act.HandOffNow, Tier.High)]
    [InlineData("legal_threat", Act.OfferHuman, Tier.High)]
    [InlineData("media_threat", Act.OfferHuman, Tier.Medium)]
    [InlineData("bereavement", Act.OfferHuman, Tier.High)]
    [InlineData("churn", Act.Continue, Tier.Low)]
    public void ATopicOfRiskBringsAboutWhatThePolicySays(string topic, Act act, Tier tier)
    {
        var decision = What(Risky(topic));
        Assert.Equal((act, tier), (decision.Act, decision.Tier));
        if (act != Act.Continue) Assert.Equal(ReasonCodes.HighRisk, decision.Reasons[0].Code);
    }

    [Fact]
    public void WhatMightBeDangerGetsCareAndARiskThatHandsOffComesBeforeIt()
    {
        Assert.Equal((Act.Care, Tier.High), (What(Nothing with { PCrisis = 0.18 }).Act, What(Nothing with { PCrisis = 0.18 }).Tier));
        Assert.Equal(Act.HandOffNow, What(Risky("fraud_in_progress") with { PCrisis = 0.3 }).Act);
        Assert.Equal(Act.Care, What(Risky("legal_threat") with { PCrisis = 0.3 }).Act);
    }

    [Fact]
    public void ADenialNeverHidesDangerThatStillStands()
    {
        Assert.Equal(Act.Crisis, What(Nothing with { PCrisis = 0.7, PDeniesDanger = 0.99 }).Act);
        Assert.Equal(Act.Care, What(Nothing with { PCrisis = 0.3, PDeniesDanger = 0.99 }).Act);
        Assert.Equal(Act.Continue, What(Nothing with { PCrisis = 0.3, PDeniesDanger = 0.99 }, conversation: In(danger: Danger.Crisis)).Act);
    }

    [Theory]
    [InlineData(0.62, Act.HandOffNow)]
    [InlineData(0.61, Act.OfferHuman)]
    [InlineData(0.42, Act.OfferHuman)]
    [InlineData(0.41, Act.Soften)]
    [InlineData(0.24, Act.Soften)]
    [InlineData(0.23, Act.Continue)]
    public void FrictionClimbsTheLadder(double friction, Act act) => Assert.Equal(act, What(Nothing with { PFrustration = 0.3 }, friction).Act);

    [Fact]
    public void WhatWentWrongBeforeCountsOnlyWithASignOfItNow() => Assert.Equal(Act.Continue, What(Nothing with { PFrustration = 0.29, PDissatisfaction = 0.29 }, 1).Act);

    [Fact]
    public void TheWeightierOfTheTwoGivesTheReason()
    {
        Assert.Equal(ReasonCodes.Dissatisfaction, What(Nothing with { PFrustration = 0.3, PDissatisfaction = 0.4 }, 1).Reasons[0].Code);
        Assert.Equal(ReasonCodes.Frustration, What(Nothing with { PFrustration = 0.4, PDissatisfaction = 0.3 }, 1).Reasons[0].Code);
    }

    [Fact]
    public void WhoDeclinesAHumanIsNotOfferedOneButMayStillBeHandedOff()
    {
        Assert.Equal(Act.Soften, What(Nothing with { PFrustration = 0.5, PDeclinesHuman = 0.9 }, 0.5).Act);
        Assert.Equal(Act.HandOffNow, What(Nothing with { PFrustration = 0.5, PDeclinesHuman = 0.9 }, 0.7).Act);
    }

    [Fact]
    public void WhereAGoodServicePersonWouldTakeOverOneDoes()
    {
        Assert.Equal((Act.HandOffNow, Tier.Medium), (What(Nothing with { PHandOff = 0.45 }).Act, What(Nothing with { PHandOff = 0.45 }).Tier));
        var grieving = What(Nothing with { PHandOff = 0.5, PDistress = new(0.9, 0.8, 0.1, 0), PFrustration = 0.2 });
        Assert.Equal((Act.HandOffNow, Tier.High, ReasonCodes.Care), (grieving.Act, grieving.Tier, grieving.Reasons[0].Code));
        Assert.Equal(Act.OfferHuman, What(Nothing with { PHandOff = 0.3 }).Act);
        Assert.Equal(Act.Continue, What(Nothing with { PHandOff = 0.3, PDeclinesHuman = 0.9 }).Act);
        Assert.Contains(What(Nothing with { PHandOff = 0.4 }).NearMisses, m => m.Threshold == 0.45);
    }

    [Fact]
    public void DistressBelowDangerOffersAHuman() => Assert.Equal((Act.OfferHuman, Tier.High), (What(Nothing with { PDistress = new(0.6, 0.55, 0, 0) }).Act, What(Nothing with { PDistress = new(0.6, 0.55, 0, 0) }).Tier));

    [Fact]
    public void AbuseSetsABoundaryAndTheThirdTimeAHumanTakesOver()
    {
        Decision After(int times) => Decide.What(Nothing with { PAbuse = 0.9 }, Friction.None with { Abuse = times }, In(), Policy);
        Assert.Equal((Act.Soften, ReasonCodes.Abuse), (After(2).Act, After(2).Reasons[0].Code));
        Assert.Equal((Act.HandOffNow, ReasonCodes.Abuse), (After(3).Act, After(3).Reasons[0].Code));
        Assert.Equal(Act.Continue, Decide.What(Nothing, Friction.None with { Abuse = 9 }, In(), Policy).Act);
    }

    [Fact]
    public void WhereAHumanHasItTheBotIsSilentWhateverIsHeard() => Assert.Equal(Act.Silent, What(Nothing with { PCrisis = 1, PAsksHuman = 1 }, 1, In(custody: Custody.Human)).Act);

    [Theory]
    [InlineData("en", 0.36, Act.Soften)]
    [InlineData("ja-JP", 0.36, Act.OfferHuman)]
    [InlineData("ja-JP", 0.55, Act.HandOffNow)]
    [InlineData("ja-JP", 0.20, Act.Soften)]
    [InlineData("en", 0.20, Act.Continue)]
    public void WherePolitenessCoversAngerLessIsEnough(string culture, double friction, Act act) => Assert.Equal(act, What(Nothing with { PFrustration = 0.4 }, friction, In(culture)).Act);

    [Fact]
    public void JustUnderAThresholdIsANearMissAndFartherIsNone()
    {
        Assert.Equal([ReasonCodes.Crisis], What(Nothing with { PCrisis = 0.33 }).NearMisses.Select(r => r.Code));
        Assert.Equal([(ReasonCodes.AskedForHuman, 0.45, 0.5)], What(Nothing with { PAsksHuman = 0.45 }).NearMisses.Select(r => (r.Code, r.Probability, r.Threshold)));
        Assert.Empty(What(Nothing with { PAsksHuman = 0.39 }).NearMisses);
        var weak = Nothing with { Risk = ImmutableSortedDictionary<string, double>.Empty.Add("fraud_in_progress", 0.5) };
        Assert.Equal([ReasonCodes.HighRisk], What(weak).NearMisses.Select(r => r.Code));
    }

    [Fact]
    public void AReasonCarriesTheEvidenceOfItsOwnClaimAndThePolicysVersion()
    {
        Evidence asks = new("asks_human", "cue", 0, 5, "human", 7), other = new("frustration", "cue", 6, 3, "ugh", 2);
        var decision = What(Nothing with { PAsksHuman = 0.9, Evidence = [other, asks] });
        Assert.Equal(asks, Assert.Single(decision.Reasons[0].Evidence));
        Assert.Equal(Policy.Version, decision.Policy);
    }
}
