using System.Collections.Immutable;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Conversations;

/// <summary>
/// The snapshot kept beside the log: all that the next turn needs, and bounded, so that a turn costs the same
/// after ten thousand others. What is only shown (transcript, mood timeline) is read from the log instead.
/// </summary>
/// <remarks>
/// A snapshot kept by an earlier version lacks the fields that came later, and generated JSON then hands null to
/// <c>init</c>: each field that must not be null turns that into its default itself.
/// </remarks>
public sealed record Conversation
{
    /// <summary>Our id; opaque, unguessable.</summary>
    public required string Id { get; init; }
    /// <summary>Sequence of the last log entry; the version that fences writers. 0 before the first.</summary>
    public long Version { get; init; }
    /// <summary>How the customer is reached.</summary>
    public required ConversationReference Reference { get; init; }
    /// <summary>When it began, UTC.</summary>
    public DateTimeOffset OpenedAt { get; init; }
    /// <summary>When the customer last wrote, UTC.</summary>
    public DateTimeOffset? LastCustomerAt { get; init; }

    /// <summary>The locale the channel or browser gave; null when it gave none.</summary>
    public string? LocaleHint { get; init; }
    /// <summary>Culture spoken to the customer: a folder in <c>locales/</c>; empty until the first turn.</summary>
    public string Culture { get; init => field = value ?? ""; } = "";
    /// <summary>Whether the customer's own words, not a setting, have decided the culture.</summary>
    public bool CultureFromWords { get; init; }
    /// <summary>ISO 3166 territory for lines of help; null when unknown, and then never guessed.</summary>
    public string? Territory { get; init; }
    /// <summary>The customer's IANA time zone; null when unknown.</summary>
    public string? Zone { get; init; }
    /// <summary>Register spoken now.</summary>
    public Register Register { get; init; } = Register.Polite;
    /// <summary>Register the customer's own way of writing led us into; null while we keep to the culture's default.</summary>
    public Register? RegisterLed { get; init; }
    /// <summary>Register the customer asked for in words; it stands over every habit of the culture until they ask for another.</summary>
    public Register? RegisterWished { get; init; }
    /// <summary>Mood spoken to now.</summary>
    public Mood Mood { get; init; }
    /// <summary>Whether the customer asked not to have their mood analysed; safety cues stay on.</summary>
    public bool ScoringOff { get; init; }

    /// <summary>Who has the conversation.</summary>
    public Custody Custody { get; init; }
    /// <summary>The human who has it, while one has.</summary>
    public AgentRef? Agent { get; init; }
    /// <summary>The stand in the queue, while waiting; kept while a human has it, for whom they put back comes first.</summary>
    public QueueStand? Queue { get; init; }
    /// <summary>How often it went to humans.</summary>
    public int Handoffs { get; init; }
    /// <summary>Reasons of the last handoff; cleared on return, so that it cannot loop.</summary>
    public ImmutableArray<Reason> HandoffReasons { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Which languages the AI has disclosed itself in.</summary>
    public ImmutableArray<Disclosure> Disclosures { get; init => field = value.IsDefault ? [] : value; } = [];
    /// <summary>The friction ledger.</summary>
    public Friction Friction { get; init => field = value ?? Friction.None; } = Friction.None;
    /// <summary>Danger in the air.</summary>
    public Danger Danger { get; init; }
    /// <summary>The topic under discussion.</summary>
    public TopicState Topic { get; init => field = value ?? TopicState.None; } = TopicState.None;
    /// <summary>What the customer has told, asked once and kept across topics and handoffs.</summary>
    public ImmutableSortedDictionary<string, string> Slots { get; init => field = value ?? ImmutableSortedDictionary<string, string>.Empty; } = ImmutableSortedDictionary<string, string>.Empty;
    /// <summary>What the customer was told; the last fifty.</summary>
    public ImmutableArray<FactTold> FactsTold { get; init => field = value.IsDefault ? [] : value; } = [];
    /// <summary>What was promised.</summary>
    public ImmutableArray<Promise> Promises { get; init => field = value.IsDefault ? [] : value; } = [];
    /// <summary>Which wording of a phrase was used last, so that it is not heard twice in a row.</summary>
    public ImmutableSortedDictionary<string, int> Wordings { get; init => field = value ?? ImmutableSortedDictionary<string, int>.Empty; } = ImmutableSortedDictionary<string, int>.Empty;
    /// <summary>The last decision that did something, for "why did you do that".</summary>
    public Decision? LastDecision { get; init; }
    /// <summary>What the last answer stood on, for "why did you say that": system, key.</summary>
    public ImmutableArray<string> LastGrounds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Accepted and not yet answered, oldest first.</summary>
    public ImmutableArray<PendingActivity> Pending { get; init => field = value.IsDefault ? [] : value; } = [];
    /// <summary>Deeds asked for and not yet finished.</summary>
    public ImmutableArray<Effect> Effects { get; init => field = value.IsDefault ? [] : value; } = [];
    /// <summary>Lines that wait to be pushed: sequences of <see cref="Said"/>; empty on channels that read the log.</summary>
    public ImmutableArray<long> Undelivered { get; init => field = value.IsDefault ? [] : value; } = [];
    /// <summary>Due times by name.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Timers { get; init => field = value ?? ImmutableSortedDictionary<string, DateTimeOffset>.Empty; } = ImmutableSortedDictionary<string, DateTimeOffset>.Empty;

    /// <summary>A new conversation, at version 1: its first log entry is <see cref="Opened"/>.</summary>
    public static Conversation Open(string id, ConversationReference reference, string? locale, DateTimeOffset now) => new()
    {
        Id = id,
        Version = 1,
        Reference = reference,
        OpenedAt = now,
        LocaleHint = locale,
    };

    /// <summary>With one activity accepted at the next place in the log.</summary>
    public Conversation Accept(Accepted accepted, DateTimeOffset now) => this with
    {
        Version = Version + 1,
        Pending = Pending.Add(new(Version + 1, now, accepted)),
    };

    /// <summary>The earliest due time; null when none is set.</summary>
    public DateTimeOffset? NextDue() => Timers.IsEmpty ? null : Timers.Values.Min();

    /// <summary>Whether something waits to be done: an answer, a deed, a delivery.</summary>
    public bool HasOpenWork() => Pending.Length + Effects.Length + Undelivered.Length > 0;
}
