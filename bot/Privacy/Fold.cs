using System.Globalization;

namespace TrustBot.Privacy;

/// <summary>
/// Makes what looks alike equal, one UTF-16 unit for one, so that a place in the folded text is the same place in the
/// text: case, width, digits of every script, quotes, dashes and spaces.
/// </summary>
internal static class Fold
{
    public static string Of(string text) => string.Create(text.Length, text, static (folded, text) =>
    {
        for (var i = 0; i < folded.Length; i++) folded[i] = Of(text[i]);
    });

    /// <summary>Whether words of this script are written without spaces, so that a word may begin or end right here.</summary>
    public static bool IsUnspaced(char c) => c is (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF61' and <= '\uFF9F');

    /// <summary>Whether a word that is written with spaces goes on here.</summary>
    public static bool IsWord(char c) => char.IsLetterOrDigit(c) && !IsUnspaced(c);

    private static char Of(char c)
    {
        if (c < '\u0080') return char.ToLowerInvariant(c);
        var wide = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
        if (CharUnicodeInfo.GetDecimalDigitValue(wide) is >= 0 and var digit) return (char)('0' + digit);
        return wide switch
        {
            '\u2018' or '\u2019' => '\'',
            '\u201C' or '\u201D' => '"',
            (>= '\u2010' and <= '\u2015') or '\u2212' => '-',
            '\u2028' or '\u2029' => '\n',
            // Zero-width characters are pasted along with numbers from web pages.
            (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF' => ' ',
            _ => char.IsWhiteSpace(wide) ? ' ' : char.ToLowerInvariant(wide),
        };
    }
}
