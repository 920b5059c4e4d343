using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Listening;

/// <summary>What a reading claims, and where the labels say whether it is so.</summary>
/// <param name="Name">Its name, as in reading.md.</param>
/// <param name="P">The probability a reading gives it; for sentiment its value.</param>
/// <param name="True">Whether it is so.</param>
/// <param name="Calibrated">Whether <paramref name="P"/> is a probability.</param>
internal sealed record Claim(string Name, Func<Reading, double> P, Func<TurnLabels, bool> True, bool Calibrated = true);

/// <summary>All claims that are judged.</summary>
internal static class Claims
{
    public static ImmutableArray<Claim> All { get; } =
    [
        new("asks_human", r => r.PAsksHuman, l => l.AsksHuman),
        new("frustration", r => r.PFrustration, l => l.Frustration >= 2),
        new("dissatisfaction", r => r.PDissatisfaction, l => l.Dissatisfaction >= 2),
        new("indirect", r => r.PIndirect, l => l.Indirect),
        new("distress", r => r.PDistress.Moderate, l => HeadLabels.Level(l.Distress) >= 2),
        new("crisis", r => r.PCrisis, HeadLabels.IsDanger),
        new("abuse", r => r.PAbuse, l => l.Abuse >= 1),
        new("sarcasm", r => r.PSarcasm, l => l.Sarcasm),
        new("negative", r => -r.Sentiment, l => l.Sentiment < 0, Calibrated: false),
        new("positive", r => r.Sentiment, l => l.Sentiment > 0, Calibrated: false),
        new("fraud_or_takeover", r => Math.Max(r.Risk.GetValueOrDefault("fraud_in_progress"), r.Risk.GetValueOrDefault("account_takeover")), l => l.Risk.Contains("fraud_in_progress") || l.Risk.Contains("account_takeover")),
        .. RiskTopics.All.Select(topic => new Claim(topic, r => r.Risk.GetValueOrDefault(topic), l => l.Risk.Contains(topic))),
    ];

    /// <summary>Cases of a claim among readings that judge it.</summary>
    public static List<(double Score, bool Yes)> Cases(Claim claim, IEnumerable<Judged> judged) =>
        [.. judged.Where(j => j.Turn.Judges.Length == 0 || j.Turn.Judges == claim.Name).Select(j => (claim.P(j.Reading), claim.True(j.Turn.Labels)))];
}
