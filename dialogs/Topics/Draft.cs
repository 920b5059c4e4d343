using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs.Topics;

/// <summary>What a topic wants to say and do; review decides whether it may.</summary>
public sealed record Draft
{
    /// <summary>What is said.</summary>
    public required ImmutableArray<Line> Lines { get; init; }
    /// <summary>Keys of the buttons offered.</summary>
    public ImmutableArray<string> Chips { get; init; } = [];
    /// <summary>The bot's act, for the friction ledger: answer, clarify, fallback, confirm, refuse.</summary>
    public string Act { get; init; } = "answer";
    /// <summary>The topic afterwards.</summary>
    public TopicState Topic { get; init; } = TopicState.None;
    /// <summary>What the customer told in this turn.</summary>
    public ImmutableSortedDictionary<string, string> Slots { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
    /// <summary>What the customer is told.</summary>
    public ImmutableArray<FactTold> Facts { get; init; } = [];
    /// <summary>What the answer stands on: source phrase key and what it was asked about.</summary>
    public ImmutableArray<string> Grounds { get; init; } = [];
    /// <summary>Deeds asked for.</summary>
    public ImmutableArray<Effect> Effects { get; init; } = [];
    /// <summary>Promises made.</summary>
    public ImmutableArray<Promise> Promises { get; init; } = [];
    /// <summary>How much hangs on it.</summary>
    public Tier Tier { get; init; }
    /// <summary>Whether a human is offered with it: a refusal is never the AI's.</summary>
    public bool OffersHuman { get; init; }
    /// <summary>Whether the customer was not understood.</summary>
    public bool NotUnderstood { get; init; }
    /// <summary>Names what a system's answer says, to see the same answer given again; empty when no system was asked.</summary>
    public string Answer => Grounds.IsEmpty ? "" : Wording.Version(string.Join('|', Lines.SelectMany(l => l.Values.Values.Prepend(l.Key))));
    /// <summary>Whether no topic was found: not understood, or a question which topic it is.</summary>
    public bool IsLost => NotUnderstood || Topic.Name == Choose.ClarifyTopic;
}

/// <summary>What a topic comes to: an answer, or reads it must have first.</summary>
public abstract record TopicOutcome
{
    /// <summary>An answer.</summary>
    public sealed record Answered(Draft Draft) : TopicOutcome;
    /// <summary>Reads to gather, then the turn runs again.</summary>
    public sealed record Needs(ImmutableArray<Need> Reads) : TopicOutcome;

    /// <summary>An answer of one phrase.</summary>
    public static TopicOutcome Say(Line line, Draft? more = null) => new Answered((more ?? new Draft { Lines = [] }) with { Lines = [line] });
}

/// <summary>What a topic sees of a turn.</summary>
/// <param name="Conversation">The conversation, its slots and topic.</param>
/// <param name="Style">How we speak now.</param>
/// <param name="Text">The customer's words.</param>
/// <param name="Heard">Groups of cues heard and not negated: yes, no, …</param>
/// <param name="Facts">What was gathered.</param>
/// <param name="Policy">The operator's times.</param>
/// <param name="Seed">Conversation id and sequence, for references.</param>
/// <param name="Now">The turn's time.</param>
public sealed record TopicTurn(
    Conversation Conversation, Style Style, string Text, ImmutableHashSet<string> Heard, Facts Facts, Triage.Policy Policy, string Seed, DateTimeOffset Now)
{
    /// <summary>A slot told before or in this turn; null when not.</summary>
    public string? Slot(string name) => Conversation.Slots.GetValueOrDefault(name) is { Length: > 0 } told ? told : null;

    /// <summary>The customer's IANA zone; null when it is not known.</summary>
    public string? Zone => Conversation.Zone;
}
