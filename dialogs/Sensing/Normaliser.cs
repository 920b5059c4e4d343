using System.Globalization;
using System.Text;

namespace TrustBot.Dialogs.Sensing;

/// <summary>Text made comparable, with the way back to the original for evidence.</summary>
/// <param name="Text">Lower case, NFKC, single spaces, no apostrophes, no invisible characters.</param>
/// <param name="Origin">For each character of <paramref name="Text"/>, its first UTF-16 unit in the original; one more for the end.</param>
/// <param name="Breaks">Whether a clause ends before the character: negation does not reach across.</param>
public sealed record NormalText(string Text, int[] Origin, bool[] Breaks)
{
    /// <summary>Whether a clause ends somewhere in a stretch.</summary>
    public bool BreaksWithin(int from, int to)
    {
        for (var i = Math.Max(0, from); i < Math.Min(to, Breaks.Length); i++)
            if (Breaks[i]) return true;
        return false;
    }
}

/// <summary>
/// Makes text comparable: NFKC (full width, half-width kana, ligatures), lower case, three and more repeats to two,
/// quotes unified and apostrophes dropped, zero-width characters, tatweel and controls removed, white space to one
/// space, punctuation to a space that ends a clause.
/// </summary>
public static class Normaliser
{
    /// <summary>Longer text is read to here; a message of a hundred thousand signs says nothing more to a listener.</summary>
    public const int MostRead = 20_000;

    /// <summary>Normalises a text. Never throws, also on broken surrogates. Applying it twice changes nothing.</summary>
    /// <param name="original">The text as written.</param>
    /// <param name="undrawn">Whether a letter written three times and more is read as one instead of two.</param>
    public static NormalText Normalise(string original, bool undrawn = false)
    {
        var end = Math.Min(original.Length, MostRead);
        var text = new StringBuilder(end);
        var origin = new List<int>(end + 1);
        var breaks = new List<bool>(end + 1);
        var breakNext = false;
        var run = 0;
        for (var at = 0; at < end;)
        {
            var length = ElementLength(original, at, end);
            foreach (var c in Fold(original, at, length)) Put(c, at);
            at += length;
        }
        while (text.Length > 0 && text[^1] == ' ') Drop();
        origin.Add(end);
        breaks.Add(true);
        return new(text.ToString(), [.. origin], [.. breaks]);

        void Put(char c, int at)
        {
            if (IsDropped(c)) return;
            run = text.Length > 0 && text[^1] == c ? run + 1 : 1;
            if (IsGap(c))
            {
                if (EndsClause(c)) breakNext = true;
                if (text.Length == 0 || text[^1] == ' ') return;
                c = ' ';
            }
            else if (run > 2 && char.IsLetter(c))
            {
                if (undrawn && run == 3) Drop();
                return;
            }
            text.Append(c);
            origin.Add(at);
            breaks.Add(breakNext && c != ' ');
            if (c != ' ') breakNext = false;
        }

        void Drop()
        {
            text.Length--;
            origin.RemoveAt(origin.Count - 1);
            breaks.RemoveAt(breaks.Count - 1);
        }
    }

    /// <summary>Whether a letter stands three times in a row or more: "pleaseee".</summary>
    public static bool IsDrawnOut(string original)
    {
        for (var i = 2; i < Math.Min(original.Length, MostRead); i++)
            if (char.IsLetter(original[i]) && char.ToLowerInvariant(original[i]) is var c && char.ToLowerInvariant(original[i - 1]) == c && char.ToLowerInvariant(original[i - 2]) == c)
                return true;
        return false;
    }

    /// <summary>The normalised text alone.</summary>
    public static string Plain(string original) => Normalise(original).Text;

    /// <summary>Whether words of this character's script are written without spaces between them.</summary>
    public static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or >= '\u0e00' and <= '\u0eff' or '々' or '〆';

    private static int ElementLength(string s, int at, int end)
    {
        var length = char.IsHighSurrogate(s[at]) && at + 1 < end && char.IsLowSurrogate(s[at + 1]) ? 2 : 1;
        while (at + length < end && IsMark(s[at + length])) length++;
        return length;
    }

    private static bool IsMark(char c) =>
        c is '\uFF9E' or '\uFF9F' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static string Fold(string s, int at, int length)
    {
        if (length == 1 && char.IsAscii(s[at])) return char.ToLowerInvariant(s[at]).ToString();
        var element = s.Substring(at, length);
        if (length == 1 && char.IsSurrogate(element[0])) return "\uFFFD";
        try
        {
            return element.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return "\uFFFD";
        }
    }

    private static bool IsDropped(char c) =>
        c is '\'' or '’' or '‘' or '`' or '´' or 'ʼ' or '\u0640' or '\uFE0F'
        || (c is not ('\t' or '\n' or '\r') && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format);

    private static bool IsGap(char c) =>
        char.IsWhiteSpace(c) || (c != '*' && (char.IsPunctuation(c) || c is '|' or '~' or '^' or '<' or '>' or '='));

    private static bool EndsClause(char c) => c is '.' or ',' or ';' or ':' or '!' or '?' or '\n' or '…' or '。' or '、' or '؟' or '،' or '(' or ')' or '"';
}
