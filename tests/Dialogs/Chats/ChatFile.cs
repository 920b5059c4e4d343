using System.Globalization;
using System.Text.RegularExpressions;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs.Tests.Chats;

/// <summary>Reads a <c>.chat</c> file; CONTRIBUTING.md tells the format.</summary>
internal static partial class ChatFile
{
    private const string Keys = "culture, channel, zone, user, bot, desk, time, queue, or the name of a system";

    private static readonly string[] Headers = ["culture", "channel", "zone"];
    private static readonly string[] Systems = ["order", "refund-policy", "warehouse", "finance", "bill", "outage", "hours", "queue"];

    /// <exception cref="ChatFault">A line cannot be understood.</exception>
    public static Chat Parse(string path, string text)
    {
        var headers = new Dictionary<string, string>();
        var steps = new List<ChatStep>();
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) throw Fault($"\"{line}\" has no colon. Begin with one of: {Keys}.");
            var (key, value) = (line[..colon], line[(colon + 1)..].Trim());
            if (Headers.Contains(key)) Header(key, value);
            else steps.Add(Step(key, value, line));
        }
        if (steps.Count == 0) throw Fault("nothing happens in this chat. Add a user: line.");
        return new(path, headers.GetValueOrDefault("culture", "en"), headers.GetValueOrDefault("channel", "directline"), headers.GetValueOrDefault("zone"), steps);

        void Header(string key, string value)
        {
            if (steps.Count > 0) throw Fault($"{key}: belongs above the first step.");
            if (value.Length == 0) throw Fault($"{key}: needs a value.");
            if (key == "zone" && !TimeZoneInfo.TryFindSystemTimeZoneById(value, out _)) throw Fault($"zone: \"{value}\" is no IANA zone, for example Asia/Tokyo.");
            if (!headers.TryAdd(key, value)) throw Fault($"{key}: is given twice.");
        }

        ChatStep Step(string key, string value, string line) => key switch
        {
            "user" => value.Length > 0 ? new ChatStep.UserSays(number, line, value) : throw Fault("user: needs words."),
            "bot" => new ChatStep.BotSaid(number, line, Phrases(value)),
            "desk" => Desk(value, line),
            "time" => new ChatStep.TimePasses(number, line, value.StartsWith('+') ? Span(value[1..]) : throw Fault($"time: \"{value}\" must begin with +, for example +90s.")),
            "queue" when value is not ("down" or "up") => new ChatStep.QueueStands(number, line, Queue(value)),
            _ when Systems.Contains(key) => new ChatStep.SystemIs(number, line, key,
                value is "up" or "down" ? value == "up" : throw Fault($"{key}: is up or down, not \"{value}\".")),
            _ => throw Fault($"\"{key}\" is not known. Use {Keys} ({string.Join(", ", Systems)})."),
        };

        List<string> Phrases(string value)
        {
            var rest = Phrase().Replace(value, "").Trim();
            return rest.Length == 0
                ? [.. Phrase().Matches(value).Select(m => m.Groups[1].Value)]
                : throw Fault($"bot: \"{rest}\" is no phrase key. Write keys in braces, {{greeting}}, or nothing for silence.");
        }

        ChatStep Desk(string value, string line)
        {
            if (Shown().Match(value) is { Success: true } shown && Enum.TryParse<Custody>(shown.Groups["custody"].Value, true, out var custody))
                return new ChatStep.DeskShows(number, line, custody, shown.Groups["reason"] is { Success: true } reason ? reason.Value : null);
            var space = value.IndexOf(' ', StringComparison.Ordinal);
            var (verb, rest) = space < 0 ? (value, "") : (value[..space], value[(space + 1)..].Trim());
            return new ChatStep.DeskDoes(number, line, (verb, rest) switch
            {
                ("claim", { Length: > 0 }) => new DeskDeed.Claim(rest),
                ("says", { Length: > 0 }) => new DeskDeed.Says(rest),
                ("note", { Length: > 0 }) => new DeskDeed.Note(rest),
                ("requeue", "") => new DeskDeed.Requeue(),
                ("clear-danger", "") => new DeskDeed.ClearDanger(),
                ("return", "") => new DeskDeed.Return(null),
                ("return", _) when rest.StartsWith("agreed ", StringComparison.Ordinal) => new DeskDeed.Return(rest["agreed ".Length..].Trim()),
                ("close", _) when rest.Split(' ') is [var outcome and ("resolved" or "promised" or "referred" or "abandoned"), var right and ("yes" or "no" or "late")] =>
                    new DeskDeed.Close(outcome, right),
                _ => throw Fault($"desk: \"{value}\" is not known. Use a custody (bot, offered, waiting, human, closed) with or without \", reason CODE\", "
                    + "or claim NAME, says WORDS, note WORDS, return [agreed WORDS], requeue, clear-danger, "
                    + "close resolved|promised|referred|abandoned yes|no|late."),
            });
        }

        QueueFact Queue(string value) => Stand().Match(value) is { Success: true } m
            ? new(Number(m.Groups["place"].Value), m.Groups["wait"].Value == "unknown" ? null : Span(m.Groups["wait"].Value), Number(m.Groups["agents"].Value))
            : throw Fault($"queue: \"{value}\" is not of the form: place 2 wait 4m agents 1 (or wait unknown), or down, or up.");

        TimeSpan Span(string value)
        {
            var parts = Part().Matches(value);
            if (parts.Count == 0 || parts.Sum(p => p.Length) != value.Length) throw Fault($"\"{value}\" is no length of time, for example 90s, 4m, 1h30m, 2d.");
            return parts.Aggregate(TimeSpan.Zero, (sum, p) => sum + Number(p.Groups[1].Value) * (p.Groups[2].Value switch
            {
                "s" => TimeSpan.FromSeconds(1),
                "m" => TimeSpan.FromMinutes(1),
                "h" => TimeSpan.FromHours(1),
                _ => TimeSpan.FromDays(1),
            }));
        }

        int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : throw Fault($"{digits} is too large.");

        ChatFault Fault(string problem) => new(path, number, problem);
    }

    [GeneratedRegex(@"\{([a-z0-9][a-z0-9-]*)\}")]
    private static partial Regex Phrase();

    [GeneratedRegex(@"^(?<custody>[a-z]+)(?:, reason (?<reason>[a-z-]+))?$")]
    private static partial Regex Shown();

    [GeneratedRegex(@"^place (?<place>\d+) wait (?<wait>\S+) agents (?<agents>\d+)$")]
    private static partial Regex Stand();

    [GeneratedRegex(@"(\d+)([smhd])")]
    private static partial Regex Part();
}
