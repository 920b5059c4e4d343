using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs.Topics;

/// <summary>Bills, outages and opening hours.</summary>
internal static class HouseTopics
{
    public const string Bill = "bill", Outage = "outage", Hours = "opening-hours";

    public static TopicOutcome RunBill(TopicTurn turn)
    {
        if (turn.Slot(Slots.Account) is not { Length: > 0 } account) return Ask.For(Bill, Slots.Account, "ask-account");
        var need = new Need(FactKinds.Bill, account);
        return turn.Facts[need] switch
        {
            null => new TopicOutcome.Needs([need]),
            BillFact bill => Explain(turn, bill),
            NotFound => Ask.Again(Bill, Slots.Account, Line.Of("bill-not-found", ("account", account))),
            _ => Ask.Unavailable("source-billing"),
        };
    }

    private static TopicOutcome.Answered Explain(TopicTurn turn, BillFact bill)
    {
        var lines = string.Join("\n", bill.Items.Select(i => Wording.Of(turn.Style, Line.Of("bill-line",
            ("label", i.Label.In(turn.Style.Culture)), ("amount", Written.Money(turn.Style, i.Amount, bill.Currency))), -1, "").Text));
        var amount = Written.Money(turn.Style, bill.Amount, bill.Currency);
        var due = Written.Date(turn.Style, bill.Due, turn.Zone);
        return new(new()
        {
            Lines = [Line.Of("bill-summary", ("account", bill.Account), ("amount", amount), ("due", due), ("lines", "\n" + lines))],
            Topic = new(Bill, "", []),
            Facts = [new($"bill {bill.Account}", $"{amount}, {due}", turn.Now, "source-billing")],
            Grounds = ["source-billing", bill.Account],
        });
    }

    public static TopicOutcome RunOutage(TopicTurn turn)
    {
        var told = turn.Conversation.Topic is { Name: Outage, Asking: Slots.Area } ? turn.Text.Trim() : turn.Slot(Slots.Area);
        if (told is not { Length: > 0 and <= 60 } area) return Ask.For(Outage, Slots.Area, "ask-area");
        var need = new Need(FactKinds.Outage, area);
        return turn.Facts[need] switch
        {
            null => new TopicOutcome.Needs([need]),
            OutageFact outage => Report(turn, area, outage),
            NotFound => Report(turn, area, new(false, null)),
            _ => Ask.Unavailable("source-network"),
        };
    }

    private static TopicOutcome.Answered Report(TopicTurn turn, string area, OutageFact outage)
    {
        var unknown = Wording.Label(turn.Style, "time-unknown");
        var eta = outage.Estimate is { } at ? Written.When(turn.Style, at, turn.Zone, turn.Now) : unknown;
        var kept = outage.Estimate is { } then ? Written.DateAndTime(turn.Style, then, turn.Zone) : unknown;
        return new(new()
        {
            Lines = [outage.Down ? Line.Of("outage-yes", ("area", area), ("eta", eta)) : Line.Of("outage-none", ("area", area))],
            Chips = outage.Down ? [] : ["chip-human"],
            Topic = new(Outage, "", []),
            Slots = ComplaintTopic.Data((Slots.Area, area)),
            Facts = [new($"outage {area}", outage.Down ? kept : "none", turn.Now, "source-network")],
            Grounds = ["source-network", area],
        });
    }

    public static TopicOutcome RunHours(TopicTurn turn)
    {
        var need = new Need(FactKinds.Hours, "");
        if (turn.Facts[need] is not { } fact) return new TopicOutcome.Needs([need]);
        if (fact is not HoursFact hours) return Ask.Unavailable("source-hours");
        var when = Written.When(turn.Style, hours.Changes, turn.Zone, turn.Now);
        return new TopicOutcome.Answered(new()
        {
            Lines = [hours.Open ? Line.Of("hours-open", ("until", when)) : Line.Of("hours-closed", ("next", when))],
            Grounds = ["source-hours", when],
        });
    }
}
