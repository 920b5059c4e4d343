using System.Globalization;
using System.Text;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Makes text comparable: NFKC (full width, half-width kana, ligatures), lower case, three and more repeats to two,
/// apostrophes dropped, zero-width characters, tatweel, short vowels of Arabic and controls removed, white space to one
/// space, punctuation to a space that ends a clause.
/// </summary>
public static class Normaliser
{
    /// <summary>Longer text is read to here; a message of a hundred thousand signs says nothing more to a listener.</summary>
    public const int MostRead = 20_000;

    private const char FirstMark = '\u0300';

    /// <summary>Normalises a text. Never throws, also on broken surrogates. Applying it twice changes nothing.</summary>
    public static NormalText Normalise(string original)
    {
        var end = Math.Min(original.Length, MostRead);
        var text = new StringBuilder(end);
        var origin = new List<int>(end + 1);
        var breaks = new List<bool>(end + 1);
        var stretched = new List<int>();
        // Whether the sign before was taken out or is a gap: a mark that stood on it goes with it.
        var (breakNext, bare) = (false, true);
        for (var at = 0; at < end;)
        {
            if (char.IsAscii(original[at]) && (at + 1 == end || original[at + 1] < FirstMark))
            {
                Put(char.ToLowerInvariant(original[at]), at);
                at++;
                continue;
            }
            var length = ElementLength(original, at, end);
            foreach (var c in Fold(original, at, length)) Put(c, at);
            at += length;
        }
        if (text.Length > 0 && text[^1] == ' ')
        {
            end = origin[^1];
            text.Length--;
            origin.RemoveAt(origin.Count - 1);
            breaks.RemoveAt(breaks.Count - 1);
        }
        origin.Add(end);
        breaks.Add(true);
        var normal = new NormalText(text.ToString(), [.. origin], [.. breaks]);
        return stretched.Count == 0 ? normal : normal with { Short = normal.Without(stretched) };

        void Put(char c, int at)
        {
            if (bare && IsMark(c)) return;
            if (IsDropped(c))
            {
                bare = true;
                return;
            }
            bare = IsGap(c);
            if (bare)
            {
                if (EndsClause(c)) breakNext = true;
                if (text.Length == 0 || text[^1] == ' ') return;
                c = ' ';
            }
            else if (text.Length > 1 && text[^1] == c && text[^2] == c && char.IsLetter(c))
            {
                if (stretched.Count == 0 || stretched[^1] != text.Length - 1) stretched.Add(text.Length - 1);
                return;
            }
            text.Append(c);
            origin.Add(at);
            breaks.Add(breakNext && c != ' ');
            if (c != ' ') breakNext = false;
        }
    }

    /// <summary>The normalised text alone.</summary>
    public static string Plain(string original) => Normalise(original).Text;

    /// <summary>Whether words of this character's script are written without spaces between them.</summary>
    public static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or >= '\u0e00' and <= '\u0eff' or '々' or '〆';

    /// <summary>Whether a character stands on the one before it: accents, vowel signs, the later letters of a Hangul syllable.</summary>
    internal static bool IsMark(char c) =>
        c >= FirstMark && (c is '\uFF9E' or '\uFF9F' or >= '\u1160' and <= '\u11FF' || IsMark(CharUnicodeInfo.GetUnicodeCategory(c)));

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static int ElementLength(string s, int at, int end)
    {
        var length = IsPair(s, at, end) ? 2 : 1;
        while (at + length < end)
        {
            if (IsMark(s[at + length])) length++;
            else if (IsPair(s, at + length, end) && IsMark(CharUnicodeInfo.GetUnicodeCategory(s, at + length))) length += 2;
            else break;
        }
        return length;
    }

    private static bool IsPair(string s, int at, int end) => at + 1 < end && char.IsSurrogatePair(s[at], s[at + 1]);

    private static string Fold(string s, int at, int length)
    {
        var element = s.Substring(at, length);
        if (length == 1 && char.IsSurrogate(element[0])) return "\uFFFD";
        // Letters of Hangul that stand alone (as in laughter) would melt into a syllable with what follows.
        if (element[0] is >= '\u3131' and <= '\u318E' or >= '\uFFA0' and <= '\uFFDC') return element;
        // Invisible signs beyond the first plane: tags that hide words from a reader.
        if (length > 1 && CharUnicodeInfo.GetUnicodeCategory(element, 0) is UnicodeCategory.Format) return "";
        try
        {
            // Lower case may leave a letter and its mark apart that have a sign of their own.
            return element.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return "\uFFFD";
        }
    }

    private static bool IsDropped(char c) =>
        c is '\'' or '’' or '‘' or '`' or '´' or 'ʼ' or '\u0640' or '\uFE0F' or >= '\u064B' and <= '\u0652' or '\u0670'
        || (!char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format);

    /// <summary>Whether a sign only keeps words apart.</summary>
    internal static bool IsGap(char c) =>
        char.IsWhiteSpace(c) || (c != '*' && (char.IsPunctuation(c) || c is '|' or '~' or '^' or '<' or '>' or '='));

    private static bool EndsClause(char c) => c is '.' or ',' or ';' or ':' or '!' or '?' or '\n' or '…' or '。' or '、' or '؟' or '،' or '؛' or '।' or '—' or '–' or '(' or ')' or '"';
}
