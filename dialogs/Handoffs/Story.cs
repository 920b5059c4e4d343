using System.Collections.Immutable;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs.Handoffs;

/// <summary>The story so far in a few sentences: situation, what was tried, what is wanted.</summary>
internal static class Story
{
    /// <summary>More than this is a transcript again.</summary>
    private const int MostTried = 6;

    private const int LongestQuote = 300;

    public static ImmutableArray<StoryLine> Tell(Style desk, Conversation conversation, IReadOnlyList<LogEntry> log)
    {
        var story = ImmutableArray.CreateBuilder<StoryLine>();
        Situation(desk, conversation, log, story);
        story.AddRange(Tried(desk, conversation, log));
        Wanted(desk, conversation, log, story);
        return story.ToImmutable();
    }

    private static void Situation(Style desk, Conversation conversation, IReadOnlyList<LogEntry> log, ImmutableArray<StoryLine>.Builder story)
    {
        var words = CustomerLines(log).FirstOrDefault(e => Text(e).Length > 12) ?? CustomerLines(log).FirstOrDefault();
        if (words is not null) story.Add(new("situation", Quoted(words), words.Seq));
        if (conversation.Topic.Name is { Length: > 0 } topic && desk.Culture.Topics.TryGetValue(topic, out var known))
            story.Add(new("situation", Say(desk, "desk-situation-topic", ("topic", known.Name)), LastSeq(log)));
        if (conversation.Slots.GetValueOrDefault(Topics.Slots.Order) is { Length: > 0 } order)
            story.Add(new("situation", Say(desk, "desk-situation-order", ("order", order)), Place(log, t => Topics.Slots.In(t).GetValueOrDefault(Topics.Slots.Order) == order)));
    }

    private static IEnumerable<StoryLine> Tried(Style desk, Conversation conversation, IReadOnlyList<LogEntry> log)
    {
        var tried = conversation.FactsTold.Select(f => new StoryLine("tried", Say(desk, "desk-tried-told", ("fact", $"{f.Key}: {f.Value}")), SaidAt(log, f))).ToList();
        foreach (var entry in log)
            if (entry.Event is Said { Speaker: Roles.Bot } said)
            {
                if (said.Phrases.Any(p => p is "not-understood" or "not-understood-offer")) tried.Add(new("tried", Say(desk, "desk-tried-failed"), entry.Seq));
                else if (said.Phrases.Contains("offer-human")) tried.Add(new("tried", Say(desk, "desk-tried-offer"), entry.Seq));
                else if (said.Phrases.FirstOrDefault(p => p.StartsWith("ask-", StringComparison.Ordinal)) is { } asked) tried.Add(new("tried", Say(desk, "desk-tried-asked", ("slot", asked["ask-".Length..])), entry.Seq));
            }
        return tried.OrderBy(t => t.Seq).TakeLast(MostTried);
    }

    private static void Wanted(Style desk, Conversation conversation, IReadOnlyList<LogEntry> log, ImmutableArray<StoryLine>.Builder story)
    {
        var last = CustomerLines(log).LastOrDefault();
        if (conversation.HandoffReasons.Any(r => r.Code is ReasonCodes.AskedForHuman or ReasonCodes.OfferAccepted)) story.Add(new("wanted", Say(desk, "desk-wanted-human"), last?.Seq ?? 0));
        if (conversation.Slots.GetValueOrDefault(Topics.Slots.Complaint) is { Length: > 0 } complaint) story.Add(new("wanted", Say(desk, "desk-wanted-complaint"), Place(log, t => t.Contains(complaint, StringComparison.Ordinal) || complaint.Contains(t, StringComparison.Ordinal))));
        if (last is not null) story.Add(new("wanted", Quoted(last), last.Seq));
    }

    /// <summary>The customer's own messages; what agents wrote is accepted too and is none of them.</summary>
    internal static IEnumerable<LogEntry> CustomerLines(IReadOnlyList<LogEntry> log) =>
        log.Where(e => e.Event is Accepted { Activity: { Type: ActivityTypes.Message, Text.Length: > 0 } activity } && !Channels.IsInternal(activity.ChannelId));

    /// <summary>The words of a customer's message.</summary>
    internal static string Text(LogEntry entry) => ((Accepted)entry.Event).Activity.Text!;

    private static string Quoted(LogEntry entry)
    {
        var text = Text(entry);
        if (text.Length <= LongestQuote) return $"“{text}”";
        return $"“{text[..(char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)]}…”";
    }

    /// <summary>The last message of the customer that fits, or else their last one: each line stands on something.</summary>
    private static long Place(IReadOnlyList<LogEntry> log, Func<string, bool> fits) => CustomerLines(log).LastOrDefault(e => fits(Text(e)))?.Seq ?? LastSeq(log);

    /// <summary>The line that told a fact: of those said then, the one that names what it is about.</summary>
    private static long SaidAt(IReadOnlyList<LogEntry> log, FactTold fact)
    {
        var about = fact.Key[(fact.Key.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var said = log.Where(e => e.Event is Said { Speaker: Roles.Bot } && e.At >= fact.At).ToList();
        return (said.FirstOrDefault(e => ((Said)e.Event).Activity.Text?.Contains(about, StringComparison.Ordinal) == true) ?? said.FirstOrDefault())?.Seq ?? LastSeq(log);
    }

    private static long LastSeq(IReadOnlyList<LogEntry> log) => CustomerLines(log).LastOrDefault()?.Seq ?? 0;

    private static string Say(Style desk, string key, params ReadOnlySpan<(string, string)> values) => Wording.Of(desk, Line.Of(key, values), -1, "").Text;
}
