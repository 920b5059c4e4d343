using System.Text.Json;
using System.Text.Json.Nodes;
using TrustBot.Dialogs.Activities;

namespace TrustBot.Channels.Connector;

/// <summary>A line of ours in the form a Connector channel takes: it gives ids and times itself (A2031, A2041).</summary>
internal static class Outbound
{
    public static Activity Form(Activity line, ConversationReference reference, string? replyToId) => Outgoing.Tidy(line) with
    {
        Id = null,
        Timestamp = null,
        ServiceUrl = reference.ServiceUrl,
        ChannelId = reference.ChannelId,
        Conversation = new ConversationAccount { Id = reference.ConversationId },
        From = (reference.Bot ?? new ChannelAccount()) with { Name = line.From?.Name ?? reference.Bot?.Name, Role = Roles.Bot },
        Recipient = reference.User,
        ReplyToId = replyToId,
        ChannelData = WithoutOurs(line.ChannelData),
    };

    private static JsonElement? WithoutOurs(JsonElement? channelData)
    {
        if (channelData is not { ValueKind: JsonValueKind.Object } data) return channelData;
        var rest = JsonObject.Create(data)!;
        rest.Remove("trustbot");
        rest.Remove("webchat:sequence-id");
        return rest.Count == 0 ? null : JsonSerializer.SerializeToElement(rest);
    }
}
