namespace TrustBot.Listening;

/// <summary>How well a score tells yes from no.</summary>
internal static class Measures
{
    /// <summary>Area under the ROC curve: the chance that a yes scores above a no, ties half (Mann and Whitney 1947). NaN without both.</summary>
    public static double Auc(IReadOnlyList<(double Score, bool Yes)> cases)
    {
        var sorted = cases.OrderBy(c => c.Score).ToArray();
        double ranks = 0, yes = 0;
        for (var i = 0; i < sorted.Length;)
        {
            var end = i;
            while (end < sorted.Length && sorted[end].Score == sorted[i].Score) end++;
            for (var j = i; j < end; j++)
                if (sorted[j].Yes)
                {
                    ranks += (i + end + 1) / 2.0;
                    yes++;
                }
            i = end;
        }
        var no = sorted.Length - yes;
        return yes == 0 || no == 0 ? double.NaN : (ranks - (yes * (yes + 1) / 2)) / (yes * no);
    }

    /// <summary>Mean precision over the ranks of the yeses. NaN without one.</summary>
    public static double AveragePrecision(IReadOnlyList<(double Score, bool Yes)> cases)
    {
        double found = 0, sum = 0;
        var rank = 0;
        foreach (var (_, yes) in cases.OrderByDescending(c => c.Score))
        {
            rank++;
            if (yes) sum += ++found / rank;
        }
        return found == 0 ? double.NaN : sum / found;
    }

    /// <summary>Share of the yeses found at the threshold that lets no more than a share of the noes through.</summary>
    public static double RecallAt(IReadOnlyList<(double Score, bool Yes)> cases, double falseAlarms)
    {
        var no = cases.Where(c => !c.Yes).Select(c => c.Score).OrderDescending().ToArray();
        var at = no.Length == 0 ? double.NegativeInfinity : no[Math.Min(no.Length - 1, (int)(falseAlarms * no.Length))];
        var yes = cases.Where(c => c.Yes).ToArray();
        return yes.Length == 0 ? double.NaN : yes.Count(c => c.Score > at) / (double)yes.Length;
    }

    /// <summary>Harmonic mean of precision and recall at one half.</summary>
    public static double F1(IReadOnlyList<(double Score, bool Yes)> cases)
    {
        double hit = cases.Count(c => c.Yes && c.Score >= 0.5), said = cases.Count(c => c.Score >= 0.5), yes = cases.Count(c => c.Yes);
        return said + yes == 0 ? double.NaN : 2 * hit / (said + yes);
    }

    /// <summary>Expected calibration error in ten bands of equal width (Naeini, Cooper and Hauskrecht 2015).</summary>
    public static double CalibrationError(IReadOnlyList<(double Score, bool Yes)> cases) => cases.Count == 0 ? double.NaN :
        cases.GroupBy(c => Math.Min(9, (int)(c.Score * 10))).Sum(band => Math.Abs(band.Average(c => c.Score) - band.Average(c => c.Yes ? 1.0 : 0)) * band.Count()) / cases.Count;

    /// <summary>The middle 95 % of a measure when units are drawn anew (Efron 1979), 200 draws, the same in every run.</summary>
    public static (double Low, double High) Interval<T>(IReadOnlyList<T> cases, Func<T, string> unit, Func<IReadOnlyList<T>, double> measure)
    {
        var units = cases.GroupBy(unit).Select(g => g.ToArray()).ToArray();
        var chance = new Chance(7);
        var drawn = new double[200];
        for (var d = 0; d < drawn.Length; d++)
        {
            var sample = new List<T>(cases.Count);
            for (var i = 0; i < units.Length; i++) sample.AddRange(units[(int)(chance.Next() * units.Length)]);
            drawn[d] = measure(sample);
        }
        var known = drawn.Where(v => !double.IsNaN(v)).Order().ToArray();
        return known.Length == 0 ? (double.NaN, double.NaN) : (known[(int)(0.025 * known.Length)], known[(int)(0.975 * (known.Length - 1))]);
    }
}
