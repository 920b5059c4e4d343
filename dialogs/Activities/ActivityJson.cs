using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrustBot.Dialogs.Activities;

/// <summary>Source-generated JSON of the protocol: camelCase, no nulls on the wire (§3.1 of the channel facts).</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 2 * ActivityReader.MaxDepth)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(ConversationReference))]
public sealed partial class ActivityJson : JsonSerializerContext;

/// <summary>Activities with the watermark that follows them (Direct Line 3.0).</summary>
public sealed record ActivitySet
{
    /// <summary>The activities, oldest first.</summary>
    public IReadOnlyList<Activity> Activities { get; init; } = [];

    /// <summary>Opaque to clients; null where none is kept (expectReplies).</summary>
    public string? Watermark { get; init; }
}

/// <summary>All that is needed to speak to a customer later (A7550).</summary>
public sealed record ConversationReference
{
    /// <summary>The channel.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The channel's own conversation id.</summary>
    public required string ConversationId { get; init; }

    /// <summary>Where replies are posted; null on channels that read the log instead.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The customer.</summary>
    public ChannelAccount? User { get; init; }

    /// <summary>The bot's account on the channel.</summary>
    public ChannelAccount? Bot { get; init; }
}
