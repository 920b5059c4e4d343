using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// The cues of all cultures, one sheet for each language, made when someone first writes in it. Several sheets may read
/// one message, because customers switch languages in the middle of a sentence.
/// </summary>
public sealed class CueIndex
{
    internal const string NegationBefore = "(negation-before)";
    internal const string Territory = "(territory) ";
    internal const string NegationAfter = "(negation-after)";

    private readonly Dictionary<string, Lazy<CueSheet>> _sheets;

    /// <summary>The cues of a set.</summary>
    public CueIndex(LocaleSet locales) => _sheets = locales.Cultures.Values
        .GroupBy(c => c.Language, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => new Lazy<CueSheet>(() => new([.. g])), StringComparer.Ordinal);

    /// <summary>Every cue of some languages in a text, before negation and idioms are weighed.</summary>
    /// <param name="normal">The text.</param>
    /// <param name="languages">Whose cues; of all languages when null.</param>
    internal List<RawHit> Find(NormalText normal, IEnumerable<string>? languages = null)
    {
        var found = new List<RawHit>();
        foreach (var language in languages ?? _sheets.Keys)
            if (_sheets.TryGetValue(language, out var sheet)) sheet.Value.Find(normal.Text, found);
        return found;
    }
}

/// <summary>A cue found, in places of the normalised text.</summary>
/// <param name="Group">Its group, or what the index calls a negation or a territory.</param>
/// <param name="Culture">Whose cue it is.</param>
/// <param name="Cue">The cue.</param>
/// <param name="Start">Its first sign.</param>
/// <param name="End">The sign after its last.</param>
/// <param name="Begun">Where the part after its last gap begins.</param>
internal sealed record RawHit(string Group, string Culture, Cue Cue, int Start, int End, int Begun)
{
    /// <summary>Whether another hit covers all of this one.</summary>
    public bool IsIn(RawHit other) => other.Start <= Start && other.End >= End;
}
