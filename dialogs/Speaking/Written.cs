using System.Collections.Concurrent;
using System.Globalization;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Speaking;

/// <summary>Times and money as a culture writes them. Dates are Gregorian in every culture: business keeps that calendar.</summary>
public static class Written
{
    private static readonly ConcurrentDictionary<string, CultureInfo> Known = new(StringComparer.Ordinal);

    /// <summary>An instant as date and time in the customer's zone; the zone is named when it is not known.</summary>
    public static string DateAndTime(Style style, DateTimeOffset at, string? zone) => On(style, "time-on", at, zone);

    /// <summary>
    /// Likewise, today and tomorrow by their names: for what is said now, and never for what is kept and said again later.
    /// </summary>
    public static string When(Style style, DateTimeOffset at, string? zone, DateTimeOffset now) =>
        On(style, !IsKnown(zone) ? "time-on" : (Local(at, zone).Date - Local(now, zone).Date).Days switch { 0 => "time-today", 1 => "time-tomorrow", _ => "time-on" }, at, zone);

    /// <summary>The date of an instant in the customer's zone.</summary>
    public static string Date(Style style, DateTimeOffset at, string? zone) => Plain(Local(at, zone).ToString(style.Culture.Voice.Formats.Date, Names(style.Culture)));

    /// <summary>The time of day of an instant in the customer's zone; the zone is named when it is not known.</summary>
    public static string Time(Style style, DateTimeOffset at, string? zone) => Named(Clock(style, at, zone), zone);

    /// <summary>The part of the customer's day an instant is in; neutral when their zone is not known.</summary>
    public static DayPart PartOfDay(Style style, DateTimeOffset at, string? zone) =>
        IsKnown(zone) && Local(at, zone) is var local ? style.Culture.Voice.Day.At(local.Hour * 60 + local.Minute) : DayPart.Neutral;

    /// <summary>About how long: minutes, at least one, and hours from ninety minutes on.</summary>
    public static string Duration(Style style, TimeSpan time)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling(time.TotalMinutes));
        var (key, count) = minutes < 90 ? ("minutes", minutes) : ("hours", (int)Math.Ceiling(minutes / 60.0));
        return Wording.Of(style, Line.Of(key, ("count", count.ToString(CultureInfo.InvariantCulture))), -1, "").Text;
    }

    /// <summary>An amount with the culture's sign for its currency, or the ISO 4217 code, grouped as the culture groups.</summary>
    public static string Money(Style style, decimal amount, string currency)
    {
        var formats = style.Culture.Voice.Formats;
        var number = Plain(amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", Names(style.Culture)));
        return formats.Money.Replace("{amount}", number, StringComparison.Ordinal)
            .Replace("{currency}", formats.Currencies.GetValueOrDefault(currency, currency), StringComparison.Ordinal);
    }

    /// <summary>The zone, or UTC when there is none or it is unknown to this machine.</summary>
    public static TimeZoneInfo ZoneOf(string? zone) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;

    private static string On(Style style, string key, DateTimeOffset at, string? zone) =>
        Named(Wording.Of(style, Line.Of(key, ("date", Date(style, at, zone)), ("time", Clock(style, at, zone))), -1, "").Text, zone);

    private static string Clock(Style style, DateTimeOffset at, string? zone) => Plain(Local(at, zone).ToString(style.Culture.Voice.Formats.Time, Names(style.Culture)));

    private static bool IsKnown(string? zone) => zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    private static string Named(string time, string? zone) => IsKnown(zone) ? time : $"{time} (UTC)";

    private static DateTimeOffset Local(DateTimeOffset at, string? zone) => TimeZoneInfo.ConvertTime(at, ZoneOf(zone));

    /// <summary>
    /// Without the narrow spaces and direction marks that culture data puts into times (dotnet/runtime#95620): one of them
    /// alone would make a text message three times as long.
    /// </summary>
    private static string Plain(string written) =>
        written.Replace('\u202F', ' ').Replace("\u200F", "", StringComparison.Ordinal).Replace("\u200E", "", StringComparison.Ordinal);

    private static CultureInfo Names(Culture culture) => Known.GetOrAdd(culture.Voice.Formats.CalendarCulture, static name =>
    {
        var info = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        if (info.DateTimeFormat.Calendar is not GregorianCalendar)
            info.DateTimeFormat.Calendar = info.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() ?? throw new InvalidOperationException($"{name} has no Gregorian calendar.");
        return info;
    });
}
