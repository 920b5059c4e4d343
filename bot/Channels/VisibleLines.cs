using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;

namespace TrustBot.Channels;

/// <summary>What a customer sees of a log after a place in it.</summary>
/// <param name="Activities">Oldest first.</param>
/// <param name="Last">The last place read, seen or not: the watermark.</param>
/// <param name="More">Whether the log may go on.</param>
internal sealed record VisibleLines(IReadOnlyList<Activity> Activities, long Last, bool More)
{
    /// <summary>Log entries read at once.</summary>
    internal const int PageSize = 200;

    public static async Task<VisibleLines> After(IConversationStore store, Conversation conversation, long after, CancellationToken cancel)
    {
        var entries = await store.Read(conversation.Id, after, PageSize, cancel);
        var lines = new List<Activity>();
        foreach (var entry in entries)
        {
            // Web Chat has no renderer for endOfConversation and says so on the customer's screen (DL-15).
            if (Transcript.Visible(conversation, entry) is not { } line || line.Type == ActivityTypes.EndOfConversation) continue;
            if (entry.Event is Said { ReplyTo: > 0 and var asked } && !await IsSeen(store, conversation, entries, asked, cancel)) line = line with { ReplyToId = null };
            lines.Add(Outgoing.Tidy(line));
        }
        return new(lines, entries.Count == 0 ? after : entries[^1].Seq, entries.Count == PageSize);
    }

    /// <summary>Web Chat holds a reply back for five seconds when it answers what the client has never seen (DL-11).</summary>
    private static async Task<bool> IsSeen(IConversationStore store, Conversation conversation, IReadOnlyList<LogEntry> entries, long seq, CancellationToken cancel)
    {
        var entry = entries.FirstOrDefault(e => e.Seq == seq);
        if (entry is null && await store.Read(conversation.Id, seq - 1, 1, cancel) is [var earlier]) entry = earlier;
        return entry is not null && Transcript.Visible(conversation, entry) is not null;
    }
}
