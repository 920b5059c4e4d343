using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>
/// A pattern of words: <c>(a|b)</c> alternatives, <c>[x]</c> optional, <c>..</c> a gap, <c>word*</c> any ending.
/// It is spelt out into sequences of fixed pieces at load, so that listening is one pass over the text.
/// </summary>
public sealed class CuePattern
{
    /// <summary>How many spellings one pattern may stand for; more is a mistake in the pattern.</summary>
    public const int MostSpellings = 20_000;

    private CuePattern(string source) => Source = source;

    /// <summary>The pattern as written.</summary>
    public string Source { get; }

    /// <summary>
    /// Each spelling: pieces of fixed text with a gap between them; a piece may end in <c>*</c>. Spelt out anew at each
    /// call: kept, the spellings of three cultures are 25 MB that nobody reads again.
    /// </summary>
    public IEnumerable<ImmutableArray<string>> Spell()
    {
        var at = 0;
        return Alternatives(Source, ref at, '\0').Select(Pieces).Where(s => s.Length > 0);
    }

    /// <summary>Parses a pattern.</summary>
    /// <exception cref="FormatException">What is wrong in it, for the designer.</exception>
    public static CuePattern Parse(string source)
    {
        var pattern = new CuePattern(source);
        return pattern.Spell().Any() ? pattern : throw new FormatException("the pattern is empty");
    }

    /// <summary>A star in the middle ends its piece, also where it comes from an alternative: <c>(hit*|beats) me</c>.</summary>
    private static ImmutableArray<string> Pieces(string spelling) =>
        [.. spelling.Replace("* ", "* .. ", StringComparison.Ordinal)
            .Split("..", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Tidy).Where(p => p.Length > 0)];

    private static string Tidy(string piece) => string.Join(' ', piece.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static List<string> Alternatives(string s, ref int at, char close)
    {
        var all = new List<string>();
        var current = new List<string> { "" };
        while (at < s.Length && s[at] != close)
        {
            switch (s[at])
            {
                case '(':
                    at++;
                    current = Times(current, Alternatives(s, ref at, ')'));
                    Close(s, ref at, ')');
                    break;
                case '[':
                    at++;
                    var optional = Alternatives(s, ref at, ']');
                    optional.Add("");
                    current = Times(current, optional);
                    Close(s, ref at, ']');
                    break;
                case '|' when close == '\0':
                    throw new FormatException("a `|` stands outside brackets; write `(a|b)`");
                case '|':
                    all.AddRange(current);
                    current = [""];
                    at++;
                    break;
                case ')' or ']':
                    throw new FormatException($"there is a `{s[at]}` without its opening bracket");
                default:
                    var plain = s.AsSpan(at);
                    var length = plain.IndexOfAny("()[]|") is >= 0 and var next ? next : plain.Length;
                    for (var i = 0; i < current.Count; i++) current[i] = string.Concat(current[i], plain[..length]);
                    at += length;
                    break;
            }
        }
        all.AddRange(current);
        return all;
    }

    private static void Close(string s, ref int at, char close)
    {
        if (at >= s.Length) throw new FormatException($"a bracket is not closed with `{close}`");
        at++;
    }

    private static List<string> Times(List<string> heads, List<string> tails)
    {
        if ((long)heads.Count * tails.Count > MostSpellings)
            throw new FormatException($"it stands for more than {MostSpellings} spellings; split it into smaller patterns");
        var all = new List<string>(heads.Count * tails.Count);
        foreach (var head in heads)
            foreach (var tail in tails)
                all.Add(head + tail);
        return all;
    }
}
