using System.Collections.Immutable;
using System.Globalization;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs.Topics;

/// <summary>
/// Where is my refund. Orders, policy, warehouse and finance are asked together, and the customer gets one coherent
/// answer: what has happened, what happens next and by when. A refusal is never the AI's to give.
/// </summary>
internal static class RefundTopic
{
    public const string Name = "refund-status";

    public static TopicOutcome Run(TopicTurn turn)
    {
        if (turn.Slot(Slots.Order) is not { } number) return Ask.For(Name, Slots.Order, "ask-order-refund");
        ImmutableArray<Need> needs = [new(FactKinds.Order, number), new(FactKinds.RefundPolicy, number), new(FactKinds.Warehouse, number), new(FactKinds.Finance, number)];
        if (needs.Any(n => turn.Facts[n] is null)) return new TopicOutcome.Needs(needs);
        return turn.Facts[needs[0]] switch
        {
            NotFound => Ask.Again(Name, Slots.Order, Line.Of("order-not-found", ("order", number))),
            OrderFact order => Answer(turn, order, turn.Facts[needs[1]]!, turn.Facts[needs[2]]!, turn.Facts[needs[3]]!),
            _ => Ask.Unavailable("source-orders"),
        };
    }

    private static TopicOutcome.Answered Answer(TopicTurn turn, OrderFact order, Fact policy, Fact warehouse, Fact finance)
    {
        if (policy is not RefundPolicyFact rules || !IsKnown<WarehouseFact>(warehouse) || !IsKnown<FinanceFact>(finance)) return Partly(turn, order, policy, warehouse, finance);
        var money = finance as FinanceFact;
        var parcel = warehouse as WarehouseFact ?? new(false, null);
        if (money?.PaidOn is { } paid)
            return Say(turn, order, "refund-paid", ["source-finance"], ("date", Date(turn, paid)), ("amount", Written.Money(turn.Style, money.Amount, money.Currency)));
        if (parcel.ReceivedOn is { } received)
        {
            var due = money?.Due ?? received.AddDays(rules.RefundDays);
            var promised = new Promise($"refund {order.Number}", "refund", due, turn.Zone ?? "UTC", Date(turn, due), "open", order.Number);
            return Say(turn, order, "refund-received", ["source-warehouse", "source-finance"], [promised], ("date", Date(turn, received)), ("due", Date(turn, due)));
        }
        if (parcel.Announced) return Say(turn, order, "refund-awaiting-parcel", ["source-warehouse"], ("refund_days", Number(rules.RefundDays)));
        var delivered = order.Status == OrderStatus.Delivered ? order.Date : turn.Now;
        if (turn.Now - delivered <= TimeSpan.FromDays(rules.ReturnDays))
            return Say(turn, order, "refund-none", ["source-warehouse", "source-policy"], ("policy_days", Number(rules.ReturnDays)));
        var outside = Say(turn, order, "refund-outside-policy", ["source-policy"],
            ("policy_days", Number(rules.ReturnDays)), ("human_word", turn.Style.Culture.Voice.HumanWord));
        return new TopicOutcome.Answered(outside.Draft with { Act = "refuse", Tier = Tier.High, OffersHuman = true });
    }

    private static TopicOutcome.Answered Partly(TopicTurn turn, OrderFact order, Fact policy, Fact warehouse, Fact finance)
    {
        var known = new List<string>();
        var missing = new List<string>();
        if (policy is RefundPolicyFact p) known.Add(Label("part-policy", ("policy_days", Number(p.ReturnDays))));
        else missing.Add(Label("missing-policy"));
        if (!IsKnown<WarehouseFact>(warehouse)) missing.Add(Label("missing-warehouse"));
        else known.Add(warehouse is WarehouseFact { ReceivedOn: { } on } ? Label("part-warehouse-received", ("date", Date(turn, on))) : Label("part-warehouse-none"));
        if (!IsKnown<FinanceFact>(finance)) missing.Add(Label("missing-finance"));
        else if (finance is FinanceFact { PaidOn: { } paid } f) known.Add(Label("part-finance-paid", ("date", Date(turn, paid)), ("amount", Written.Money(turn.Style, f.Amount, f.Currency))));
        else if (finance is FinanceFact { Due: { } due }) known.Add(Label("part-finance-due", ("due", Date(turn, due))));
        else known.Add(Label("part-finance-none"));
        var comma = turn.Style.Culture.Voice.Formats.Join.Length == 0 ? "、" : ", ";
        var said = Say(turn, order, "refund-partly", ["source-orders"],
            ("known", string.Join(comma, known)), ("missing", string.Join(comma, missing)));
        return new TopicOutcome.Answered(said.Draft with { Chips = ["chip-callback", "chip-human"] });

        string Label(string key, params ReadOnlySpan<(string, string)> values) => Wording.Of(turn.Style, Line.Of(key, values), -1, "").Text;
    }

    private static TopicOutcome.Answered Say(TopicTurn turn, OrderFact order, string key, ImmutableArray<string> sources, params ReadOnlySpan<(string, string)> values) =>
        Say(turn, order, key, sources, [], values);

    private static TopicOutcome.Answered Say(TopicTurn turn, OrderFact order, string key, ImmutableArray<string> sources, ImmutableArray<Promise> promises, params ReadOnlySpan<(string, string)> values)
    {
        var line = Line.Of(key, [("order", order.Number), ("item", order.Item.In(turn.Style.Culture)), .. values]);
        return new(new()
        {
            Lines = [line],
            Topic = new(Name, "", []),
            Facts = [new($"refund {order.Number}", key["refund-".Length..], turn.Now, sources[0])],
            Grounds = [sources[0], order.Number],
            Promises = promises,
        });
    }

    /// <summary>Whether a system answered, if only that it knows of nothing; an answer of another kind is none.</summary>
    private static bool IsKnown<T>(Fact fact) where T : Fact => fact is T or NotFound;

    private static string Date(TopicTurn turn, DateTimeOffset at) => Written.Date(turn.Style, at, turn.Zone);

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
