using System.Globalization;
using System.Text;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Makes text comparable: NFKC (full width, half-width kana, ligatures), lower case, the one form of letters that are
/// written in several (<see cref="Variants"/>), three and more repeats to two, apostrophes dropped, zero-width
/// characters, tatweel, short vowels of Arabic and controls removed, white space to one space, punctuation to a space
/// that ends a clause, signs of feeling to one emoji for each feeling (<see cref="Faces"/>).
/// </summary>
public static class Normaliser
{
    /// <summary>Longer text is read to here; a message of a hundred thousand signs says nothing more to a listener.</summary>
    public const int MostRead = 20_000;

    private const char FirstMark = '\u0300';

    /// <summary>Normalises a text. Never throws, also on broken surrogates. Applying it twice changes nothing.</summary>
    public static NormalText Normalise(string original)
    {
        var normal = Read(original);
        if (normal.Short is { } shorter && Unmasking.Of(original, shorter) is { } one) normal = normal with { Short = shorter with { Unmasked = one } };
        return Unmasking.Of(original, normal) is { } unmasked ? normal with { Unmasked = unmasked } : normal;
    }

    /// <summary>The normalised text alone.</summary>
    public static string Plain(string original) => Read(original).Text;

    private static NormalText Read(string original)
    {
        var end = Math.Min(original.Length, MostRead);
        var writer = new NormalWriter(end);
        for (var at = 0; at < end;)
        {
            if ((Signs.KindOf(original[at]) & SignKind.Face) != 0 && Faces.At(original, at, end) is { Length: > 0 } face)
            {
                writer.PutApart(face.Sign, at, at + face.Length);
                at += face.Length;
                continue;
            }
            if (char.IsAscii(original[at]) && (at + 1 == end || original[at + 1] < FirstMark))
            {
                writer.Put(char.ToLowerInvariant(original[at]), at);
                at++;
                continue;
            }
            var length = ElementLength(original, at, end);
            if (length == 1 && Signs.Fold(original[at]) is var one and not Signs.Several) writer.Put(one, at);
            else if (IsThai(original, at, length))
                for (var i = 0; i < length; i++) writer.Put(original[at + i], at);
            else
                foreach (var c in Fold(original.Substring(at, length))) writer.Put(c, at);
            at += length;
        }
        return writer.Done(end);
    }

    /// <summary>Whether words of this character's script are written without spaces between them.</summary>
    public static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or >= '\u0e00' and <= '\u0eff' or '々' or '〆';

    /// <summary>Whether a character stands on the one before it: accents, vowel signs, the later letters of a Hangul syllable.</summary>
    internal static bool IsMark(char c) => Signs.IsMark(c);

    /// <summary>Whether a sign only keeps words apart.</summary>
    internal static bool IsGap(char c) => (Signs.KindOf(c) & SignKind.Gap) != 0;

    /// <summary>The normal form of a sign with what stands on it.</summary>
    internal static string Fold(string element)
    {
        if (element.Length == 1 && char.IsSurrogate(element[0])) return "\uFFFD";
        // Letters of Hangul that stand alone (as in laughter) would melt into a syllable with what follows.
        if (element[0] is >= '\u3131' and <= '\u318E' or >= '\uFFA0' and <= '\uFFDC') return element;
        // Invisible signs beyond the first plane: tags that hide words from a reader.
        if (element.Length > 1 && CharUnicodeInfo.GetUnicodeCategory(element, 0) is UnicodeCategory.Format) return "";
        try
        {
            // Lower case may leave a letter and its mark apart that have a sign of their own.
            return Variants.Of(element.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC));
        }
        catch (ArgumentException)
        {
            return "\uFFFD";
        }
    }

    /// <summary>Thai signs never melt into one another; only sara am has a form of two signs, and a vowel below goes before a tone.</summary>
    private static bool IsThai(string s, int at, int length)
    {
        for (var i = at; i < at + length; i++)
            if (s[i] is not (>= '\u0E01' and <= '\u0E5B') or '\u0E33' || (i > at + 1 && s[i] is >= '\u0E38' and <= '\u0E3A')) return false;
        return true;
    }

    private static int ElementLength(string s, int at, int end)
    {
        var length = IsPair(s, at, end) ? 2 : 1;
        while (at + length < end)
        {
            if (IsMark(s[at + length])) length++;
            else if (IsPair(s, at + length, end) && Signs.IsMark(CharUnicodeInfo.GetUnicodeCategory(s, at + length))) length += 2;
            else break;
        }
        return length;
    }

    private static bool IsPair(string s, int at, int end) => at + 1 < end && char.IsSurrogatePair(s[at], s[at + 1]);
}
