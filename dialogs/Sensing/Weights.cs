using System.Collections.Frozen;
using System.Collections.Immutable;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// What each group of cues weighs for each claim, in log-odds (natural logarithm), and where each claim starts that only
/// cues speak for. Set by hand against our own corpus of service turns; <see cref="Fusion"/> says how much they count.
/// </summary>
internal static class Weights
{
    /// <summary>A weak cue counts for this share: two of them, or one and a bad exchange, make a strong one.</summary>
    public const double Weak = 0.55;

    public const string AsksHuman = "asks_human", DeclinesHuman = "declines_human", Frustration = "frustration", Dissatisfaction = "dissatisfaction",
        Moderate = "distress_moderate", High = "distress_high", Imminent = "distress_imminent", Others = "danger_others",
        Abuse = "abuse", Sarcasm = "sarcasm", Denies = "denies_danger", StopScoring = "stop_scoring", Positive = "positive", Negative = "negative";

    /// <summary>All claims that cues speak for.</summary>
    public static readonly ImmutableArray<string> Claims =
        [AsksHuman, DeclinesHuman, Frustration, Dissatisfaction, Moderate, High, Imminent, Others, Abuse, Sarcasm, Denies, StopScoring, Positive, Negative];

    /// <summary>Log-odds of each claim when nothing is heard.</summary>
    public static readonly FrozenDictionary<string, double> Start = new Dictionary<string, double>
    {
        [AsksHuman] = -4.5, [DeclinesHuman] = -5, [Frustration] = -3, [Dissatisfaction] = -3,
        [Moderate] = -4.5, [High] = -5.5, [Imminent] = -6, [Others] = -5.5,
        [Abuse] = -5, [Sarcasm] = -4, [Denies] = -6, [StopScoring] = -6, [Positive] = -2.5, [Negative] = -2.5,
    }.ToFrozenDictionary();

    /// <summary>Group → claims it speaks for.</summary>
    public static readonly FrozenDictionary<string, (string Claim, double Weight)[]> Heard = new Dictionary<string, (string, double)[]>
    {
        ["asks-human"] = [(AsksHuman, 7)],
        ["declines-human"] = [(DeclinesHuman, 7), (AsksHuman, -6)],
        ["frustration"] = [(Frustration, 3.6), (Dissatisfaction, 3.1), (Negative, 2)],
        ["frustration-strong"] = [(Frustration, 5.4), (Dissatisfaction, 3.6), (Negative, 3.5)],
        ["dissatisfaction"] = [(Dissatisfaction, 4), (Frustration, 1.6), (Negative, 1.5)],
        ["sarcasm"] = [(Sarcasm, 5), (Dissatisfaction, 2.5), (Frustration, 1.8), (Negative, 2)],
        ["negative"] = [(Negative, 3), (Frustration, 0.8), (Dissatisfaction, 1)],
        ["positive"] = [(Positive, 4), (Frustration, -1)],
        ["thanks"] = [(Positive, 4), (Frustration, -1.5), (Dissatisfaction, -1)],
        ["laughter"] = [(Sarcasm, 0.8)],
        ["abuse"] = [(Abuse, 7), (Frustration, 2.6), (Negative, 3)],
        ["threat"] = [(Abuse, 6.5), (Frustration, 2), (Negative, 2)],
        ["legal-threat"] = [(Frustration, 2.6), (Dissatisfaction, 3), (Negative, 2)],
        ["regulator-threat"] = [(Frustration, 2.6), (Dissatisfaction, 3), (Negative, 2)],
        ["media-threat"] = [(Frustration, 2.6), (Dissatisfaction, 3), (Negative, 2)],
        ["churn"] = [(Frustration, 1.6), (Dissatisfaction, 3), (Negative, 1.5)],
        ["distress-moderate"] = [(Moderate, 7), (Negative, 2)],
        ["distress-high"] = [(High, 8.5), (Moderate, 8), (Negative, 3)],
        ["distress-imminent"] = [(Imminent, 9), (High, 9), (Moderate, 9), (Negative, 3)],
        ["danger-others"] = [(Others, 8), (High, 5), (Moderate, 5), (Negative, 3)],
        ["medical"] = [(Imminent, 9), (High, 9), (Moderate, 9)],
        ["fraud"] = [(Moderate, 4.5), (Negative, 1)],
        ["bereavement"] = [(Moderate, 6.5), (Negative, 1.5)],
        ["hardship"] = [(Moderate, 5), (Negative, 1.5)],
        ["denies-danger"] = [(Denies, 8), (Imminent, -6), (High, -6)],
        ["stop-scoring"] = [(StopScoring, 9)],
    }.ToFrozenDictionary();

