using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs.Topics;

/// <summary>Where is my order.</summary>
internal static class OrderTopic
{
    public const string Name = "order-status";

    public static TopicOutcome Run(TopicTurn turn)
    {
        if (turn.Slot(Slots.Order) is not { } number) return Ask.For(Name, Slots.Order, "ask-order");
        var need = new Need(FactKinds.Order, number);
        return turn.Facts[need] switch
        {
            null => new TopicOutcome.Needs([need]),
            OrderFact order => Answer(turn, order),
            NotFound => Ask.Again(Name, Slots.Order, Line.Of("order-not-found", ("order", number))),
            _ => Ask.Unavailable("source-orders"),
        };
    }

    private static TopicOutcome.Answered Answer(TopicTurn turn, OrderFact order)
    {
        var date = order.Status == OrderStatus.OutForDelivery
            ? Written.Time(turn.Style, order.Date, turn.Zone)
            : Written.Date(turn.Style, order.Date, turn.Zone);
        var key = order.Status switch
        {
            OrderStatus.Preparing => "order-preparing",
            OrderStatus.Shipped => "order-shipped",
            OrderStatus.OutForDelivery => "order-out",
            OrderStatus.Delivered => "order-delivered",
            OrderStatus.Delayed => "order-delayed",
            _ => "order-cancelled",
        };
        var reason = order.DelayReason is { } why ? Wording.Label(turn.Style, $"delay-reason-{why}") : "";
        var line = Line.Of(key, ("order", order.Number), ("item", order.Item.In(turn.Style.Culture)), ("date", date), ("reason", reason));
        return new(new()
        {
            Lines = [line],
            Chips = order.Status == OrderStatus.Delayed ? ["chip-human", "chip-complaint"] : [],
            Topic = new(Name, "", []),
            Facts = [new($"order {order.Number}", $"{order.Status}, {date}", turn.Now, "source-orders")],
            Grounds = ["source-orders", order.Number],
        });
    }
}

/// <summary>Asking for what is missing, and saying honestly that a system does not answer.</summary>
internal static class Ask
{
    public static TopicOutcome For(string topic, string slot, string phrase) =>
        new TopicOutcome.Answered(new() { Lines = [Line.Of(phrase)], Act = "clarify", Topic = new(topic, slot, []) });

    /// <summary>The answer could not be used: the slot is asked for once more, with the reason.</summary>
    public static TopicOutcome Again(string topic, string slot, Line line) =>
        new TopicOutcome.Answered(new()
        {
            Lines = [line],
            Act = "clarify",
            Chips = ["chip-human"],
            Topic = new(topic, slot, []),
            Slots = ImmutableSortedDictionary<string, string>.Empty.Add(slot, ""),
        });

    public static TopicOutcome Unavailable(string source) =>
        new TopicOutcome.Answered(new()
        {
            Lines = [Line.Of("system-unavailable")],
            Act = "fallback",
            Chips = ["chip-human", "chip-callback"],
            Grounds = [source, ""],
        });
}
