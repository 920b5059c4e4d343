using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Handoffs;
using TrustBot.Locales;
using TrustBot.Storage;

namespace TrustBot.Desk;

/// <summary>Builds packets from the log as it stands when they are asked for.</summary>
internal sealed class PacketsFromLog(IConversationStore store, LocaleFolder locales) : IPackets
{
    private const int PageSize = 500;

    public async Task<HandoffPacket?> For(string conversationId, AgentRef agent, CancellationToken cancel)
    {
        if (await store.Load(conversationId, cancel) is not { } conversation) return null;
        var log = new List<LogEntry>();
        while (true)
        {
            var page = await store.Read(conversationId, log.Count, PageSize, cancel);
            log.AddRange(page);
            if (page.Count < PageSize) return Packets.Build(conversation, log, locales.Current.Locales, agent);
        }
    }
}
