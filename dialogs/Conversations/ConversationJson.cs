using System.Text.Json.Serialization;

namespace TrustBot.Dialogs.Conversations;

/// <summary>Source-generated JSON of what is stored: log events and the snapshot.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConversationEvent))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(WrapUp))]
public sealed partial class ConversationJson : JsonSerializerContext;
