using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs.Triage;

/// <summary>
/// The table from a reading to what must happen, top to bottom: the first row that holds decides. Danger comes before
/// everything; a request for a human before every rule that would ask first.
/// </summary>
public static class Decide
{
    /// <summary>What must happen now.</summary>
    /// <param name="reading">What the customer's turn says.</param>
    /// <param name="friction">The friction ledger after this turn.</param>
    /// <param name="conversation">The conversation before this turn.</param>
    /// <param name="policy">The operator's thresholds.</param>
    public static Decision What(Reading reading, Friction friction, Conversation conversation, Policy policy)
    {
        if (conversation.Custody == Custody.Human) return new(Act.Silent, Tier.Low, [], [], policy.Version);
        var table = new Table(reading, policy, conversation.Culture);
        var (act, tier) = Rows(table, reading, friction, conversation, policy);
        return new(act, tier, [.. table.Reasons], [.. table.NearMisses], policy.Version);
    }

    private static (Act, Tier) Rows(Table table, Reading reading, Friction friction, Conversation conversation, Policy policy)
    {
        // A denial has already lowered the odds of what it denies; danger that still stands is danger.
        if (table.Reaches(ReasonCodes.Crisis, reading.PCrisis, "crisis", "distress_imminent", "distress_high", "danger_others"))
            return (Act.Crisis, Tier.High);
        if (table.Reaches(ReasonCodes.AskedForHuman, reading.PAsksHuman, "asks-human", "asks_human"))
            return (Act.HandOffNow, conversation.Danger == Danger.Crisis ? Tier.High : Tier.Medium);
        if (RiskRows(table, reading, policy, Act.HandOffNow) is { } handOff) return handOff;
        var denied = reading.PDeniesDanger >= policy.At("denies-danger", conversation.Culture);
        if ((!denied || conversation.Danger == Danger.None) && table.Reaches(ReasonCodes.Care, reading.PCrisis, "care", "distress_imminent", "distress_high", "danger_others"))
            return (Act.Care, Tier.High);
        if (friction.Abuse >= policy.Counts["abuse-hand-off"] && table.Reaches(ReasonCodes.Abuse, reading.PAbuse, "abuse", "abuse"))
            return (Act.HandOffNow, Tier.Medium);
        // All of it together: where a good service person would take over, even though no single claim says so.
        var person = Sign(reading) >= policy.At("signal", conversation.Culture) ? reading.PHandOff : 0;
        if (table.Reaches(Weightiest(reading), person, "take-over", "distress_moderate", "frustration", "dissatisfaction", "abuse", "sarcasm"))
            return (Act.HandOffNow, reading.PDistress.Moderate >= 0.5 ? Tier.High : Tier.Medium);
        // What went wrong before counts only together with a sign of it now: a calm answer is not an escalation.
        var trouble = Math.Max(reading.PFrustration, reading.PDissatisfaction) >= policy.At("signal", conversation.Culture) ? friction.Level : 0;
        if (table.Reaches(Mostly(reading), trouble, "hand-off", "frustration", "dissatisfaction"))
            return (Act.HandOffNow, Tier.Medium);
        if (reading.PDistress.Moderate is var moderate && table.Reaches(ReasonCodes.Care, moderate, "distress", "distress_moderate"))
            return (Act.OfferHuman, Tier.High);
        if (RiskRows(table, reading, policy, Act.OfferHuman) is { } offer) return offer;
        var declines = reading.PDeclinesHuman >= policy.At("declines-human", conversation.Culture);
        if (!declines && table.Reaches(Mostly(reading), trouble, "offer-human", "frustration", "dissatisfaction"))
            return (Act.OfferHuman, Tier.Medium);
        if (!declines && table.Reaches(Weightiest(reading), person, "take-over-offer", "distress_moderate", "frustration", "dissatisfaction", "abuse", "sarcasm"))
            return (Act.OfferHuman, Tier.Medium);
        if (table.Reaches(ReasonCodes.Abuse, reading.PAbuse, "abuse", "abuse")) return (Act.Soften, Tier.Low);
        if (table.Reaches(Mostly(reading), trouble, "soften", "frustration", "dissatisfaction")) return (Act.Soften, Tier.Low);
        return (Act.Continue, Tier.Low);
    }

    /// <summary>What speaks loudest for a person: distress, a topic of risk, or the trouble we are.</summary>
    private static string Weightiest(Reading reading)
    {
        var trouble = Math.Max(reading.PFrustration, reading.PDissatisfaction);
        var risk = Risk(reading);
        return reading.PDistress.Moderate >= Math.Max(trouble, risk) ? ReasonCodes.Care : risk > trouble ? ReasonCodes.HighRisk : Mostly(reading);
    }

    /// <summary>The strongest sign of this turn itself.</summary>
    private static double Sign(Reading reading) =>
        Math.Max(Math.Max(reading.PFrustration, reading.PDissatisfaction), Math.Max(Math.Max(reading.PDistress.Moderate, reading.PAbuse), Risk(reading)));

    private static double Risk(Reading reading) => reading.Risk.Where(r => r.Key != "churn").Select(r => r.Value).DefaultIfEmpty().Max();

    private static string Mostly(Reading reading) =>
        reading.PDissatisfaction > reading.PFrustration ? ReasonCodes.Dissatisfaction : ReasonCodes.Frustration;

    private static (Act, Tier)? RiskRows(Table table, Reading reading, Policy policy, Act act)
    {
        foreach (var (topic, rule) in policy.Risk)
        {
            if (rule.Act != act || !reading.Risk.TryGetValue(topic, out var p) || p < rule.At * policy.Thresholds["near-miss"]) continue;
            var reason = new Reason(ReasonCodes.HighRisk, p, rule.At, [.. reading.Evidence.Take(3)]);
            (p < rule.At ? table.NearMisses : table.Reasons).Add(reason);
            if (p >= rule.At) return (rule.Act, rule.Tier);
        }
        return null;
    }

    private sealed class Table(Reading reading, Policy policy, string culture)
    {
        public List<Reason> Reasons { get; } = [];
        public List<Reason> NearMisses { get; } = [];

        public bool Reaches(string code, double value, string threshold, params string[] claims)
        {
            var at = policy.At(threshold, culture);
            if (value < at * policy.Thresholds["near-miss"]) return false;
            var reason = new Reason(code, Math.Round(value, 4), at, [.. reading.Evidence.Where(e => e.Weight > 0 && claims.Contains(e.Claim)).Take(4)]);
            if (value < at)
            {
                NearMisses.Add(reason);
                return false;
            }
            Reasons.Add(reason);
            return true;
        }
    }
}
