using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>What a pattern is made of.</summary>
public abstract record PatternPart
{
    private PatternPart()
    {
    }

    /// <summary>Words as written, with <c>..</c> for a gap and <c>*</c> for any ending.</summary>
    public sealed record Words(string Text) : PatternPart;

    /// <summary>One after the other; none is nothing at all.</summary>
    public sealed record Row(ImmutableArray<PatternPart> Parts) : PatternPart;

    /// <summary>One of these.</summary>
    public sealed record AnyOf(ImmutableArray<PatternPart> Parts) : PatternPart;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">What is wrong in it, for the designer.</exception>
    public static PatternPart Parse(string source)
    {
        var at = 0;
        return Alternatives(source, ref at, '\0');
    }

    private static PatternPart Alternatives(string s, ref int at, char close)
    {
        var all = new List<PatternPart>();
        var row = new List<PatternPart>();
        while (at < s.Length && s[at] != close)
        {
            switch (s[at])
            {
                case '(':
                    at++;
                    row.Add(Alternatives(s, ref at, ')'));
                    Close(s, ref at, ')');
                    break;
                case '[':
                    at++;
                    row.Add(new AnyOf([Alternatives(s, ref at, ']'), new Row([])]));
                    Close(s, ref at, ']');
                    break;
                case '|' when close == '\0':
                    throw new FormatException("a `|` stands outside brackets; write `(a|b)`");
                case '|':
                    all.Add(One(row));
                    row = [];
                    at++;
                    break;
                case ')' or ']':
                    throw new FormatException($"there is a `{s[at]}` without its opening bracket");
                default:
                    var plain = s.AsSpan(at);
                    var length = plain.IndexOfAny("()[]|") is >= 0 and var next ? next : plain.Length;
                    row.Add(new Words(s.Substring(at, length)));
                    at += length;
                    break;
            }
        }
        all.Add(One(row));
        return all is [var only] ? only : new AnyOf([.. all]);
    }

    private static PatternPart One(List<PatternPart> row) => row is [var only] ? only : new Row([.. row]);

    private static void Close(string s, ref int at, char close)
    {
        if (at >= s.Length) throw new FormatException($"a bracket is not closed with `{close}`");
        at++;
    }
}
