using System.Buffers;
using System.Text.Json;
using TrustBot.Dialogs.Activities;

namespace TrustBot.Privacy;

/// <summary>Rewrites the words inside a JSON value; names of fields and the shape stay.</summary>
/// <param name="rewrite">Gets a field's name and its text or number; a number that it changes becomes text.</param>
internal sealed class JsonWords(Func<string?, string, string> rewrite)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 2 * ActivityReader.MaxDepth };

    private bool _changed;

    /// <summary>The value rewritten; the same value when nothing was changed.</summary>
    /// <param name="json">The value.</param>
    /// <param name="name">The name of the field it stands in, if any.</param>
    /// <param name="rewrite">See the class.</param>
    public static JsonElement Rewrite(JsonElement json, string? name, Func<string?, string, string> rewrite)
    {
        var words = new JsonWords(rewrite);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) words.Write(writer, json, name);
        if (!words._changed) return json;
        using var document = JsonDocument.Parse(buffer.WrittenMemory, Deep);
        return document.RootElement.Clone();
    }

    private void Write(Utf8JsonWriter writer, JsonElement json, string? name)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in json.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value, property.Name);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in json.EnumerateArray()) Write(writer, item, name);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String when Changed(name, json.GetString()!, out var text):
                writer.WriteStringValue(text);
                break;
            case JsonValueKind.Number when Changed(name, json.GetRawText(), out var text):
                writer.WriteStringValue(text);
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private bool Changed(string? name, string text, out string kept)
    {
        kept = rewrite(name, text);
        var changed = !string.Equals(kept, text, StringComparison.Ordinal);
        _changed |= changed;
        return changed;
    }
}
