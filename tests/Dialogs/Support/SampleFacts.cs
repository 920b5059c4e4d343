using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Topics;

namespace TrustBot.Dialogs.Tests.Support;

/// <summary>A back office for tests: one order of each kind.</summary>
internal static class SampleFacts
{
    public static Fact Read(Need need, DateTimeOffset now) => (need.Kind, need.Key) switch
    {
        (FactKinds.Order, "LN-1001") => Order("LN-1001", OrderStatus.Delayed, now.AddDays(2), "carrier"),
        (FactKinds.Order, "LN-1002" or "LN-1004" or "LN-1007") => Order(need.Key, OrderStatus.Delivered, now.AddDays(-9)),
        (FactKinds.Order, "LN-1005") => Order("LN-1005", OrderStatus.Delivered, now.AddDays(-80)),
        (FactKinds.Order, "LN-1006") => Order("LN-1006", OrderStatus.Shipped, now.AddDays(1)),
        (FactKinds.RefundPolicy, _) => new RefundPolicyFact(30, 5),
        (FactKinds.Warehouse, "LN-1002") => new WarehouseFact(true, now.AddDays(-2)),
        (FactKinds.Warehouse, "LN-1004") => new WarehouseFact(true, now.AddDays(-7)),
        (FactKinds.Warehouse, "LN-1007") => new WarehouseFact(true, null),
        (FactKinds.Warehouse, _) => new WarehouseFact(false, null),
        (FactKinds.Finance, "LN-1002") => new FinanceFact(null, now.AddDays(3), 49.90m, "SGD"),
        (FactKinds.Finance, "LN-1004") => new FinanceFact(now.AddDays(-3), null, 129m, "SGD"),
        (FactKinds.Bill, "AC-2001") => new BillFact("AC-2001", 49.90m, "SGD", now.AddDays(10), [new(Name("Fibre"), 44.90m), new(Name("Router"), 5m)]),
        (FactKinds.Outage, _) => new OutageFact(need.Key.Contains("238801", StringComparison.Ordinal), now.AddHours(3)),
        (FactKinds.Hours, _) => new HoursFact(true, now.AddHours(4)),
        _ => new NotFound(),
    };

    private static OrderFact Order(string number, OrderStatus status, DateTimeOffset date, string? delay = null) => new(number, Name("Beam 2 router"), status, date, delay);

    private static Names Name(string name) => new(ImmutableSortedDictionary<string, string>.Empty.Add("en", name));
}
