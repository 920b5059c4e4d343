using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TrustBot.Dialogs.Locales;

/// <summary>
/// One wording: text with <c>{name}</c> placeholders, CLDR plurals and choices, in the small part of ICU
/// MessageFormat that designers need (https://unicode-org.github.io/icu/userguide/format_parse/messages/).
/// </summary>
public sealed class Template
{
    private readonly ImmutableArray<Piece> _pieces;

    private Template(string source, ImmutableArray<Piece> pieces)
    {
        Source = source;
        _pieces = pieces;
        Placeholders = [.. pieces.SelectMany(p => p.Names()).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The text as the designer wrote it.</summary>
    public string Source { get; }

    /// <summary>Names of its placeholders.</summary>
    public ImmutableHashSet<string> Placeholders { get; }

    /// <summary>Parses a wording.</summary>
    /// <exception cref="FormatException">What is wrong in it, for the designer.</exception>
    public static Template Parse(string source)
    {
        var at = 0;
        var pieces = Pieces(source, ref at, 0);
        return at == source.Length ? new(source, pieces) : throw new FormatException("there is a `}` without its `{`");
    }

    /// <summary>The wording with values put in. A placeholder without a value is left out.</summary>
    /// <param name="values">Values by name; plurals want numbers.</param>
    /// <param name="language">Language whose plural rules apply.</param>
    public string Render(IReadOnlyDictionary<string, string> values, string language)
    {
        var text = new StringBuilder(Source.Length + 16);
        foreach (var piece in _pieces) piece.Render(text, values, language, "#");
        return text.ToString();
    }

    private static ImmutableArray<Piece> Pieces(string s, ref int at, int depth)
    {
        if (depth > 4) throw new FormatException("braces are nested more than four deep");
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var plain = new StringBuilder();
        while (at < s.Length && s[at] != '}')
        {
            if (s[at] == '\'' && at + 2 < s.Length && s[at + 1] is '{' or '}' && s[at + 2] == '\'')
            {
                plain.Append(s[at + 1]);
                at += 3;
            }
            else if (s[at] == '{')
            {
                Flush();
                at++;
                pieces.Add(Placeholder(s, ref at, depth));
            }
            else if (s[at] == '#' && depth > 0)
            {
                Flush();
                pieces.Add(new Piece.Number());
                at++;
            }
            else plain.Append(s[at++]);
        }
        Flush();
        return pieces.ToImmutable();

        void Flush()
        {
            if (plain.Length > 0) pieces.Add(new Piece.Plain(plain.ToString()));
            plain.Clear();
        }
    }

    private static Piece Placeholder(string s, ref int at, int depth)
    {
        var name = Word(s, ref at);
        if (name.Length == 0) throw new FormatException("a placeholder has no name; write `{name}`, or `'{'` for a brace");
        if (Take(s, ref at, '}')) return new Piece.Value(name);
        if (!Take(s, ref at, ',')) throw new FormatException($"`{{{name}` is not closed with `}}`");
        var kind = Word(s, ref at);
        if (kind is not ("plural" or "select")) throw new FormatException($"`{{{name}, {kind}` is not known; use plural or select");
        if (!Take(s, ref at, ',')) throw new FormatException($"`{{{name}, {kind}` needs a comma and its cases");
        var cases = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<Piece>>(StringComparer.Ordinal);
        while (!Take(s, ref at, '}'))
        {
            var label = Word(s, ref at);
            if (label.Length == 0 || !Take(s, ref at, '{')) throw new FormatException($"a case of `{{{name}, {kind}` is not written `label {{text}}`");
            if (!cases.TryAdd(label, Pieces(s, ref at, depth + 1))) throw new FormatException($"the case `{label}` of `{{{name}` is written twice");
            if (!Take(s, ref at, '}')) throw new FormatException($"the case `{label}` of `{{{name}` is not closed");
        }
        if (!cases.ContainsKey("other")) throw new FormatException($"`{{{name}, {kind}` has no case `other`");
        return new Piece.Choice(name, kind == "plural", cases.ToImmutable());
    }

    private static string Word(string s, ref int at)
    {
        while (at < s.Length && char.IsWhiteSpace(s[at])) at++;
        var start = at;
        while (at < s.Length && (char.IsLetterOrDigit(s[at]) || s[at] is '_' or '-' or '=')) at++;
        return s[start..at];
    }

    private static bool Take(string s, ref int at, char c)
    {
        while (at < s.Length && char.IsWhiteSpace(s[at]) && s[at] != c) at++;
        if (at >= s.Length || s[at] != c) return false;
        at++;
        return true;
    }

    /// <summary>Every plural in the wording, those inside other choices included.</summary>
    internal IEnumerable<(string Name, ImmutableHashSet<string> Cases)> Plurals() => Choices(_pieces)
        .Where(c => c.IsPlural).Select(c => (c.Name, c.Cases.Keys.ToImmutableHashSet(StringComparer.Ordinal)));

    private static IEnumerable<Piece.Choice> Choices(IEnumerable<Piece> pieces) =>
        pieces.OfType<Piece.Choice>().SelectMany(c => Choices(c.Cases.Values.SelectMany(p => p)).Prepend(c));

    private abstract record Piece
    {
        public virtual IEnumerable<string> Names() => [];
        public abstract void Render(StringBuilder text, IReadOnlyDictionary<string, string> values, string language, string number);

        public sealed record Plain(string Text) : Piece
        {
            public override void Render(StringBuilder text, IReadOnlyDictionary<string, string> values, string language, string number) => text.Append(Text);
        }

        public sealed record Number : Piece
        {
            public override void Render(StringBuilder text, IReadOnlyDictionary<string, string> values, string language, string number) => text.Append(number);
        }

        public sealed record Value(string Name) : Piece
        {
            public override IEnumerable<string> Names() => [Name];
            public override void Render(StringBuilder text, IReadOnlyDictionary<string, string> values, string language, string number) =>
                text.Append(values.GetValueOrDefault(Name, ""));
        }

        public sealed record Choice(string Name, bool IsPlural, ImmutableSortedDictionary<string, ImmutableArray<Piece>> Cases) : Piece
        {
            public override IEnumerable<string> Names() => Cases.Values.SelectMany(c => c).SelectMany(p => p.Names()).Prepend(Name);

            public override void Render(StringBuilder text, IReadOnlyDictionary<string, string> values, string language, string number)
            {
                var value = values.GetValueOrDefault(Name, "");
                var label = IsPlural && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var n)
                    ? Cases.ContainsKey("=" + value) ? "=" + value : PluralRules.Category(language, n)
                    : value;
                foreach (var piece in Cases.TryGetValue(label, out var pieces) ? pieces : Cases["other"])
                    piece.Render(text, values, language, IsPlural ? value : number);
            }
        }
    }
}
