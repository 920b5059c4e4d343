using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Handoffs;

namespace TrustBot.Desk;

/// <summary>Builds what an agent is given with a conversation, from its log, as it stands now.</summary>
internal interface IPackets
{
    /// <summary>The packet; null when there is nothing to hand over yet.</summary>
    /// <exception cref="Storage.StoreUnavailableException">The log cannot be read.</exception>
    Task<HandoffPacket?> For(string conversationId, AgentRef agent, CancellationToken cancel);
}
