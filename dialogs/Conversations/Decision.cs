using System.Collections.Immutable;

namespace TrustBot.Dialogs.Conversations;

/// <summary>What must happen now (design §4).</summary>
public enum Act
{
    /// <summary>Answer.</summary>
    Continue,
    /// <summary>Answer, and say that their trouble is heard.</summary>
    Soften,
    /// <summary>Answer, and offer a human.</summary>
    OfferHuman,
    /// <summary>It might be danger: a kind line, the local help line, an offer of a human, without alarm.</summary>
    Care,
    /// <summary>A human takes over in this turn.</summary>
    HandOffNow,
    /// <summary>Danger: the safe message with the local line, and a human at once.</summary>
    Crisis,
    /// <summary>Say nothing: a human has the conversation.</summary>
    Silent,
}

/// <summary>How much hangs on it: low is automated, medium waits for sign-off, high is a human's.</summary>
public enum Tier
{
    /// <summary>Information, status, simple changes.</summary>
    Low,
    /// <summary>Money above a limit, the outcome of a complaint, goodwill.</summary>
    Medium,
    /// <summary>Refusal of a right, vulnerable customer, fraud, safety, legal.</summary>
    High,
}

/// <summary>One decision with its reasons, weightiest first.</summary>
/// <param name="Act">What must happen.</param>
/// <param name="Tier">How much hangs on it.</param>
/// <param name="Reasons">Why.</param>
/// <param name="NearMisses">What came close to its threshold without reaching it.</param>
/// <param name="Policy">Version of the policy used.</param>
public sealed record Decision(Act Act, Tier Tier, ImmutableArray<Reason> Reasons, ImmutableArray<Reason> NearMisses, string Policy);

/// <summary>Why something was decided.</summary>
/// <param name="Code">See <see cref="ReasonCodes"/>.</param>
/// <param name="Probability">How sure, 0..1.</param>
/// <param name="Threshold">What it was held against, 0..1; 0 for rules without one.</param>
/// <param name="Evidence">What it stands on.</param>
public sealed record Reason(string Code, double Probability, double Threshold, ImmutableArray<Evidence> Evidence);

/// <summary>Reasons a decision can have; each has a phrase <c>reason-CODE</c> for customers and for the desk.</summary>
public static class ReasonCodes
{
    /// <summary>The customer asked for a human.</summary>
    public const string AskedForHuman = "asked-for-human";
    /// <summary>Frustration passed the threshold.</summary>
    public const string Frustration = "frustration";
    /// <summary>Dissatisfaction, said or implied, passed the threshold.</summary>
    public const string Dissatisfaction = "dissatisfaction";
    /// <summary>Danger to someone.</summary>
    public const string Crisis = "crisis";
    /// <summary>What might be danger.</summary>
    public const string Care = "care";
    /// <summary>The customer was not understood twice, or was given the same answer again.</summary>
    public const string NotUnderstood = "not-understood";
    /// <summary>Abuse or a threat.</summary>
    public const string Abuse = "abuse";
    /// <summary>A matter that only a human may decide: fraud, safety, legal.</summary>
    public const string HighRisk = "high-risk";
    /// <summary>Our own turn failed.</summary>
    public const string TurnFailed = "turn-failed";
    /// <summary>The agent left without finishing.</summary>
    public const string AgentLeft = "agent-left";
    /// <summary>The customer accepted the offer of a human.</summary>
    public const string OfferAccepted = "offer-accepted";
}
