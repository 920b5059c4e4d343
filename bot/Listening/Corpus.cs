using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrustBot.Listening;

/// <summary>
/// Labelled conversations from JSON lines: our turns and dialogues, or plain lines <c>{"text", "culture", "label"}</c>
/// with one claim each. A folder is read whole.
/// </summary>
internal static class Corpus
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly string[] Levels = ["none", "low", "moderate", "high", "imminent"];

    /// <summary>Reads a file, or all <c>*.jsonl</c> of a folder in the order of their names.</summary>
    /// <exception cref="StartUpException">Something is not as it should be: file, line, what, how to mend it.</exception>
    public static (List<LabelledTurn> Turns, List<LabelledDialogue> Dialogues) Read(string path)
    {
        string[] files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.jsonl").Order(StringComparer.Ordinal)] : File.Exists(path) ? [path] : [];
        if (files.Length == 0) throw new StartUpException($"{path}: there is no such file, or no *.jsonl in the folder. Name a file of JSON lines or a folder with some.");
        var (turns, dialogues) = (new List<LabelledTurn>(), new List<LabelledDialogue>());
        foreach (var file in files)
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line)) continue;
                try
                {
                    Add(line, $"{Path.GetFileName(file)}:{number}", turns, dialogues);
                }
                catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
                {
                    throw new StartUpException($"{file}:{number}: {e.Message} See tests/Data/ServiceTurns/README.md for the fields.");
                }
            }
        }
        return (turns, dialogues);
    }

    private static void Add(string line, string place, List<LabelledTurn> turns, List<LabelledDialogue> dialogues)
    {
        if (JsonNode.Parse(line) is not JsonObject row) throw new FormatException("the line is no JSON object.");
        var id = row["id"]?.ToString() ?? place;
        var culture = row["culture"]?.ToString() ?? row["lang"]?.ToString() ?? "en";
        if ((row["turns"] ?? row["dialogue"]) is JsonArray said)
        {
            var dialogue = new LabelledDialogue(id, culture, [.. said.Deserialize<DialogueTurn[]>(Json)!], (int?)row["handoff_at"], row["handoff_reason"]?.ToString() ?? "none");
            if (dialogue.HandoffAt is { } at && (at < 0 || at >= dialogue.Turns.Length || dialogue.Turns[at].Role != "customer"))
                throw new FormatException("`handoff_at` is no turn of the customer. It counts from 0 in `turns`.");
            dialogues.Add(dialogue);
            return;
        }
        if (row["text"]?.ToString() is not { } text) throw new FormatException("the line has no `text`, `turns` or `dialogue`.");
        turns.Add(row["label"]?.ToString() is { } label ? Plain(id, culture, text, label) : new(id, culture, text, Checked(row.Deserialize<TurnLabels>(Json)!)));
    }

    private static TurnLabels Checked(TurnLabels labels) =>
        Levels.Contains(labels.Distress) ? labels : throw new FormatException($"`distress` is `{labels.Distress}`. Write one of {string.Join(", ", Levels)}.");

    /// <summary>A line with one label: a claim that holds, <c>not:</c> and a claim that does not, or negative, neutral, positive.</summary>
    private static LabelledTurn Plain(string id, string culture, string text, string label)
    {
        var claim = label.StartsWith("not:", StringComparison.Ordinal) ? label[4..] : label;
        var yes = claim == label;
        TurnLabels labels = claim switch
        {
            "negative" or "neutral" or "positive" => new() { Sentiment = claim == "negative" ? -1 : claim == "positive" ? 1 : 0 },
            "asks_human" => new() { AsksHuman = yes },
            "frustration" => new() { Frustration = yes ? 2 : 0 },
            "dissatisfaction" => new() { Dissatisfaction = yes ? 2 : 0 },
            "indirect" => new() { Indirect = yes },
            "distress" => new() { Distress = yes ? "moderate" : "none" },
            "crisis" => new() { Distress = yes ? "high" : "none" },
            "abuse" => new() { Abuse = yes ? 1 : 0 },
            "sarcasm" => new() { Sarcasm = yes },
            _ when Dialogs.Locales.RiskTopics.All.Contains(claim) => new() { Risk = yes ? [claim] : [] },
            _ => throw new FormatException($"`label` is `{label}`. Write a claim ({string.Join(", ", Claims.All.Select(c => c.Name))}), not: before it where it does not hold, or negative, neutral, positive."),
        };
        return new(id, culture, text, labels, claim == "neutral" ? "negative" : claim);
    }
}
