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
        var lines = entries
            .Select(e => Transcript.Visible(conversation, e))
            .OfType<Activity>()
            // Web Chat has no renderer for it and says so on the customer's screen (DL-15).
            .Where(a => a.Type != ActivityTypes.EndOfConversation)
            .Select(Outgoing.Tidy);
        return new([.. lines], entries.Count == 0 ? after : entries[^1].Seq, entries.Count == PageSize);
    }
}