    /// <summary>Group → topic of risk, where a cue does not name its own.</summary>
    public static readonly FrozenDictionary<string, string> Risk = new Dictionary<string, string>
    {
        ["distress-high"] = "self_harm", ["distress-imminent"] = "self_harm", ["danger-others"] = "harm_to_others",
        ["threat"] = "harm_to_others", ["medical"] = "medical_emergency", ["fraud"] = "fraud_in_progress",
        ["legal-threat"] = "legal_threat", ["regulator-threat"] = "regulator_threat", ["media-threat"] = "media_threat",
        ["churn"] = "churn", ["bereavement"] = "bereavement", ["hardship"] = "hardship", ["minor"] = "minor",
    }.ToFrozenDictionary();

    /// <summary>The claim whose cues speak for a head; null when none do.</summary>
    public static string? ClaimOf(string head) => head switch
    {
        "asks_human" => AsksHuman,
        "distress_moderate" => Moderate,
        "distress_high" => High,
        "distress_imminent" => Imminent,
        "risk_harm_to_others" => Others,
        "sarcasm" => Sarcasm,
        "indirect" => Dissatisfaction,
        _ when head.StartsWith("frustration_", StringComparison.Ordinal) => Frustration,
        _ when head.StartsWith("dissatisfaction_", StringComparison.Ordinal) => Dissatisfaction,
        _ when head.StartsWith("abuse_", StringComparison.Ordinal) => Abuse,
        _ when head.StartsWith("positive_", StringComparison.Ordinal) => Positive,
        _ when head.StartsWith("negative_", StringComparison.Ordinal) => Negative,
        _ => null,
    };

    /// <summary>The head that answers for a claim; null for those that only cues speak for.</summary>
    public static string? HeadOf(string claim) => claim switch
    {
        AsksHuman or Moderate or High or Imminent or Sarcasm => claim,
        Others => "risk_harm_to_others",
        Frustration => "frustration_2",
        Dissatisfaction => "dissatisfaction_2",
        Abuse => "abuse_1",
        Positive => "positive_1",
        Negative => "negative_1",
        _ => null,
    };

    /// <summary>What a cue found says: claims and log-odds.</summary>
    public static IEnumerable<(string Claim, double Weight)> Of(CueHit hit)
    {
        if (!Heard.TryGetValue(hit.Group, out var claims)) yield break;
        foreach (var (claim, weight) in claims)
        {
            var share = hit.Cue.Weak ? weight * Weak : weight;
            if (!hit.Negated) yield return (claim, share);
            else if (Opposite(hit.Group) is { } opposite && claim == claims[0].Claim) yield return (opposite, share);
        }
    }

    /// <summary>The topic of risk a cue names.</summary>
    public static string? RiskOf(CueHit hit) => hit.Cue.Risk is { Length: > 0 } own ? own : Risk.GetValueOrDefault(hit.Group);

    // Not wanting to die denies no danger; what does is a group of its own.
    private static string? Opposite(string group) => group switch
    {
        "asks-human" => DeclinesHuman,
        "positive" or "thanks" => Negative,
        _ => null,
    };
}
