using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Signs that stand for what a customer hid: they occur in <see cref="NormalText.Unmasked"/> alone, are of Unicode's
/// private use, and a message that brings them along has them taken out.
/// </summary>
internal static class Masks
{
    /// <summary>Any one Latin letter: <c>s*icide</c>.</summary>
    public const char AnyLetter = '\uE000';

    /// <summary>An i or an l: <c>k1ll</c>, <c>k!ll</c>.</summary>
    public const char IOrL = '\uE001';

    /// <summary>Between letters that stand apart: a space, or nothing.</summary>
    public const char Seam = '\uE002';

    /// <summary>Whether a character is one of these signs.</summary>
    public static bool IsSign(char c) => c is >= AnyLetter and <= Seam;

    /// <summary>Whether a character is one of those that stand for a letter.</summary>
    public static bool IsLetter(char c) => c is AnyLetter or IOrL;

    /// <summary>Whether a sign may stand for a letter of a pattern.</summary>
    public static bool Reads(char pattern, char sign) => sign switch
    {
        AnyLetter => pattern >= 'a' && Scripts.IsLatin(pattern),
        IOrL => pattern is 'i' or 'l',
        _ => false,
    };
}
