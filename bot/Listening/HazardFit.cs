using System.Collections.Immutable;
using TrustBot.Dialogs.Sensing;

namespace TrustBot.Listening;

/// <summary>A turn before which nobody had taken over yet.</summary>
/// <param name="Said">What the sources said.</param>
/// <param name="TakenOver">Whether a good service person would have taken over after it.</param>
internal sealed record HazardCase(Testimony Said, bool TakenOver);

/// <summary>Fits the hand-off hazard: discrete-time survival as logistic regression on person-periods (Singer and Willett 1993).</summary>
internal static class HazardFit
{
    /// <summary>Factors in the order of <see cref="Fusion.HandOff"/>; empty when there is nothing to learn from.</summary>
    public static ImmutableArray<float> Of(IReadOnlyList<HazardCase> cases, Fusion voices)
    {
        if (!cases.Any(c => c.TakenOver)) return [];
        var odds = cases.Select(c =>
        {
            var to = new float[Heads.Count];
            voices.Weigh(c.Said.Words, c.Said.Traits, c.Said.Cues, c.Said.Exchange, to);
            return to;
        }).ToArray();
        int[] heads = [.. Fusion.HazardInputs.Select(Heads.Of)];
        double[][] inputs = [[.. cases.Select(_ => 1.0)],
            .. heads.Select(h => odds.Select(o => (double)Fusion.Bounded(o[h])).ToArray()),
            .. Enumerable.Range(0, Exchange.Names.Length).Select(j => cases.Select(c => (double)c.Said.Exchange[j]).ToArray())];
        var w = FusionFit.Fit(inputs, [.. cases.Select(c => c.TakenOver)], [.. cases.Select(c => (double)c.Said.Weight)], new double[inputs.Length],
            j => j > 0 && j <= heads.Length && Fusion.HazardInputs[j - 1] != "positive_1");
        return [.. w.Skip(1).Select(v => (float)v), (float)w[0]];
    }
}
