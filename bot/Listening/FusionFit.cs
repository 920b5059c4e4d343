using System.Collections.Immutable;
using TrustBot.Dialogs.Sensing;

namespace TrustBot.Listening;

/// <summary>What the sources say of one message, from a listener that had not been taught it.</summary>
/// <param name="Words">By head.</param>
/// <param name="Traits">By head.</param>
/// <param name="Cues">By head.</param>
/// <param name="Exchange">By measure.</param>
/// <param name="True">A bit per head that is true.</param>
/// <param name="Known">A bit per head that somebody judged.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record Testimony(float[] Words, float[] Traits, float[] Cues, float[] Exchange, ulong True, ulong Known, float Weight);

/// <summary>Fits how far each source is to be believed: logistic regression by coordinate descent, a source never counting against itself.</summary>
internal static class FusionFit
{
    private const int Sweeps = 12;

    /// <summary>Pull toward believing words and traits as they are.</summary>
    private const double Pull = 3;

    /// <summary>Heads on which the exchange has a say; danger is in the words alone.</summary>
    private static readonly ImmutableHashSet<string> Exchanged =
        ["negative_1", "negative_2", "positive_1", "positive_2", "frustration_1", "frustration_2", "frustration_3", "dissatisfaction_1", "dissatisfaction_2", "dissatisfaction_3", "indirect", "asks_human", "sarcasm", "abuse_1", "abuse_2"];

    /// <summary>What goes wrong never speaks for calm.</summary>
    private static readonly ImmutableHashSet<string> Trouble = ["not-understood", "said-again", "friction-so-far", "same-answer", "refused", "trouble-before"];

    /// <summary>One voice per head.</summary>
    public static ImmutableArray<Voice> Voices(IReadOnlyList<Testimony> all)
    {
        var voices = new Voice[Heads.Count];
        Array.Fill(voices, new(0, 1, 1, 0, []));
        Parallel.For(0, Heads.Names.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, head => voices[head] = Voice(all, head));
        return [.. voices];
    }

    private static Voice Voice(IReadOnlyList<Testimony> all, int head)
    {
        var rows = all.Where(t => (t.Known >> head & 1) == 1).ToArray();
        var name = Heads.Names[head];
        var exchange = Exchanged.Contains(name) ? Exchange.Names.Length : 0;
        double[][] inputs = [.. Enumerable.Range(0, 4 + exchange).Select(j => rows.Select(t => j switch { 0 => 1.0, 1 => t.Words[head], 2 => t.Traits[head], 3 => t.Cues[head], _ => t.Exchange[j - 4] }).ToArray())];
        var wrong = name.StartsWith("frustration", StringComparison.Ordinal) || name.StartsWith("dissatisfaction", StringComparison.Ordinal);
        var w = Fit(inputs, [.. rows.Select(t => (t.True >> head & 1) == 1)], [.. rows.Select(t => (double)t.Weight)],
            [0, 1, 1, 0, .. new double[exchange]], j => j is >= 1 and <= 3 || (j > 3 && wrong && Trouble.Contains(Exchange.Names[j - 4])));
        return new((float)w[0], (float)w[1], (float)w[2], (float)w[3], [.. w.Skip(4).Select(v => (float)v)]);
    }

    /// <summary>Logistic regression with a pull toward <paramref name="prior"/>; some factors are never below zero.</summary>
    public static double[] Fit(double[][] inputs, bool[] truth, double[] weight, double[] prior, Func<int, bool> positive)
    {
        var w = prior.ToArray();
        var odds = new double[truth.Length];
        for (var i = 0; i < odds.Length; i++)
            for (var j = 0; j < w.Length; j++) odds[i] += w[j] * inputs[j][i];
        for (var sweep = 0; sweep < Sweeps; sweep++)
            for (var j = 0; j < w.Length; j++)
            {
                var input = inputs[j];
                // What the log-odds start from needs no pull.
                var pull = j == 0 ? 1e-3 : Pull;
                double slope = pull * (w[j] - prior[j]), bend = pull;
                for (var i = 0; i < input.Length; i++)
                {
                    if (input[i] == 0) continue;
                    var p = Fusion.Sigmoid(odds[i]);
                    slope += weight[i] * (p - (truth[i] ? 1 : 0)) * input[i];
                    bend += weight[i] * Math.Max(p * (1 - p), 1e-3) * input[i] * input[i];
                }
                var next = w[j] - Math.Clamp(slope / bend, -2, 2);
                if (positive(j)) next = Math.Max(0, next);
                if (next == w[j]) continue;
                for (var i = 0; i < input.Length; i++) odds[i] += (next - w[j]) * input[i];
                w[j] = next;
            }
        return w;
    }
}
