using System.Collections.Immutable;

namespace TrustBot.Dialogs.Conversations;

/// <summary>Proof that the customer was told they talk to an AI (law: L2).</summary>
/// <param name="TextVersion">Hash of the wording said.</param>
/// <param name="Culture">Culture it was said in.</param>
/// <param name="ChannelId">Channel it was said on.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Why">first, language, return, reopened or crisis.</param>
public sealed record Disclosure(string TextVersion, string Culture, string ChannelId, DateTimeOffset At, string Why);

/// <summary>Something promised to the customer.</summary>
/// <param name="Id">Derived from the conversation and the sequence.</param>
/// <param name="Kind">callback, complaint-answer, refund, human.</param>
/// <param name="Due">The instant it is due.</param>
/// <param name="Zone">IANA zone in which it was said.</param>
/// <param name="Said">The wall time as it was said.</param>
/// <param name="State">open, kept, late, broken or withdrawn.</param>
/// <param name="Detail">What was promised, as facts: reference, number to call.</param>
public sealed record Promise(string Id, string Kind, DateTimeOffset Due, string Zone, string Said, string State, string Detail);

/// <summary>A deed asked of the world outside the conversation.</summary>
/// <param name="Key">Idempotency key: conversation, activity, step.</param>
/// <param name="Kind">file-complaint, book-callback.</param>
/// <param name="Data">What is needed to do it.</param>
public sealed record Effect(string Key, string Kind, ImmutableSortedDictionary<string, string> Data);

/// <summary>A fact told to the customer, so that it is not contradicted or asked again.</summary>
/// <param name="Key">For example <c>order LN-1001 status</c>.</param>
/// <param name="Value">What was told.</param>
/// <param name="At">When.</param>
/// <param name="Source">Which system said so.</param>
public sealed record FactTold(string Key, string Value, DateTimeOffset At, string Source);

/// <summary>An agent's closing judgement on a handoff; feeds calibration.</summary>
/// <param name="Outcome">resolved, promised, referred or abandoned.</param>
/// <param name="EscalationRight">Whether a human was needed: yes, no or late.</param>
/// <param name="Note">In the agent's words.</param>
public sealed record WrapUp(string Outcome, string EscalationRight, string? Note);

/// <summary>What the bot and the exchange have cost the customer, and what danger is in the air.</summary>
/// <param name="Level">Accumulated friction, 0..1, leaking over event time.</param>
/// <param name="At">When it was last brought up to date.</param>
/// <param name="NotUnderstood">Turns in a row that were not understood.</param>
/// <param name="LastWords">The customer's last words, normalised, to see repeats; empty at first.</param>
/// <param name="LastRaw">The customer's last words as written, joined with the next when they come in a burst.</param>
/// <param name="LastWordsAt">When they came.</param>
/// <param name="LastAct">The bot's last act: disclose, answer, clarify, fallback, refuse, apologise, confirm, handoff_offer, handoff.</param>
/// <param name="LastAnswer">Phrase keys and arguments of the last answer, hashed, to see the same answer given again.</param>
/// <param name="Turns">Customer turns so far.</param>
/// <param name="Abuse">Customer turns so far that were abusive.</param>
/// <param name="SameAnswers">How often in a row the bot has given the answer it had just given.</param>
/// <param name="Refusals">How often it has refused what was wanted.</param>
/// <param name="Trouble">Probability of marked frustration or dissatisfaction in the customer's last turn, 0..1.</param>
public sealed record Friction(
    double Level, DateTimeOffset At, int NotUnderstood, string LastWords, string LastRaw, DateTimeOffset LastWordsAt,
    string LastAct, string LastAnswer, int Turns, int Abuse = 0, int SameAnswers = 0, int Refusals = 0, double Trouble = 0)
{
    /// <summary>Nothing yet.</summary>
    public static Friction None { get; } = new(0, DateTimeOffset.MinValue, 0, "", "", DateTimeOffset.MinValue, "", "", 0);
}

/// <summary>Danger stays until a human clears it or the customer clearly denies it.</summary>
public enum Danger
{
    /// <summary>None.</summary>
    None,
    /// <summary>Might be; Care was given.</summary>
    Care,
    /// <summary>Danger; the crisis message was given.</summary>
    Crisis,
}

/// <summary>The topic under discussion.</summary>
/// <param name="Name">Topic name, see <c>topics.yaml</c>; empty when none.</param>
/// <param name="Asking">The slot asked for last; empty when none.</param>
/// <param name="Choices">Topics offered in a clarifying question.</param>
public sealed record TopicState(string Name, string Asking, ImmutableArray<string> Choices)
{
    /// <summary>No topic yet.</summary>
    public static TopicState None { get; } = new("", "", []);
}

/// <summary>An accepted activity that is not answered yet.</summary>
public sealed record PendingActivity(long Seq, DateTimeOffset At, Accepted Accepted);
