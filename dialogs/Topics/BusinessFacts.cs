using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs.Topics;

/// <summary>Kinds of reads the topics need; each is answered by one system behind a port.</summary>
public static class FactKinds
{
    /// <summary>An order, by number.</summary>
    public const string Order = "order";
    /// <summary>The refund policy for an order.</summary>
    public const string RefundPolicy = "refund-policy";
    /// <summary>What the warehouse has of a return.</summary>
    public const string Warehouse = "warehouse";
    /// <summary>What finance has paid or will pay.</summary>
    public const string Finance = "finance";
    /// <summary>The open bill of an account.</summary>
    public const string Bill = "bill";
    /// <summary>An outage in an area.</summary>
    public const string Outage = "outage";
    /// <summary>Opening hours now.</summary>
    public const string Hours = "hours";
    /// <summary>The queue for humans.</summary>
    public const string Queue = "queue";
}

/// <summary>A name in several languages, by BCP 47 tag: of a culture, of a language in a script (zh-Hant), or of a language. The base language is always there.</summary>
public sealed record Names(ImmutableSortedDictionary<string, string> ByLanguage)
{
    /// <summary>The name as a culture calls it, or in the base language.</summary>
    public string In(Locales.Culture culture) =>
        ByLanguage.GetValueOrDefault(culture.Tag) ?? ByLanguage.GetValueOrDefault($"{culture.Language}-{culture.Script}") ?? ByLanguage.GetValueOrDefault(culture.Language) ?? ByLanguage[Locales.LocaleSet.Base];
}

/// <summary>Where an order is.</summary>
public enum OrderStatus
{
    /// <summary>Being prepared.</summary>
    Preparing,
    /// <summary>On its way.</summary>
    Shipped,
    /// <summary>On the van today.</summary>
    OutForDelivery,
    /// <summary>Delivered.</summary>
    Delivered,
    /// <summary>Later than promised.</summary>
    Delayed,
    /// <summary>Cancelled.</summary>
    Cancelled,
}

/// <summary>An order.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Item">What was ordered.</param>
/// <param name="Status">Where it is.</param>
/// <param name="Date">Expected, delivered or cancelled then.</param>
/// <param name="DelayReason">weather, stock or carrier, when delayed.</param>
public sealed record OrderFact(string Number, Names Item, OrderStatus Status, DateTimeOffset Date, string? DelayReason) : Fact;

/// <summary>How long returns are taken and how fast money comes back.</summary>
/// <param name="ReturnDays">Days after delivery.</param>
/// <param name="RefundDays">Days from the parcel's arrival to the payment.</param>
public sealed record RefundPolicyFact(int ReturnDays, int RefundDays) : Fact;

/// <summary>What the warehouse has of a return.</summary>
/// <param name="Announced">Whether a return was announced.</param>
/// <param name="ReceivedOn">When the parcel came; null when it has not.</param>
public sealed record WarehouseFact(bool Announced, DateTimeOffset? ReceivedOn) : Fact;

/// <summary>What finance has paid or will pay.</summary>
/// <param name="PaidOn">When; null when not yet.</param>
/// <param name="Due">When at the latest; null when nothing is scheduled.</param>
/// <param name="Amount">How much.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record FinanceFact(DateTimeOffset? PaidOn, DateTimeOffset? Due, decimal Amount, string Currency) : Fact;

/// <summary>An open bill.</summary>
public sealed record BillFact(string Account, decimal Amount, string Currency, DateTimeOffset Due, ImmutableArray<BillItem> Items) : Fact;

/// <summary>One line of a bill.</summary>
public sealed record BillItem(Names Label, decimal Amount);

/// <summary>The state of the network in an area.</summary>
/// <param name="Down">Whether there is an outage.</param>
/// <param name="Estimate">When it should be over; null when unknown.</param>
public sealed record OutageFact(bool Down, DateTimeOffset? Estimate) : Fact;

/// <summary>Opening hours now.</summary>
/// <param name="Open">Whether open now.</param>
/// <param name="Changes">When that changes next.</param>
public sealed record HoursFact(bool Open, DateTimeOffset Changes) : Fact;
