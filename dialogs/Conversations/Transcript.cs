using System.Buffers;
using System.Globalization;
using System.Text.Json;
using TrustBot.Dialogs.Activities;

namespace TrustBot.Dialogs.Conversations;

/// <summary>What of a conversation's log customers see, as activities of the protocol.</summary>
public static class Transcript
{
    private const string SequenceField = "webchat:sequence-id", OurField = "trustbot";

    /// <summary>The id of the activity at a place in the log: <c>CONVERSATION|0000007</c> (DL-12).</summary>
    public static string ActivityId(string conversationId, long seq) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversationId}|{seq:0000000}");

    /// <summary>The place in the log an activity id stands for; 0 when it is not one of this conversation's.</summary>
    public static long SeqOf(string conversationId, string? activityId)
    {
        if (activityId is null || !activityId.StartsWith(conversationId + "|", StringComparison.Ordinal)) return 0;
        return long.TryParse(activityId.AsSpan(conversationId.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : 0;
    }

    /// <summary>
    /// The activity a customer sees for a log entry; null for entries that are not theirs to see.
    /// A customer's own line comes back as the echo that Web Chat waits for (DL-10), and each carries its
    /// sequence so that order never hangs on a clock (DL-13).
    /// </summary>
    public static Activity? Visible(Conversation conversation, LogEntry entry) => entry.Event switch
    {
        Accepted { Activity: { Type: ActivityTypes.Message } said } when !Channels.IsInternal(said.ChannelId) =>
            Stamp(conversation, entry, said, Roles.User, null),
        Said said => Stamp(conversation, entry, said.Activity, said.Speaker, said.ReplyTo),
        _ => null,
    };

    /// <summary>ISO 8601 in UTC, milliseconds, trailing Z.</summary>
    public static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static Activity Stamp(Conversation conversation, LogEntry entry, Activity said, string speaker, long? replyTo)
    {
        var sender = said.From ?? new ChannelAccount();
        return said with
        {
            Id = ActivityId(conversation.Id, entry.Seq),
            Timestamp = Time(entry.At),
            ChannelId = conversation.Reference.ChannelId,
            Conversation = new ConversationAccount { Id = conversation.Reference.ConversationId },
            From = sender with { Role = speaker == Roles.User ? Roles.User : Roles.Bot },
            ReplyToId = replyTo is > 0 and var seq ? ActivityId(conversation.Id, seq) : said.ReplyToId,
            ChannelData = WithOurs(said.ChannelData, entry.Seq, speaker),
            ServiceUrl = null,
        };
    }

    private static JsonElement WithOurs(JsonElement? channelData, long seq, string speaker)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            // Field by field, as they came: JSON may name one twice, which no dictionary of fields would bear.
            if (channelData is { ValueKind: JsonValueKind.Object } own)
            {
                foreach (var field in own.EnumerateObject())
                    if (field.Name is not (SequenceField or OurField)) field.WriteTo(writer);
            }
            writer.WriteNumber(SequenceField, seq);
            writer.WriteStartObject(OurField);
            writer.WriteString("speaker", speaker);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        var reader = new Utf8JsonReader(json.WrittenSpan, new() { MaxDepth = 2 * ActivityReader.MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }
}
