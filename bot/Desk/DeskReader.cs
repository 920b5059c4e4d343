using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Handoffs;
using TrustBot.Storage;

namespace TrustBot.Desk;

/// <summary>Reads what the desk shows. It has no way to write.</summary>
internal sealed class DeskReader(IConversationStore store, IPackets packets, ILogger<DeskReader> log)
{
    /// <summary>How many log entries a page shows at once; earlier ones are a link away.</summary>
    internal const long Window = 400;

    private const int Page = 500;

    public Task<Conversation?> Load(string id, CancellationToken cancel) => store.Load(id, cancel);

    /// <summary>The log after a sequence, as far as the snapshot knows it: both must tell of the same moment.</summary>
    public async Task<IReadOnlyList<LogEntry>> After(Conversation now, long after, CancellationToken cancel)
    {
        var all = new List<LogEntry>();
        while (true)
        {
            var page = await store.Read(now.Id, after, Page, cancel);
            all.AddRange(page.TakeWhile(e => e.Seq <= now.Version));
            if (page.Count < Page || page[^1].Seq >= now.Version) return all;
            after = page[^1].Seq;
        }
    }

    /// <summary>The packet; null also when it cannot be built, because the conversation must open all the same.</summary>
    public async Task<HandoffPacket?> Packet(string id, AgentRef agent, CancellationToken cancel)
    {
        try
        {
            return await packets.For(id, agent, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException and not StoreUnavailableException)
        {
            log.LogError(e, "The packet of conversation {Conversation} could not be built; the desk shows the log without it.", id);
            return null;
        }
    }
}
