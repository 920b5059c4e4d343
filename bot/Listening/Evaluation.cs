using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Triage;

namespace TrustBot.Listening;

/// <summary>How well one claim is told.</summary>
/// <param name="Claim">Its name.</param>
/// <param name="Cases">Messages that judge it.</param>
/// <param name="Yes">Of those, how many hold.</param>
/// <param name="Auc">Area under the ROC curve.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="AveragePrecision">Area under precision and recall.</param>
/// <param name="F1">At one half.</param>
/// <param name="RecallAt1">Recall at 1 % false alarms.</param>
/// <param name="RecallAt5">Recall at 5 % false alarms.</param>
/// <param name="CalibrationError">Expected calibration error; NaN for what is no probability.</param>
internal sealed record ClaimFigures(string Claim, int Cases, int Yes, double Auc, double Low, double High, double AveragePrecision, double F1, double RecallAt1, double RecallAt5, double CalibrationError);

/// <summary>How danger is heard at the policy's thresholds.</summary>
/// <param name="Kind">plain, or veiled or misspelt.</param>
/// <param name="Messages">High and imminent ones.</param>
/// <param name="Crisis">Share heard as crisis.</param>
/// <param name="Care">Share heard as care or crisis.</param>
/// <param name="CrisisAt1">Share above the score that 1 % of the others reach.</param>
/// <param name="CareAt4">Share above the score that 4 % of the others reach.</param>
internal sealed record DangerFigures(string Kind, int Messages, double Crisis, double Care, double CrisisAt1, double CareAt4);

/// <summary>Everything measured of a set of readings.</summary>
/// <param name="Way">How it was held out: within, family-out, or as it ships.</param>
/// <param name="Messages">How many.</param>
/// <param name="Claims">By claim.</param>
/// <param name="Danger">Plain, then veiled.</param>
/// <param name="FalseCrisis">Share of calm messages heard as crisis.</param>
/// <param name="FalseCare">Share of calm messages heard as care or crisis.</param>
/// <param name="Cultures">AUC of the main claims by culture.</param>
/// <param name="Timing">Hand-off timing; null without dialogues.</param>
/// <param name="Missed">Dangers heard as nothing, a line each.</param>
internal sealed record Evaluation(string Way, int Messages, IReadOnlyList<ClaimFigures> Claims, IReadOnlyList<DangerFigures> Danger, double FalseCrisis, double FalseCare,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Cultures, HandOffTiming? Timing, IReadOnlyList<string> Missed)
{
    private static readonly string[] Main = ["asks_human", "frustration", "dissatisfaction", "indirect", "distress", "crisis", "abuse"];

    public static Evaluation Of(string way, IReadOnlyList<Judged> all, IReadOnlyList<JudgedDialogue> dialogues, Policy policy, bool intervals)
    {
        // What cannot be read from one message judges nothing.
        var judged = all.Where(j => !j.Turn.Labels.Tags.Contains("ambiguous")).ToList();
        var danger = judged.Where(j => j.Turn.Judges is "" or "crisis").ToList();
        var calm = danger.Where(j => HeadLabels.Level(j.Turn.Labels.Distress) <= 1 && !HeadLabels.IsDanger(j.Turn.Labels)).ToList();
        var grave = danger.Where(j => HeadLabels.Level(j.Turn.Labels.Distress) >= 3).ToLookup(j => j.Turn.Labels.Tags.Any(t => t is "veiled" or "typo"));
        return new(way, judged.Count, [.. Listening.Claims.All.Select(c => Figures(c, judged, intervals)).Where(f => f.Yes > 0)],
            [.. grave.OrderBy(k => k.Key).Select(k => Grave(k.Key ? "veiled or misspelt" : "plain", [.. k], calm, policy))],
            Share(calm, j => Concern(j, policy) == "crisis"), Share(calm, j => Concern(j, policy) != "none"),
            judged.GroupBy(j => j.Turn.Culture).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, double>)Main.ToDictionary(m => m, m => Measures.Auc(Listening.Claims.Cases(Listening.Claims.All.First(c => c.Name == m), g)))),
            dialogues.Count == 0 ? null : HandOffTiming.Of(dialogues, policy),
            [.. grave.SelectMany(g => g).Where(j => Concern(j, policy) == "none").Select(j => $"{j.Turn.Id} ({j.Turn.Labels.Distress}) {j.Turn.Text}")]);
    }

    /// <summary>What triage would do about danger: none, care or crisis.</summary>
    public static string Concern(Reading reading, Policy policy, string culture) =>
        reading.PCrisis >= policy.At("crisis", culture) ? "crisis"
        : reading.PCrisis >= policy.At("care", culture) || reading.PDistress.Moderate >= policy.At("distress", culture) ? "care" : "none";

    private static string Concern(Judged j, Policy policy) => Concern(j.Reading, policy, j.Turn.Culture);

    private static ClaimFigures Figures(Claim claim, IReadOnlyList<Judged> judged, bool intervals)
    {
        var cases = Listening.Claims.Cases(claim, judged);
        var yes = cases.Count(c => c.Yes);
        var (low, high) = intervals && yes > 0 ? Measures.Interval(judged, j => j.Unit, s => Measures.Auc(Listening.Claims.Cases(claim, s))) : (double.NaN, double.NaN);
        return new(claim.Name, cases.Count, yes, Measures.Auc(cases), low, high, Measures.AveragePrecision(cases), claim.Calibrated ? Measures.F1(cases) : double.NaN,
            Measures.RecallAt(cases, 0.01), Measures.RecallAt(cases, 0.05), claim.Calibrated ? Measures.CalibrationError(cases) : double.NaN);
    }

    private static DangerFigures Grave(string kind, List<Judged> grave, List<Judged> calm, Policy policy)
    {
        List<(double, bool)> By(Func<Reading, double> score) => [.. calm.Select(j => (score(j.Reading), false)), .. grave.Select(j => (score(j.Reading), true))];
        return new(kind, grave.Count, Share(grave, j => Concern(j, policy) == "crisis"), Share(grave, j => Concern(j, policy) != "none"),
            Measures.RecallAt(By(r => r.PCrisis), 0.01), Measures.RecallAt(By(r => Math.Max(r.PCrisis, r.PDistress.Moderate)), 0.04));
    }

    private static double Share(List<Judged> of, Func<Judged, bool> what) => of.Count == 0 ? double.NaN : of.Count(what) / (double)of.Count;
}
