using System.Text;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Which letters of a message a letter of a pattern may be read from. It is asked once for each step of the
/// <see cref="CueAutomaton"/>, so that a pattern written once hears every spelling at no cost.
/// </summary>
internal static class Alike
{
    private const int KatakanaAfterHiragana = 'ア' - 'あ';

    /// <summary>Whether a letter of a message says a letter of a pattern; both are normalised.</summary>
    /// <param name="pattern">The pattern's letter.</param>
    /// <param name="text">The message's letter, or a sign of <see cref="Masks"/>.</param>
    /// <param name="marksOptional">Whether the pattern's marks may be left out. Marks that the pattern has not never may.</param>
    public static bool Reads(char pattern, char text, bool marksOptional)
    {
        if (pattern == text) return true;
        if (Masks.IsSign(text)) return Masks.Reads(pattern, text);
        if (pattern < '\u0080') return false;
        if (marksOptional && Scripts.IsLatin(pattern)) return Scripts.IsLatin(text) && HasNoMoreMarks(pattern, text);
        // Not the other way round: ばか written as バカ is shouted, but ばかり is no バカ.
        if (pattern is >= 'ぁ' and <= 'ゖ') return text - pattern == KatakanaAfterHiragana;
        return Scripts.IsHan(pattern) && Scripts.IsHan(text) && HanPairs.Simplify(pattern) == HanPairs.Simplify(text);
    }

    /// <summary>How a letter is spelt where a keyboard lacks it: ue for ü; empty for letters that have no such spelling.</summary>
    public static string Spelt(char letter) => letter switch
    {
        'ä' or 'æ' => "ae",
        'ö' or 'ø' or 'œ' => "oe",
        'ü' => "ue",
        'å' => "aa",
        _ => "",
    };

    /// <summary>A text without its marks, as a keyboard that lacks them writes it.</summary>
    public static string Bare(string text) => string.Concat(text.Select(c => Scripts.IsLatin(c) ? Apart(c)[0] : c));

    /// <summary>Whether a letter is another with all, some or none of its marks.</summary>
    private static bool HasNoMoreMarks(char letter, char other)
    {
        var (whole, part) = (Apart(letter), Apart(other));
        return whole[0] == part[0] && part.All(whole.Contains);
    }

    private static string Apart(char c) => c switch
    {
        'đ' => "d\u0335",
        'ł' => "l\u0335",
        'ø' => "o\u0338",
        'ı' => "i\u0335",
        _ => c.ToString().Normalize(NormalizationForm.FormD),
    };
}
