using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrustBot.Dialogs;
using TrustBot.Dialogs.Conversations;
using TrustBot.Listening;

namespace TrustBot.CommandLine;

/// <summary>Reads customer messages from a JSON lines file and prints the reading of each.</summary>
internal static class ReadCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string[] settings, string file)
    {
        var known = Workplace.Settings(settings);
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Parse(line) is not { } input || input["text"] is not JsonValue text || !text.TryGetValue<string>(out var words))
                throw new StartUpException($"{file}:{number}: the line is not a JSON object with a `text`. Write it like {{\"id\": \"1\", \"culture\": \"en\", \"text\": \"where is my order\"}}");
            var culture = input["culture"]?.ToString();
            var (friction, now) = Before(input["context"] as JsonArray, known, culture);
            var (reading, _, _) = known.Sense.Read(words, friction, false, now, culture);
            Console.WriteLine(ReadingJson.Of(input["id"]?.ToString() ?? "", reading, known.Policy).ToJsonString(Plain));
        }
        return 0;
    }

    /// <summary>What the exchange so far leaves: the customer's lines are read, the bot's count as answers, half a minute each.</summary>
    private static (Friction, DateTimeOffset) Before(JsonArray? context, Settings known, string? culture)
    {
        DialogueTurn[] said = [.. (context ?? []).OfType<JsonObject>().Select(l => new DialogueTurn(l["role"]?.ToString() ?? "", l["text"]?.ToString() ?? "", null, l["bot_act"]?.ToString())).Where(t => t.Role is "customer" or "bot")];
        return DialogueWalk.Through(new("context", culture ?? "", [.. said]), known.Sense);
    }

    private static JsonObject? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
