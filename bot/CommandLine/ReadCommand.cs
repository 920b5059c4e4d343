using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrustBot.Dialogs;
using TrustBot.Dialogs.Conversations;
using TrustBot.Locales;

namespace TrustBot.CommandLine;

/// <summary>Reads customer messages from a JSON lines file and prints the reading of each.</summary>
internal static class ReadCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string[] settings, string file)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(settings).Build();
        var (read, faults) = LocaleFolder.Read(LocaleFolder.Find(configuration["Locales:Path"] ?? ""));
        if (read is not { } known) throw new StartUpException(string.Join('\n', faults.Where(f => f.Level == Dialogs.Locales.FaultLevel.Error)));
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Parse(line) is not { } input || input["text"] is not JsonValue text || !text.TryGetValue<string>(out var words))
                throw new StartUpException($"{file}:{number}: the line is not a JSON object with a `text`. Write it like {{\"id\": \"1\", \"culture\": \"en\", \"text\": \"where is my order\"}}");
            var (reading, _, _) = known.Sense.Read(words, Friction.None, false, DateTimeOffset.UnixEpoch, input["culture"]?.ToString());
            Console.WriteLine(ReadingJson.Of(input["id"]?.ToString() ?? "", reading, known.Policy).ToJsonString(Plain));
        }
        return 0;
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
