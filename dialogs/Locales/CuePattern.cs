using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>
/// A pattern of words: <c>(a|b)</c> alternatives, <c>[x]</c> optional, <c>..</c> a gap, <c>word*</c> any ending.
/// </summary>
public sealed class CuePattern
{
    /// <summary>How many spellings one pattern may stand for; more is a mistake in the pattern.</summary>
    public const int MostSpellings = 20_000;

    private CuePattern(string source) => Source = source;

    /// <summary>The pattern as written.</summary>
    public string Source { get; }

    /// <summary>What it is made of. Read anew at each call: kept, the patterns of all cultures take more room than what they compile to.</summary>
    public PatternPart Parts => PatternPart.Parse(Source);

    /// <summary>Each spelling: pieces of fixed text with a gap between them; a piece may end in <c>*</c>. For those who check patterns: listening reads <see cref="Parts"/>.</summary>
    public IEnumerable<ImmutableArray<string>> Spell() => Spell(Parts).Select(Pieces).Where(s => s.Length > 0);

    /// <summary>Parses a pattern.</summary>
    /// <exception cref="FormatException">What is wrong in it, for the designer.</exception>
    public static CuePattern Parse(string source)
    {
        var pattern = new CuePattern(source);
        if (Count(pattern.Parts) > MostSpellings) throw new FormatException($"it stands for more than {MostSpellings} spellings; split it into smaller patterns");
        return pattern.Spell().Any() ? pattern : throw new FormatException("the pattern is empty");
    }

    private static long Count(PatternPart part) => part switch
    {
        PatternPart.AnyOf any => any.Parts.Sum(Count),
        PatternPart.Row row => row.Parts.Aggregate(1L, (n, p) => Math.Min(int.MaxValue, n * Count(p))),
        _ => 1,
    };

    private static IEnumerable<string> Spell(PatternPart part) => part switch
    {
        PatternPart.Words words => [words.Text],
        PatternPart.AnyOf any => any.Parts.SelectMany(Spell),
        PatternPart.Row row => row.Parts.Aggregate((IEnumerable<string>)[""], (heads, p) => heads.SelectMany(_ => Spell(p), string.Concat)),
        _ => [],
    };

    /// <summary>A star in the middle ends its piece, also where it comes from an alternative: <c>(hit*|beats) me</c>.</summary>
    private static ImmutableArray<string> Pieces(string spelling) =>
        [.. spelling.Replace("* ", "* .. ", StringComparison.Ordinal)
            .Split("..", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Tidy).Where(p => p.Length > 0)];

    private static string Tidy(string piece) => string.Join(' ', piece.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
