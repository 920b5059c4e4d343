using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Handoffs;

/// <summary>
/// Everything a human needs to go on where the AI stopped, so that nothing is asked twice. The whole transcript
/// stands beside it in the log; each line of the story links to its place there.
/// </summary>
public sealed record HandoffPacket
{
    /// <summary>The conversation.</summary>
    public required string ConversationId { get; init; }
    /// <summary>The channel the customer writes on.</summary>
    public required string ChannelId { get; init; }
    /// <summary>The culture spoken, and its name.</summary>
    public required string Culture { get; init; }
    /// <summary>The culture's own name for itself.</summary>
    public required string CultureName { get; init; }
    /// <summary>The register spoken now.</summary>
    public required Register Register { get; init; }
    /// <summary>The customer's mood as spoken to now.</summary>
    public required Mood Mood { get; init; }
    /// <summary>Territory for lines of help; null when unknown.</summary>
    public string? Territory { get; init; }
    /// <summary>IANA zone; null when unknown.</summary>
    public string? Zone { get; init; }
    /// <summary>How much hangs on it.</summary>
    public Tier Tier { get; init; }
    /// <summary>Whether the customer asked not to have their mood analysed.</summary>
    public bool ScoringOff { get; init; }
    /// <summary>How to speak with this customer, in the agent's language.</summary>
    public ImmutableArray<string> ToneAdvice { get; init; } = [];
    /// <summary>Why now, weightiest first.</summary>
    public ImmutableArray<PacketReason> Why { get; init; } = [];
    /// <summary>Turn by turn.</summary>
    public ImmutableArray<MoodPoint> MoodTimeline { get; init; } = [];
    /// <summary>Situation, what was tried, what is wanted; built from the log by rules that never invent.</summary>
    public ImmutableArray<StoryLine> Story { get; init; } = [];
    /// <summary>What the customer has told: slot and value.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Slots { get; init; } = [];
    /// <summary>What the customer was told.</summary>
    public ImmutableArray<FactTold> FactsTold { get; init; } = [];
    /// <summary>What was promised.</summary>
    public ImmutableArray<Promise> Promises { get; init; } = [];
    /// <summary>When, how and in which language the AI disclosed itself.</summary>
    public ImmutableArray<Disclosure> Disclosures { get; init; } = [];
    /// <summary>How often it went to humans before.</summary>
    public int EarlierHandoffs { get; init; }
    /// <summary>Next replies, best first, in the customer's language and register.</summary>
    public ImmutableArray<SuggestedReply> Suggested { get; init; } = [];
    /// <summary>What the completeness check found missing; empty when the packet is whole.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];
}

/// <summary>A reason for the handoff, as a sentence for the agent, with what it stands on.</summary>
/// <param name="Code">See <see cref="ReasonCodes"/>.</param>
/// <param name="Sentence">In the agent's language.</param>
/// <param name="Probability">0..1.</param>
/// <param name="Threshold">0..1; 0 for rules without one.</param>
/// <param name="Quotes">The customer's own words, with their place in the log.</param>
public sealed record PacketReason(string Code, string Sentence, double Probability, double Threshold, ImmutableArray<Quote> Quotes);

/// <summary>Words of the customer and where they stand in the log.</summary>
public sealed record Quote(string Text, long Seq, double Weight);

/// <summary>One customer turn on the mood timeline.</summary>
/// <param name="Seq">Place in the log.</param>
/// <param name="At">When.</param>
/// <param name="Sentiment">−1..1.</param>
/// <param name="Frustration">0..1.</param>
/// <param name="Friction">0..1, accumulated.</param>
/// <param name="Distress">The level heard.</param>
public sealed record MoodPoint(long Seq, DateTimeOffset At, double Sentiment, double Frustration, double Friction, Distress Distress);

/// <summary>One line of the story so far.</summary>
/// <param name="Section">situation, tried or wanted.</param>
/// <param name="Text">The sentence, in the agent's language, or the customer's own words.</param>
/// <param name="Seq">Place in the log that it stands on.</param>
public sealed record StoryLine(string Section, string Text, long Seq);

/// <summary>A reply the agent may take over.</summary>
/// <param name="Text">Ready to send.</param>
/// <param name="Confidence">0..1.</param>
/// <param name="Because">Why it is suggested, in the agent's language.</param>
public sealed record SuggestedReply(string Text, double Confidence, string Because);
