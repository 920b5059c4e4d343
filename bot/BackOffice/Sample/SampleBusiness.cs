using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Topics;

namespace TrustBot.BackOffice.Sample;

/// <summary>
/// Lantern, the sample business: broadband and devices. Its days count from today, so that it is always lively. Each
/// department answers for itself, as real systems do; a real back office replaces them one by one.
/// </summary>
internal sealed class SampleBusiness(TimeProvider clock)
{
    private static readonly Book Data = Read();

    public IEnumerable<IFactSource> Departments() =>
    [
        new Department(FactKinds.Order, number => Data.Orders.TryGetValue(number, out var o)
            ? new OrderFact(number, new(o.Item), o.Status, At(o.Days, o.Status == OrderStatus.OutForDelivery ? 18 : 12), o.Delay)
            : new NotFound()),
        new Department(FactKinds.RefundPolicy, _ => new RefundPolicyFact(Data.Policy.ReturnDays, Data.Policy.RefundDays)),
        new Department(FactKinds.Warehouse, number => Data.Warehouse.TryGetValue(number, out var w)
            ? new WarehouseFact(true, w.Received is { } d ? At(d) : null)
            : new WarehouseFact(false, null)),
        new Department(FactKinds.Finance, number => Data.Finance.TryGetValue(number, out var f)
            ? new FinanceFact(f.Paid is { } p ? At(p) : null, f.Due is { } d ? At(d) : null, f.Amount, f.Currency)
            : new NotFound()),
        new Department(FactKinds.Bill, account => Data.Bills.TryGetValue(account, out var b)
            ? new BillFact(account, b.Items.Sum(i => i.Amount), b.Currency, At(b.Due), [.. b.Items.Select(i => new BillItem(new(i.Label), i.Amount))])
            : new NotFound()),
        new Department(FactKinds.Outage, area => new OutageFact(
            Data.Outages.Keys.FirstOrDefault(k => area.Contains(k, StringComparison.Ordinal)) is not null,
            Data.Outages.FirstOrDefault(o => area.Contains(o.Key, StringComparison.Ordinal)) is { Key: not null } found ? clock.GetUtcNow().AddHours(found.Value.Hours) : null)),
        new Department(FactKinds.Hours, _ => Hours()),
    ];

    private HoursFact Hours()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Data.Hours.Zone);
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone);
        var open = now.Hour >= Data.Hours.Open && now.Hour < Data.Hours.Close;
        var changes = now.Date.AddHours(open ? Data.Hours.Close : Data.Hours.Open).AddDays(now.Hour >= Data.Hours.Close ? 1 : 0);
        return new(open, new DateTimeOffset(changes, zone.GetUtcOffset(changes)).ToUniversalTime());
    }

    private DateTimeOffset At(int days, int hour = 12) => new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(days).AddHours(hour - 8);

    private static Book Read()
    {
        using var stream = typeof(SampleBusiness).Assembly.GetManifestResourceStream("lantern.json")!;
        return JsonSerializer.Deserialize(stream, BookJson.Default.Book)!;
    }

    private sealed class Department(string kind, Func<string, Fact> answer) : IFactSource
    {
        public string Kind => kind;

        public Task<Fact> Read(string key, CancellationToken cancel) => Task.FromResult(answer(key));
    }
}

internal sealed record Book(
    Dictionary<string, BookOrder> Orders, BookPolicy Policy, Dictionary<string, BookParcel> Warehouse, Dictionary<string, BookPayment> Finance,
    Dictionary<string, BookBill> Bills, Dictionary<string, BookOutage> Outages, BookHours Hours);

internal sealed record BookOrder(ImmutableSortedDictionary<string, string> Item, OrderStatus Status, int Days, string? Delay);
internal sealed record BookPolicy(int ReturnDays, int RefundDays);
internal sealed record BookParcel(bool Announced, int? Received);
internal sealed record BookPayment(int? Paid, int? Due, decimal Amount, string Currency);
internal sealed record BookBill(int Due, string Currency, IReadOnlyList<BookBillItem> Items);
internal sealed record BookBillItem(ImmutableSortedDictionary<string, string> Label, decimal Amount);
internal sealed record BookOutage(int Hours);
internal sealed record BookHours(string Zone, int Open, int Close);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Book))]
internal sealed partial class BookJson : JsonSerializerContext;
