using System.Collections.Immutable;
using System.Globalization;

namespace TrustBot.Dialogs.Locales;

/// <summary>Reads one <c>territories/XX.yaml</c>.</summary>
internal static class TerritoryReader
{
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static Territory Read(YamlPart file, string name)
    {
        file.Knows("territory", "zones", "calling-code", "emergency", "local-emergency", "lines", "notices", "note");
        var code = file.Required("territory");
        if (code != name) file.Error($"territory `{code}` stands in the file `{name}.yaml`", "Give the file the territory's code", "territory");
        var emergency = file.Optional("emergency");
        if (code != Territory.International && emergency.Length == 0)
            file.Error("`emergency` is missing", "Give the emergency numbers, in quotes", "emergency");
        if (file["emergency"] is { IsQuoted: false }) file.Error("the emergency number is not in quotes", "Quote it: other readers turn 000 into 0", "emergency");
        var zones = file.Texts("zones");
        foreach (var zone in zones)
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                file.Error($"`{zone}` is not an IANA time zone", "Write it like Asia/Tokyo", "zones");
        var lines = (file["lines"]?.Items() ?? []).Select(ReadLine).ToImmutableArray();
        if (lines.IsEmpty) file.Error("`lines` is missing", "Give at least one line of help", "lines");
        else if (code == Territory.International && lines[0].Web.Length == 0)
            file.Error("the directory's first line has no `web`", "Give the address that people in any country can use", "lines");
        return new(code, [.. zones], file.Optional("calling-code"), emergency, ReadLocal(file, emergency), lines, [.. (file["notices"]?.Items() ?? []).Select(ReadNotice)]);
    }

    private static ImmutableSortedDictionary<string, string> ReadLocal(YamlPart file, string emergency)
    {
        var local = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (file["local-emergency"] is { IsText: true }) file.Error("`local-emergency` does not say in which language", "Write it like local-emergency: {ja: \"110（警察）\"}", "local-emergency");
        foreach (var (language, words) in file["local-emergency"]?.Entries() ?? [])
        {
            if (Digits(words.Text) != Digits(emergency)) words.Error("it has other numbers than `emergency`", "Say the same numbers in the other language");
            local[language] = words.Text;
        }
        return local.ToImmutable();
    }

    private static LegalNotice ReadNotice(YamlPart part)
    {
        part.Knows("law", "since", "says", "met-by", "source");
        var since = part.Required("since");
        if (!IsDate(since)) part.Error($"`{since}` is not a date", "Write 2026, 2026-01 or 2026-01-31", "since");
        var metBy = part.Texts("met-by").ToImmutableArray();
        if (metBy.IsEmpty) part.Error("`met-by` is missing", "Name the phrases that tell it, for example met-by: [disclosure]", "met-by");
        return new(part.Required("law"), since, part.Required("says"), metBy, part.Required("source"));
    }

    private static HelpLine ReadLine(YamlPart part)
    {
        part.Knows("name", "local-name", "kind", "phone", "text", "web", "hours", "zone", "languages", "as-of", "source", "confidence", "verified-by", "note");
        if (part["phone"] is { IsQuoted: false, Text.Length: > 0 })
            part.Error("the phone number is not in quotes", "Quote it: other readers turn 024 into 20", "phone");
        var kind = part.Required("kind");
        if (kind is not ("crisis" or "domestic-violence" or "scam" or "child" or "directory"))
            part.Error($"kind `{kind}` is not known", "Use crisis, domestic-violence, scam, child or directory", "kind");
        var zone = part.Optional("zone");
        if (zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            part.Error($"`{zone}` is not an IANA time zone", "Write it like Asia/Tokyo", "zone");
        var verified = part.Optional("verified-by");
        if (verified.Length == 0)
            part.Warn("nobody has verified this line", "Call it, then put your name and the date into `verified-by`", "verified-by");
        var asOf = part.Required("as-of");
        if (!IsDate(asOf)) part.Error($"`{asOf}` is not a date", "Write 2026, 2026-01 or 2026-01-31", "as-of");
        var (always, hours) = ReadHours(part);
        if (hours.Length > 0 && zone.Length == 0) part.Error("hours need a zone", "Add zone: Asia/Tokyo", "zone");
        return new()
        {
            Name = part.Required("name"),
            LocalName = part.Optional("local-name"),
            Kind = kind,
            Phone = part.Optional("phone"),
            Text = part.Optional("text"),
            Web = part.Optional("web"),
            Always = always,
            Hours = hours,
            Zone = zone,
            Languages = part.Optional("languages"),
            AsOf = asOf,
            Source = part.Required("source"),
            Confidence = part.Required("confidence"),
            VerifiedBy = verified,
            Line = part.Line,
        };
    }

    private static (bool Always, ImmutableArray<OpenHours> Hours) ReadHours(YamlPart part)
    {
        if (part["hours"] is not { } hours) return (false, []);
        if (hours.IsText)
        {
            if (hours.Text is not ("always" or "unknown" or ""))
                hours.Error($"`{hours.Text}` cannot be computed", "Write always, unknown, or a list of {days, from, to}");
            return (hours.Text == "always", []);
        }
        return (false, [.. hours.Items().Select(ReadWindow).OfType<OpenHours>()]);
    }

    private static OpenHours? ReadWindow(YamlPart part)
    {
        part.Knows("days", "from", "to");
        var days = part.Texts("days").Select(d => Array.IndexOf(Days, d.ToLowerInvariant())).ToArray();
        if (days.Length == 0 || days.Contains(-1))
        {
            part.Error("the days are not known", "Write days: [mon, tue, wed, thu, fri, sat, sun]", "days");
            return null;
        }
        if (Required(part, "from") is not { } from || Required(part, "to") is not { } to) return null;
        if (from < to) return new([.. days.Select(d => (DayOfWeek)d)], from, to);
        part.Error("it closes before it opens", "Write hours past midnight as two windows, the first to \"24:00\", the second from \"00:00\" on the days after", "to");
        return null;
    }

    private static int? Required(YamlPart part, string name)
    {
        if (part[name] is { } time) return time.Minute();
        part.Error($"`{name}` is missing", "Write it like from: \"16:00\"", name);
        return null;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
