using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>A territory: its emergency numbers and lines of help. Never guessed, never translated.</summary>
/// <param name="Code">ISO 3166-1, or INTL where the territory is unknown.</param>
/// <param name="Zones">IANA zones that mean this territory.</param>
/// <param name="CallingCode">Country calling code (ITU-T E.164) without the plus; empty when none is known.</param>
/// <param name="Emergency">Emergency numbers, as they are said in English.</param>
/// <param name="LocalEmergency">The same numbers with their words in other languages, by language.</param>
/// <param name="Lines">Lines of help, in the order they are offered.</param>
/// <param name="Notices">What its law wants customers to be told, and which phrases tell it.</param>
public sealed record Territory(
    string Code, ImmutableArray<string> Zones, string CallingCode, string Emergency, ImmutableSortedDictionary<string, string> LocalEmergency, ImmutableArray<HelpLine> Lines,
    ImmutableArray<LegalNotice> Notices)
{
    /// <summary>The code of the directory used when the territory is unknown.</summary>
    public const string International = "INTL";
}

/// <summary>A duty to tell customers something. It is no advice: an operator's counsel confirms it.</summary>
/// <param name="Law">The law and its place.</param>
/// <param name="Since">From when: year, year-month or date.</param>
/// <param name="Says">What is to be told, when.</param>
/// <param name="MetBy">Keys of the phrases that tell it, in every culture.</param>
/// <param name="Source">Where it was read.</param>
public sealed record LegalNotice(string Law, string Since, string Says, ImmutableArray<string> MetBy, string Source);

/// <summary>One line of help.</summary>
public sealed record HelpLine
{
    /// <summary>Name in Latin script.</summary>
    public required string Name { get; init; }
    /// <summary>Name in the territory's own script; empty when the same.</summary>
    public string LocalName { get; init; } = "";
    /// <summary>crisis, domestic-violence, scam, child or directory.</summary>
    public required string Kind { get; init; }
    /// <summary>Number to call; empty when there is none.</summary>
    public string Phone { get; init; } = "";
    /// <summary>How to write to it.</summary>
    public string Text { get; init; } = "";
    /// <summary>Address on the web.</summary>
    public string Web { get; init; } = "";
    /// <summary>Whether it is open at all hours.</summary>
    public bool Always { get; init; }
    /// <summary>Opening hours; empty with <see cref="Always"/> false means that they are unknown.</summary>
    public ImmutableArray<OpenHours> Hours { get; init; } = [];
    /// <summary>IANA zone of the hours.</summary>
    public string Zone { get; init; } = "";
    /// <summary>Languages spoken.</summary>
    public string Languages { get; init; } = "";
    /// <summary>When it was true: year, year-month or date.</summary>
    public required string AsOf { get; init; }
    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }
    /// <summary>high, medium or low.</summary>
    public required string Confidence { get; init; }
    /// <summary>Line of the file it begins at.</summary>
    public int Line { get; init; }
    /// <summary>Who called it and found it right; empty until then.</summary>
    public string VerifiedBy { get; init; } = "";

    /// <summary>
    /// Whether it is open at an instant; null when its hours are not known. Computed in the line's own zone.
    /// </summary>
    public bool? OpenAt(DateTimeOffset now)
    {
        if (Always) return true;
        if (Hours.IsEmpty || !TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone)) return null;
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var minute = local.Hour * 60 + local.Minute;
        return Hours.Any(h => h.Days.Contains(local.DayOfWeek) && minute >= h.FromMinute && minute < h.ToMinute);
    }
}

/// <summary>Open on these days between two minutes of the day; <paramref name="ToMinute"/> is 1440 for midnight.</summary>
public sealed record OpenHours(ImmutableArray<DayOfWeek> Days, int FromMinute, int ToMinute);
