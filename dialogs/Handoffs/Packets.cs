using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs.Handoffs;

/// <summary>
/// Builds the packet from the snapshot and the log, by rules that never invent: every sentence is a phrase filled with
/// what the log holds, and links to its place there.
/// </summary>
public static class Packets
{
    /// <summary>The language of the desk.</summary>
    private const string DeskCulture = LocaleSet.Base;

    /// <summary>The packet for an agent.</summary>
    /// <param name="conversation">The snapshot.</param>
    /// <param name="log">The whole log, oldest first.</param>
    /// <param name="locales">The locale files.</param>
    /// <param name="agent">Who reads it; suggested replies carry the name.</param>
    public static HandoffPacket Build(Conversation conversation, IReadOnlyList<LogEntry> log, LocaleSet locales, AgentRef agent)
    {
        var culture = locales.Find(conversation.Culture) ?? locales[LocaleSet.Base];
        var desk = new Style(locales[DeskCulture], Register.Polite, Mood.Calm);
        var reasons = conversation.HandoffReasons.IsEmpty ? conversation.LastDecision?.Reasons ?? [] : conversation.HandoffReasons;
        var packet = new HandoffPacket
        {
            ConversationId = conversation.Id,
            ChannelId = conversation.Reference.ChannelId,
            Culture = culture.Tag,
            CultureName = culture.Name,
            Register = conversation.Register,
            Mood = conversation.Mood,
            Territory = conversation.Territory,
            Zone = conversation.Zone,
            Tier = conversation.Queue?.Tier ?? conversation.LastDecision?.Tier ?? Tier.Low,
            ScoringOff = conversation.ScoringOff,
            ToneAdvice = Tone(desk, conversation, culture),
            Why = [.. reasons.Select(r => Why(desk, r, log))],
            MoodTimeline = conversation.ScoringOff ? [] : Timeline(log),
            Story = Story.Tell(desk, conversation, log),
            Slots = [.. conversation.Slots.Where(s => s.Value.Length > 0)],
            FactsTold = conversation.FactsTold,
            Promises = conversation.Promises,
            Disclosures = conversation.Disclosures,
            EarlierHandoffs = Math.Max(0, conversation.Handoffs - 1),
            Suggested = Suggested(desk, conversation, locales, agent),
        };
        return packet with { Missing = Missing(desk, packet, log) };
    }

    private static ImmutableArray<string> Tone(Style desk, Conversation conversation, Culture culture)
    {
        var keys = new List<string> { $"desk-tone-{conversation.Register.ToString().ToLowerInvariant()}" };
        if (conversation.Mood != Mood.Calm) keys.Insert(0, $"desk-tone-{conversation.Mood.ToString().ToLowerInvariant()}");
        keys.Add($"desk-tone-culture-{culture.Tag}");
        return [.. keys.Where(desk.Culture.Voice.Phrases.ContainsKey).Select(k => Wording.Label(desk, k))];
    }

    private static PacketReason Why(Style desk, Reason reason, IReadOnlyList<LogEntry> log) =>
        new(reason.Code, Wording.Label(desk, $"desk-reason-{reason.Code}"), reason.Probability, reason.Threshold,
            // What the exchange shows is no words of the customer's, and is not quoted as theirs.
            [.. reason.Evidence.Where(e => e.Length > 0).DistinctBy(e => e.Quote).Select(e => new Quote(e.Quote, PlaceOf(e, log), Math.Round(e.Weight, 2)))]);

    /// <summary>The customer's message that holds the words: one of those the reading with this evidence was about.</summary>
    private static long PlaceOf(Evidence evidence, IReadOnlyList<LogEntry> log)
    {
        var read = log.Select(e => e.Event).OfType<Sensed>().LastOrDefault(s => s.Reading.Evidence.Contains(evidence));
        var words = Story.CustomerLines(log).Where(e => read is null || (e.Seq >= read.First && e.Seq <= read.Last)).ToList();
        return (words.LastOrDefault(e => Story.Text(e).Contains(evidence.Quote, StringComparison.Ordinal)) ?? words.LastOrDefault())?.Seq ?? 0;
    }

    private static ImmutableArray<MoodPoint> Timeline(IReadOnlyList<LogEntry> log) =>
        [.. log.Where(e => e.Event is Sensed).Select(e => (e, S: (Sensed)e.Event))
            .Select(x => new MoodPoint(x.S.Last, x.e.At, x.S.Reading.Sentiment, x.S.Reading.Frustration, x.S.Friction, x.S.Reading.Distress))];

    private static ImmutableArray<SuggestedReply> Suggested(Style desk, Conversation conversation, LocaleSet locales, AgentRef agent)
    {
        if (conversation.Culture.Length == 0) return [];
        var style = Style.Of(conversation, locales);
        var replies = ImmutableArray.CreateBuilder<SuggestedReply>();
        Add("suggest-hello", 0.9, "desk-suggest-hello", ("agent", agent.Name));
        if (conversation.Mood == Mood.Strained) Add("suggest-apology", 0.75, "desk-suggest-empathy");
        if (conversation.Slots.GetValueOrDefault(Topics.Slots.Order) is { Length: > 0 } order) Add("suggest-order", 0.6, "desk-suggest-next", ("order", order));
        return replies.ToImmutable();

        void Add(string key, double confidence, string because, params ReadOnlySpan<(string, string)> values) =>
            replies.Add(new(Wording.Of(style, Line.Of(key, values), -1, conversation.Id).Text, confidence, Wording.Label(desk, because)));
    }

    /// <summary>What a whole packet must hold; a partial handoff is never silent.</summary>
    private static ImmutableArray<string> Missing(Style desk, HandoffPacket packet, IReadOnlyList<LogEntry> log)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        if (packet.Disclosures.IsEmpty) missing.Add(Wording.Label(desk, "desk-missing-disclosure"));
        if (packet.Why.IsEmpty) missing.Add(Wording.Label(desk, "desk-missing-reason"));
        if (log.Count == 0 || log[0].Seq != 1 || log[^1].Seq != log.Count) missing.Add(Wording.Label(desk, "desk-missing-transcript"));
        return missing.ToImmutable();
    }
}
