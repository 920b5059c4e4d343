using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs.Triage;

/// <summary>Thresholds, counts, tiers and times an operator sets in <c>locales/policy.yaml</c>.</summary>
public sealed record Policy
{
    /// <summary>The version named in the file; logged with every decision.</summary>
    public required string Version { get; init; }
    /// <summary>Thresholds by name, 0..1.</summary>
    public required ImmutableSortedDictionary<string, double> Thresholds { get; init; }
    /// <summary>Thresholds that differ in a culture.</summary>
    public required ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> Cultures { get; init; }
    /// <summary>Counts by name, from 1.</summary>
    public required ImmutableSortedDictionary<string, int> Counts { get; init; }
    /// <summary>What each topic of risk brings about.</summary>
    public required ImmutableSortedDictionary<string, RiskRule> Risk { get; init; }
    /// <summary>Topic recognition: sure, ask, apart.</summary>
    public required ImmutableSortedDictionary<string, double> Topics { get; init; }
    /// <summary>Times by name.</summary>
    public required ImmutableSortedDictionary<string, TimeSpan> Times { get; init; }

    /// <summary>A threshold as it holds in a culture.</summary>
    public double At(string threshold, string culture) =>
        Cultures.GetValueOrDefault(culture)?.TryGetValue(threshold, out var own) == true ? own : Thresholds[threshold];
}

/// <summary>What a topic of risk brings about once its probability is reached.</summary>
/// <param name="At">Probability, 0..1.</param>
/// <param name="Act">HandOffNow or OfferHuman.</param>
/// <param name="Tier">How much hangs on it.</param>
public sealed record RiskRule(double At, Act Act, Tier Tier);
