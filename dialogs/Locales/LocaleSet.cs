using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>All cultures and territories as one immutable set; a turn uses one and logs its hash.</summary>
public sealed class LocaleSet
{
    private readonly ImmutableDictionary<string, Culture> _byTag;
    private readonly ImmutableDictionary<string, string> _territoryOfZone;

    /// <summary>A set of checked cultures and territories.</summary>
    /// <param name="cultures">At least the base culture <see cref="Base"/>.</param>
    /// <param name="territories">With the directory <see cref="Territory.International"/>.</param>
    /// <param name="hash">Content hash of the files it was read from.</param>
    public LocaleSet(IEnumerable<Culture> cultures, IEnumerable<Territory> territories, string hash)
    {
        Cultures = cultures.ToImmutableSortedDictionary(c => c.Tag, c => c, StringComparer.OrdinalIgnoreCase);
        Territories = territories.ToImmutableSortedDictionary(t => t.Code, t => t, StringComparer.OrdinalIgnoreCase);
        Hash = hash;
        var byTag = ImmutableDictionary.CreateBuilder<string, Culture>(StringComparer.OrdinalIgnoreCase);
        foreach (var culture in Cultures.Values)
            foreach (var alias in culture.AlsoAnswers)
                byTag[alias] = culture;
        foreach (var culture in Cultures.Values) byTag[culture.Tag] = culture;
        _byTag = byTag.ToImmutable();
        _territoryOfZone = Territories.Values
            .SelectMany(t => t.Zones.Select(z => (Zone: z, t.Code)))
            .ToImmutableDictionary(x => x.Zone, x => x.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>No registered tag comes near (RFC 5646 §4.4.1 asks for 35); longer ones come from nobody who means well.</summary>
    private const int LongestTag = 100;

    /// <summary>The culture everything falls back to for words that no one's safety hangs on.</summary>
    public const string Base = "en";

    /// <summary>Cultures by tag.</summary>
    public ImmutableSortedDictionary<string, Culture> Cultures { get; }

    /// <summary>Territories by code.</summary>
    public ImmutableSortedDictionary<string, Territory> Territories { get; }

    /// <summary>Content hash of the files.</summary>
    public string Hash { get; }

    /// <summary>The culture of a tag that is one of ours.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Culture this[string tag] => _byTag[tag];

    /// <summary>
    /// The culture that answers to a BCP 47 tag: itself, an alias, or the tag without its last parts
    /// (RFC 4647 §3.4 lookup). Null when none does; an unknown tag is never an error (A3021).
    /// </summary>
    public Culture? Find(string? tag)
    {
        if (tag is { Length: > LongestTag }) return null;
        for (var rest = tag?.Trim(); !string.IsNullOrEmpty(rest); rest = rest.LastIndexOf('-') is > 0 and var dash ? rest[..dash] : null)
            if (_byTag.TryGetValue(rest, out var culture))
                return culture;
        return null;
    }

    /// <summary>The culture for a browser's Accept-Language (RFC 9110 §12.5.4); null when none of its tags is ours.</summary>
    public Culture? FindAccepted(string? acceptLanguage) =>
        (acceptLanguage ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(16)
            .Select((part, i) => (Tag: part.Split(';')[0].Trim(), Weight: Weight(part), i))
            .Where(x => x.Weight > 0)
            .OrderByDescending(x => x.Weight).ThenBy(x => x.i)
            .Select(x => Find(x.Tag))
            .FirstOrDefault(c => c is not null);

    /// <summary>The territory of an IANA zone; null when no territory claims it.</summary>
    public string? TerritoryOfZone(string? zone) => zone is null ? null : _territoryOfZone.GetValueOrDefault(zone);

    /// <summary>The region part of a tag, when it is one of our territories; else null.</summary>
    public string? TerritoryOfTag(string? tag) =>
        tag?.Split('-').Skip(1).FirstOrDefault(p => p.Length == 2 && Territories.ContainsKey(p))?.ToUpperInvariant();

    /// <summary>
    /// The territory of a phone number in E.164 form by its calling code; null when it has none, or one that several
    /// countries share (+1): a wrong country's line of help is worse than none.
    /// </summary>
    public string? TerritoryOfPhone(string? phone) =>
        phone is not { Length: > 4 } || phone[0] != '+' ? null
        : Territories.Values.Where(t => t.CallingCode.Length > 0 && phone.AsSpan(1).StartsWith(t.CallingCode)).MaxBy(t => t.CallingCode.Length)?.Code;

    /// <summary>The language part of a tag.</summary>
    public static string LanguageOf(string tag) => tag.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? tag[..dash] : tag;

    private static double Weight(string part)
    {
        var q = part.IndexOf("q=", StringComparison.OrdinalIgnoreCase);
        return q < 0 ? 1 : double.TryParse(part.AsSpan(q + 2), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var w) && w <= 1 ? w : 0;
    }
}
