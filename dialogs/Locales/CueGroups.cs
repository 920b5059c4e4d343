using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>The groups of cues; what each means for a reading is said in Sensing.</summary>
public static class CueGroups
{
    /// <summary>All names a <c>cues.yaml</c> may use.</summary>
    public static ImmutableSortedSet<string> All { get; } = ImmutableSortedSet.Create(StringComparer.Ordinal,
        "asks-human", "declines-human", "frustration", "frustration-strong", "dissatisfaction",
        "distress-moderate", "distress-high", "distress-imminent", "danger-others", "medical", "fraud", "denies-danger", "idioms",
        "abuse", "threat", "legal-threat", "regulator-threat", "media-threat", "churn", "thanks", "sarcasm", "laughter",
        "negative", "positive", "stop-scoring", "yes", "no", "cancel-wait", "are-you-human",
        "morning", "afternoon", "evening", "casual-register", "polite-register", "formal-register",
        "wants-casual", "wants-polite", "wants-formal", "bereavement", "hardship", "minor");
}

/// <summary>Topics of risk: what a cue may name and what a policy may rule.</summary>
public static class RiskTopics
{
    /// <summary>All names, as a reading reports them.</summary>
    public static ImmutableSortedSet<string> All { get; } = ImmutableSortedSet.Create(StringComparer.Ordinal,
        "self_harm", "harm_to_others", "abuse_at_home", "medical_emergency", "fraud_in_progress", "account_takeover", "legal_threat",
        "regulator_threat", "media_threat", "bereavement", "hardship", "minor", "personal_data", "discrimination", "safety_hazard", "churn");
}
