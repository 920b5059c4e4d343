using System.Globalization;

namespace TrustBot.Listening;

/// <summary>An evaluation as a table for the terminal.</summary>
internal static class EvaluationText
{
    public static IEnumerable<string> Of(Evaluation e)
    {
        yield return "";
        yield return $"{e.Way}: {e.Messages} messages";
        yield return $"{"claim",-20} {"yes",6} {"AUC",6} {"95 %",13} {"AP",6} {"F1",6} {"r@1%",6} {"r@5%",6} {"ECE",6}";
        foreach (var c in e.Claims)
            yield return $"{c.Claim,-20} {c.Yes,6} {N(c.Auc)} {(double.IsNaN(c.Low) ? "" : $"{N(c.Low).Trim()}–{N(c.High).Trim()}"),13} {N(c.AveragePrecision)} {N(c.F1)} {N(c.RecallAt1)} {N(c.RecallAt5)} {N(c.CalibrationError)}";
        foreach (var d in e.Danger)
            yield return $"danger, {d.Kind} ({d.Messages}): crisis {N(d.Crisis).Trim()}, care or crisis {N(d.Care).Trim()} at the policy's thresholds; {N(d.CrisisAt1).Trim()} at 1 %, care {N(d.CareAt4).Trim()} at 4 % false alarms";
        if (e.Danger.Count > 0) yield return $"calm messages heard as crisis {P(e.FalseCrisis)}, as care or crisis {P(e.FalseCare)}";
        if (e.Cultures.Count > 1)
        {
            yield return $"{"AUC by culture",-15} {string.Join(' ', e.Cultures.First().Value.Keys.Select(k => $"{k,15}"))}";
            foreach (var (culture, claims) in e.Cultures) yield return $"{culture,-15} {string.Join(' ', claims.Values.Select(v => $"{N(v),15}"))}";
        }
        if (e.Timing is { } t)
            yield return $"hand-off timing, {t.Dialogues} dialogues: GT-I {N(t.Within[0]).Trim()}, GT-II {N(t.Within[1]).Trim()}, GT-III {N(t.Within[2]).Trim()}; {t.FalsePer100.ToString("F1", CultureInfo.InvariantCulture)} needless per 100 that need none; missed {t.Missed}, for danger {t.MissedDanger}; {t.Lead.ToString("+0.00;-0.00;0", CultureInfo.InvariantCulture)} turns late";
    }

    private static string N(double value) => double.IsNaN(value) ? "     –" : value.ToString("F3", CultureInfo.InvariantCulture).PadLeft(6);

    private static string P(double value) => double.IsNaN(value) ? "–" : value.ToString("P2", CultureInfo.InvariantCulture);
}
