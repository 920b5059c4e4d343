using System.Globalization;
using System.Text;

namespace TrustBot.Dialogs.Sensing;

/// <summary>What a sign is to the <see cref="Normaliser"/>.</summary>
[Flags]
internal enum SignKind : byte
{
    /// <summary>It has been looked at.</summary>
    Known = 1,
    /// <summary>It stands on the one before it: an accent, a vowel sign, a later letter of a Hangul syllable.</summary>
    Mark = 2,
    /// <summary>It only keeps words apart.</summary>
    Gap = 4,
    /// <summary>It is not read at all.</summary>
    Dropped = 8,
    /// <summary>It is a letter.</summary>
    Letter = 16,
    /// <summary>A sign of feeling may begin with it, see <see cref="Faces"/>.</summary>
    Face = 32,
}

/// <summary>
/// What is known of each sign of the first plane, looked up once: Unicode is asked when a sign is first met, and a text
/// costs two reads of a table a sign from then on.
/// </summary>
internal static class Signs
{
    /// <summary>Stands for a sign whose normal form is several signs, or none, or hangs on its neighbours.</summary>
    public const char Several = '\uFFFF';

    private const char FirstMark = '\u0300';

    // Two turns that meet a sign at once write the same.
    private static readonly SignKind[] Kinds = new SignKind[65536];
    private static readonly char[] Folded = new char[65536];

    public static SignKind KindOf(char c) => Kinds[c] is var kind and not 0 ? kind : Kinds[c] = Look(c);

    public static bool IsMark(char c) => c >= FirstMark && (KindOf(c) & SignKind.Mark) != 0;

    /// <summary>The sign that one standing alone is read as (NFKC, lower case); <see cref="Several"/> when that is not one sign.</summary>
    public static char Fold(char c) => Folded[c] is var folded and not '\0' ? folded : Folded[c] = FoldOne(c);

    private static char FoldOne(char c) =>
        c == '\0' || char.IsSurrogate(c) || Normaliser.Fold(c.ToString()) is not { Length: 1 } one || one[0] == '\0' ? Several : one[0];

    private static SignKind Look(char c)
    {
        var kind = SignKind.Known;
        var category = CharUnicodeInfo.GetUnicodeCategory(c);
        if (c >= FirstMark && (c is '\uFF9E' or '\uFF9F' or >= '\u1160' and <= '\u11FF' || IsMark(category))) kind |= SignKind.Mark;
        if (c is '\'' or '’' or '‘' or '`' or '´' or 'ʼ' or '\u0640' or '\uFE0F' or >= '\u064B' and <= '\u0655' or '\u0670' || Masks.IsSign(c)
            || (!char.IsWhiteSpace(c) && category is UnicodeCategory.Control or UnicodeCategory.Format)) kind |= SignKind.Dropped;
        if (char.IsWhiteSpace(c) || (c != '*' && (char.IsPunctuation(c) || c is '|' or '~' or '^' or '<' or '>' or '='))) kind |= SignKind.Gap;
        if (char.IsLetter(c)) kind |= SignKind.Letter;
        if (Faces.MayBegin(c)) kind |= SignKind.Face;
        return kind;
    }

    /// <summary>Whether a category is that of a mark.</summary>
    public static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
}
