using System.Globalization;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Speaking;

/// <summary>Times and money as a culture writes them.</summary>
public static class Written
{
    /// <summary>An instant as date and time in the customer's zone; the zone is named when it is not known.</summary>
    public static string DateAndTime(Style style, DateTimeOffset at, string? zone)
    {
        var line = Line.Of("time-on", ("date", Date(style, at, zone)), ("time", Clock(style, at, zone)));
        return Named(Wording.Of(style, line, -1, "").Text, zone);
    }

    /// <summary>The date of an instant in the customer's zone.</summary>
    public static string Date(Style style, DateTimeOffset at, string? zone) =>
        Local(at, zone).ToString(style.Culture.Voice.Formats.Date, Names(style.Culture));

    /// <summary>The time of day of an instant in the customer's zone; the zone is named when it is not known.</summary>
    public static string Time(Style style, DateTimeOffset at, string? zone) => Named(Clock(style, at, zone), zone);

    private static string Clock(Style style, DateTimeOffset at, string? zone) =>
        Local(at, zone).ToString(style.Culture.Voice.Formats.Time, Names(style.Culture));

    /// <summary>About how many minutes, at least one.</summary>
    public static string Minutes(Style style, TimeSpan time)
    {
        var count = Math.Max(1, (int)Math.Ceiling(time.TotalMinutes));
        return Wording.Of(style, Line.Of("minutes", ("count", count.ToString(CultureInfo.InvariantCulture))), -1, "").Text;
    }

    /// <summary>An amount with its ISO 4217 code, grouped as the culture groups.</summary>
    public static string Money(Style style, decimal amount, string currency) =>
        $"{currency} {amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", Names(style.Culture))}";

    /// <summary>The zone, or UTC when there is none or it is unknown to this machine.</summary>
    public static TimeZoneInfo ZoneOf(string? zone) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;

    private static string Named(string time, string? zone) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? time : $"{time} (UTC)";

    private static DateTimeOffset Local(DateTimeOffset at, string? zone) => TimeZoneInfo.ConvertTime(at, ZoneOf(zone));

    private static CultureInfo Names(Culture culture) => CultureInfo.GetCultureInfo(culture.Voice.Formats.CalendarCulture);
}
