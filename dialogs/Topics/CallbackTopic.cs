using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs.Topics;

/// <summary>A call back: number and time are asked once, confirmed, then promised.</summary>
internal static class CallbackTopic
{
    public const string Name = "callback";
    public const string EffectKind = "book-callback";
    private const string Confirm = "confirm";

    private static readonly (string Part, int Hour)[] Dayparts = [("morning", 12), ("afternoon", 17), ("evening", 20)];

    public static TopicOutcome Run(TopicTurn turn)
    {
        var asking = turn.Conversation.Topic.Name == Name ? turn.Conversation.Topic.Asking : "";
        if (turn.Slot(Slots.Phone) is not { Length: > 0 } phone) return Ask.For(Name, Slots.Phone, "ask-phone");
        var part = Daypart(turn) ?? (asking == Confirm ? turn.Slot(Slots.Daypart) : null);
        if (part is null)
            return new TopicOutcome.Answered(new()
            {
                Lines = [Line.Of("ask-time")],
                Act = "clarify",
                Chips = ["daypart-morning", "daypart-afternoon", "daypart-evening"],
                Topic = new(Name, Slots.Daypart, []),
            });
        var due = Due(turn, part);
        var time = Written.DateAndTime(turn.Style, due, turn.Zone);
        if (asking == Confirm && turn.Heard.Contains("yes")) return Book(turn, phone, due, time);
        if (asking == Confirm && turn.Heard.Contains("no"))
            return new TopicOutcome.Answered(new()
            {
                Lines = [Line.Of("ask-phone")],
                Act = "clarify",
                Topic = new(Name, Slots.Phone, []),
                Slots = ImmutableSortedDictionary<string, string>.Empty.Add(Slots.Phone, "").Add(Slots.Daypart, ""),
            });
        return new TopicOutcome.Answered(new()
        {
            Lines = [Line.Of("callback-confirm", ("phone", phone), ("time", time))],
            Act = "clarify",
            Chips = ["chip-yes", "chip-no"],
            Topic = new(Name, Confirm, []),
            Slots = ImmutableSortedDictionary<string, string>.Empty.Add(Slots.Daypart, part),
        });
    }

    private static TopicOutcome.Answered Book(TopicTurn turn, string phone, DateTimeOffset due, string time) => new(new()
    {
        Lines = [Line.Of("promise-callback", ("time", time), ("phone", phone))],
        Act = "confirm",
        Facts = [new("callback", time, turn.Now, "source-hours")],
        Effects = [new($"{turn.Seed}|{EffectKind}", EffectKind, ComplaintTopic.Data(("phone", phone), ("due", Transcript.Time(due)), ("promise", $"callback {turn.Seed}")))],
        Promises = [new($"callback {turn.Seed}", "callback", due, turn.Zone ?? "UTC", time, "open", phone)],
        Slots = ImmutableSortedDictionary<string, string>.Empty.Add(Slots.Daypart, ""),
    });

    /// <summary>The part of the day the customer named, if any.</summary>
    private static string? Daypart(TopicTurn turn) => Dayparts.Select(d => d.Part).FirstOrDefault(turn.Heard.Contains);

    /// <summary>The end of the next such part of a day, in the customer's zone: a promise names the latest moment.</summary>
    private static DateTimeOffset Due(TopicTurn turn, string part)
    {
        var zone = Written.ZoneOf(turn.Zone);
        var local = TimeZoneInfo.ConvertTime(turn.Now, zone);
        var wall = local.Date.AddHours(Dayparts.First(d => d.Part == part).Hour);
        // Less than an hour before its end a part of the day is over for promises.
        if (local.DateTime > wall.AddHours(-1)) wall = wall.AddDays(1);
        return new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
