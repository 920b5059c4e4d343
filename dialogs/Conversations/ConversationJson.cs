using System.Text.Json.Serialization;

namespace TrustBot.Dialogs.Conversations;

/// <summary>
/// Source-generated JSON of what is stored: log events and the snapshot. Deeper than <see cref="Activities.ActivityReader.MaxDepth"/>,
/// because the deepest activity that is accepted lies some levels down in what is stored.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    MaxDepth = 256)]
[JsonSerializable(typeof(ConversationEvent))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(WrapUp))]
public sealed partial class ConversationJson : JsonSerializerContext;
