using System.Globalization;
using System.Text;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Letters that are written in several forms which mean the same, brought to one: the seats of hamza and the final forms
/// of Arabic and Persian, ß and ss (Unicode's full case folding), the two sigmas, the decimal digits of every script,
/// and the place of the tone in Vietnamese (hòa, hoà).
/// </summary>
internal static class Variants
{
    private const string Toned = "àáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ";
    private const int Tones = 5;

    /// <summary>A text in Unicode's own normal form and lower case, its variants in their one form.</summary>
    public static string Of(string normal)
    {
        // The second s may take on the marks that stood on ß.
        if (normal.Contains('ß', StringComparison.Ordinal)) normal = normal.Replace("\u00DF", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormKC);
        foreach (var c in normal)
            if (Of(c) != c) return string.Concat(normal.Select(Of));
        return normal;
    }

    /// <summary>
    /// The two vowels oa, oe, uy with the tone on the second, where many write it on the first; null for any others.
    /// Both spellings are taught in Viet Nam.
    /// </summary>
    public static (char First, char Second)? ToneMoved(char first, char second)
    {
        if (first < '\u00C0' || Toned.IndexOf(first, StringComparison.Ordinal) is not (>= 0 and var at)) return null;
        var row = at / Tones;
        var (vowel, other) = row switch
        {
            3 => ('o', second switch { 'a' => 0, 'e' => 1, _ => -1 }),
            4 => ('u', second == 'y' ? 5 : -1),
            _ => (' ', -1),
        };
        return other < 0 ? null : (vowel, Toned[other * Tones + at % Tones]);
    }

    private static char Of(char c) => c switch
    {
        < '\u0370' => c,
        'ς' => 'σ',
        'أ' or 'إ' or 'آ' or 'ٱ' or 'ٲ' or 'ٳ' => 'ا',
        'ى' or 'ئ' or 'ی' or 'ې' => 'ي',
        'ؤ' => 'و',
        'ة' or 'ۀ' or 'ہ' or 'ۂ' or 'ۃ' or 'ە' => 'ه',
        'ک' or 'ڪ' => 'ك',
        _ when CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit => (char)('0' + digit),
        _ => c,
    };
}
