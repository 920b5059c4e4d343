using System.Collections.Immutable;
using System.Text.Json.Serialization;
using TrustBot.Dialogs.Activities;

namespace TrustBot.Dialogs.Conversations;

/// <summary>One line of a conversation's log: its number, its time, what happened.</summary>
/// <param name="Seq">From 1, without gaps.</param>
/// <param name="At">When it was appended, UTC.</param>
/// <param name="Event">What happened.</param>
public sealed record LogEntry(long Seq, DateTimeOffset At, ConversationEvent Event);

/// <summary>Something that happened in a conversation. The log of these is what the conversation is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Disclosed), "disclosed")]
[JsonDerivedType(typeof(Sensed), "sensed")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(Said), "said")]
[JsonDerivedType(typeof(CustodyMoved), "custody-moved")]
[JsonDerivedType(typeof(PromiseChanged), "promise")]
[JsonDerivedType(typeof(EffectRequested), "effect-requested")]
[JsonDerivedType(typeof(EffectFinished), "effect-finished")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(WrappedUp), "wrapped-up")]
[JsonDerivedType(typeof(DeliveryChanged), "delivery")]
[JsonDerivedType(typeof(TurnFailed), "turn-failed")]
[JsonDerivedType(typeof(TurnFinished), "turn-finished")]
public abstract record ConversationEvent;

/// <summary>The conversation began: how the customer is reached, and the locale the channel gave, if any.</summary>
public sealed record Opened(ConversationReference Reference, string? Locale) : ConversationEvent;

/// <summary>An activity was accepted: authenticated, deduplicated, protected, durable.</summary>
/// <param name="Key">The dedupe key.</param>
/// <param name="Activity">The activity, personal data replaced by tokens.</param>
/// <param name="Hidden">What was replaced: card, password, code.</param>
public sealed record Accepted(string Key, Activity Activity, ImmutableArray<string> Hidden) : ConversationEvent;

/// <summary>The customer was told that this is an AI (law: L1, L2).</summary>
public sealed record Disclosed(Disclosure Disclosure) : ConversationEvent;

/// <summary>A customer's turn was read.</summary>
/// <param name="First">Sequence of the first accepted message read.</param>
/// <param name="Last">Sequence of the last one: a burst is read as one.</param>
/// <param name="Reading">What it says.</param>
/// <param name="Friction">The friction ledger's level after this turn, 0..1.</param>
public sealed record Sensed(long First, long Last, Reading Reading, double Friction) : ConversationEvent;

/// <summary>What had to happen was decided.</summary>
public sealed record Decided(Decision Decision) : ConversationEvent;

/// <summary>Something was said to the customer, by the AI or by a human agent.</summary>
/// <param name="Activity">What goes out; id, timestamp and channel fields are stamped on delivery.</param>
/// <param name="Speaker">One of <see cref="Roles.Bot"/> and <see cref="Roles.Agent"/>.</param>
/// <param name="Phrases">Keys of the phrases it is made of; empty for a human's words.</param>
/// <param name="ReplyTo">Sequence of the accepted activity it answers; 0 when it answers none.</param>
/// <param name="MayRepeat">Whether a doubtful delivery may be tried once more: disclosure, handoff and crisis only.</param>
public sealed record Said(Activity Activity, string Speaker, ImmutableArray<string> Phrases, long ReplyTo, bool MayRepeat) : ConversationEvent;

/// <summary>Custody moved.</summary>
public sealed record CustodyMoved(Custody From, Custody To, string Reason, AgentRef? Agent) : ConversationEvent;

/// <summary>A promise was made or changed its state.</summary>
public sealed record PromiseChanged(Promise Promise) : ConversationEvent;

/// <summary>A deed outside is asked for; done once per <see cref="Effect.Key"/>.</summary>
public sealed record EffectRequested(Effect Effect) : ConversationEvent;

/// <summary>The deed is done, or cannot be.</summary>
public sealed record EffectFinished(string Key, bool Done, string? Detail) : ConversationEvent;

/// <summary>An agent's note; never shown to the customer.</summary>
public sealed record Noted(AgentRef Agent, string Text) : ConversationEvent;

/// <summary>An agent's closing judgement.</summary>
public sealed record WrappedUp(AgentRef Agent, WrapUp WrapUp) : ConversationEvent;

/// <summary>How the delivery of a line stands on a channel that is pushed to (design §2, promise 6).</summary>
/// <param name="Line">Sequence of the <see cref="Said"/>.</param>
/// <param name="State">started, delivered, unknown, refused, superseded or not sent.</param>
/// <param name="Detail">For the desk: why.</param>
public sealed record DeliveryChanged(long Line, DeliveryState State, string? Detail) : ConversationEvent;

/// <summary>A turn could not be run; the words are kept and a human is called (promise 5).</summary>
/// <param name="Key">The activity it was about.</param>
/// <param name="Reference">What the operator searches the server's log for.</param>
public sealed record TurnFailed(string Key, string Reference) : ConversationEvent;

/// <summary>The activities with these keys are answered.</summary>
/// <param name="Keys">Dedupe keys of the activities.</param>
/// <param name="Locales">Hash of the locale files used.</param>
/// <param name="Policy">Version of the policy used.</param>
public sealed record TurnFinished(ImmutableArray<string> Keys, string Locales, string Policy) : ConversationEvent;

/// <summary>States of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>About to be sent: from here on a crash leaves it unknown.</summary>
    Started,
    /// <summary>The channel took it.</summary>
    Delivered,
    /// <summary>Sent perhaps; not repeated.</summary>
    Unknown,
    /// <summary>The channel will not take it.</summary>
    Refused,
    /// <summary>Not sent: a human had taken over.</summary>
    Superseded,
    /// <summary>Nothing reached the channel; it is tried again.</summary>
    NotSent,
}
