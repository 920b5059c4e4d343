using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrustBot.Dialogs.Activities;

/// <summary>
/// One Activity of the Bot Framework protocol: a message, an event, a change of members.
/// Only the fields that carry weight here are typed; every other field is kept as it came in
/// <see cref="Unknown"/> (Activity protocol A2005), so that reading and writing loses nothing.
/// </summary>
/// <remarks>
/// Ids and times are text, as the protocol has them: ids look like GUIDs without being any, and a channel's
/// own timestamp keeps the form the channel gave it. What this bot stamps is ISO 8601 in UTC with a trailing Z.
/// </remarks>
public sealed record Activity
{
    /// <summary>What kind of activity this is, see <see cref="ActivityTypes"/>; never empty (A2010).</summary>
    public required string Type { get; init; }

    /// <summary>Id given by the channel, unique in the conversation; null on what we have not sent yet (A2031).</summary>
    public string? Id { get; init; }

    /// <summary>When the channel accepted the activity, ISO 8601 UTC.</summary>
    public string? Timestamp { get; init; }

    /// <summary>The sender's wall time with offset, ISO 8601.</summary>
    public string? LocalTimestamp { get; init; }

    /// <summary>The sender's IANA time zone, for example <c>Asia/Tokyo</c>.</summary>
    public string? LocalTimezone { get; init; }

    /// <summary>Where replies are posted; a Connector channel's base address.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The channel, compared ordinally (A2020): directline, emulator, msteams, sms, desk, …</summary>
    public string? ChannelId { get; init; }

    /// <summary>Who speaks.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>The conversation this belongs to.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>Who is spoken to.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>; null means the channel's default.</summary>
    public string? TextFormat { get; init; }

    /// <summary>BCP 47 tag of the text; an unknown value is never refused (A3020).</summary>
    public string? Locale { get; init; }

    /// <summary>What was said.</summary>
    public string? Text { get; init; }

    /// <summary>What a screen reader or a voice channel says in place of <see cref="Text"/>.</summary>
    public string? Speak { get; init; }

    /// <summary>Whether the sender waits for an answer: acceptingInput, expectingInput, ignoringInput.</summary>
    public string? InputHint { get; init; }

    /// <summary>Cards and files.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>Buttons shown with the message.</summary>
    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>Typed notes on the activity, kept as they came; unknown types are ignored (A2104).</summary>
    public IReadOnlyList<JsonElement>? Entities { get; init; }

    /// <summary>The channel's own fields; ours live under its key <c>trustbot</c>.</summary>
    public JsonElement? ChannelData { get; init; }

    /// <summary>The payload of an event, an invoke or a card.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The name of an event or invoke (A5001, A5401).</summary>
    public string? Name { get; init; }

    /// <summary>The activity this answers.</summary>
    public string? ReplyToId { get; init; }

    /// <summary><c>normal</c> or <c>expectReplies</c> (A3110).</summary>
    public string? DeliveryMode { get; init; }

    /// <summary>Who joined, on a <c>conversationUpdate</c>.</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>Who left, on a <c>conversationUpdate</c>.</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>Fields this bot has no use for, kept so that nothing is lost on the way through.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>Someone who speaks or is spoken to.</summary>
public sealed record ChannelAccount
{
    /// <summary>Opaque id on the channel.</summary>
    public string? Id { get; init; }

    /// <summary>The name shown.</summary>
    public string? Name { get; init; }

    /// <summary><c>user</c> or <c>bot</c> on the wire; <see cref="Roles.Agent"/> inside.</summary>
    public string? Role { get; init; }

    /// <summary>Fields kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>Which conversation an activity belongs to.</summary>
public sealed record ConversationAccount
{
    /// <summary>Opaque id on the channel; required (A2080).</summary>
    public string? Id { get; init; }

    /// <summary>Fields kept as they came: isGroup, conversationType, tenantId and others.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>A card or a file.</summary>
public sealed record Attachment
{
    /// <summary>MIME type; required on the wire.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where the file is; never together with <see cref="Content"/> (A7100).</summary>
    public string? ContentUrl { get; init; }

    /// <summary>The card itself.</summary>
    public JsonElement? Content { get; init; }

    /// <summary>File name.</summary>
    public string? Name { get; init; }

    /// <summary>Fields kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>Buttons under a message.</summary>
public sealed record SuggestedActions
{
    /// <summary>Who sees them; always present and empty here: channels hide the buttons otherwise.</summary>
    public IReadOnlyList<string> To { get; init => field = value ?? []; } = [];

    /// <summary>The buttons, in order.</summary>
    public IReadOnlyList<CardAction> Actions { get; init => field = value ?? []; } = [];

    /// <summary>Fields kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>One button.</summary>
public sealed record CardAction
{
    /// <summary><c>imBack</c> and others.</summary>
    public string? Type { get; init; }

    /// <summary>The label; some channels send it back in place of the value, so both are kept equal.</summary>
    public string? Title { get; init; }

    /// <summary>What is sent when it is pressed.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Fields kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
