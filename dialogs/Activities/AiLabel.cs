using System.Text.Json;

namespace TrustBot.Dialogs.Activities;

/// <summary>
/// The mark that a message was made by an AI: the schema.org Message entity that Teams and other schema-aware
/// clients show as "AI generated". One such entity on a message at most, and never on a human's.
/// Source: https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/format-ai-bot-messages
/// </summary>
public static class AiLabel
{
    private const string MessageType = "https://schema.org/Message";

    /// <summary>The entity, ready to be put on a message.</summary>
    public static JsonElement Entity { get; } = JsonDocument.Parse(
        $$"""
        {"type":"{{MessageType}}","@type":"Message","@context":"https://schema.org","@id":"","additionalType":["AIGeneratedContent"]}
        """).RootElement.Clone();

    /// <summary>Whether the activity carries the mark.</summary>
    public static bool IsOn(Activity activity) =>
        activity.Entities?.Any(e =>
            e.ValueKind == JsonValueKind.Object
            && e.TryGetProperty("type", out var type)
            && type.ValueKind == JsonValueKind.String && type.ValueEquals(MessageType)
            && e.TryGetProperty("additionalType", out var kinds)
            && kinds.ValueKind == JsonValueKind.Array
            && kinds.EnumerateArray().Any(k => k.ValueKind == JsonValueKind.String && k.ValueEquals("AIGeneratedContent"))) == true;
}
