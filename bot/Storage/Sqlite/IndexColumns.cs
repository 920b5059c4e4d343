using TrustBot.Dialogs.Conversations;

namespace TrustBot.Storage.Sqlite;

/// <summary>What lists and timers search by: derived from the snapshot, here and nowhere else.</summary>
internal sealed record IndexColumns(
    string Custody, int Tier, string Reason, long? WaitingSince, string Culture, string Channel, string Mood, long? NextDue, bool OpenWork)
{
    public static IndexColumns Of(Conversation conversation) => new(
        conversation.Custody.ToString(),
        (int)(conversation.Queue?.Tier ?? conversation.LastDecision?.Tier ?? Dialogs.Conversations.Tier.Low),
        conversation.Queue?.Reason ?? conversation.HandoffReasons.FirstOrDefault()?.Code ?? "",
        conversation.Custody == Dialogs.Conversations.Custody.Waiting ? conversation.Queue?.Since.UtcTicks : null,
        conversation.Culture,
        conversation.Reference.ChannelId,
        conversation.Mood.ToString(),
        conversation.NextDue()?.UtcTicks,
        conversation.HasOpenWork());
}
