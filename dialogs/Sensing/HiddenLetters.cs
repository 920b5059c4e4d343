using System.Buffers;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>What signs may hide a letter, and what a word looks like that may hold some.</summary>
internal static class HiddenLetters
{
    /// <summary>Letters of Cyrillic and Greek, and of phonetic alphabets, with the Latin ones they are taken for (Unicode UTS 39, confusables; lower case only).</summary>
    private const string Foreign = "аеорсухіѕјкмтвнԁһӏαεονρτυχικɑɡıł";
    private const string Latin = "aeopcyxisjkmtbhdhlaeovptuxikagil";

    /// <summary>What may stand between the letters of one word: the first of them in no ordinary prose, the others in lists and addresses too.</summary>
    private const string Joints = "-._·•~‐‑", WeakJoints = ",/\\:;+";

    private static readonly SearchValues<char> Starred = SearchValues.Create("#%&@!|¡"), Upright = SearchValues.Create("!|¡"), Masking = SearchValues.Create(Joints + WeakJoints + "#%&@!|¡");

    /// <summary>The letter a digit or sign may stand for; \0 for none.</summary>
    public static char OfDigit(char c) => c switch
    {
        '0' => 'o',
        '1' => Masks.IOrL,
        '3' or '€' => 'e',
        '4' => 'a',
        '5' or '$' => 's',
        '6' or '9' => 'g',
        '7' => 't',
        '8' => 'b',
        _ => '\0',
    };

    /// <summary>The Latin letter that one of another script is taken for; \0 for none.</summary>
    public static char OfLookalike(char c) => c is >= 'ı' and < '\u0530' && Foreign.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Latin[at] : '\0';

    /// <summary>Whether a text has any sign that may hide a letter: cheap, and true for some that hide none.</summary>
    public static bool MayBeIn(string original, NormalText normal)
    {
        var text = normal.Text;
        if (text.Length == 0) return false;
        if (normal.Origin[0] > 0 && original[normal.Origin[0] - 1] == '@') return true;
        var apart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= 'a' and <= 'z') continue;
            if (c == ' ')
            {
                if (IsMaskedGap(original, normal, i)) return true;
                var between = i > 0 && IsAlone(text, i - 1) && i + 1 < text.Length && IsAlone(text, i + 1);
                apart = between ? apart + 1 : 0;
                if (apart > 1 || (between && Normaliser.IsUnspaced(text[i - 1]))) return true;
            }
            else if (c is '*' || OfDigit(c) != '\0' || OfLookalike(c) != '\0')
            {
                if ((i > 0 && IsLatin(text[i - 1])) || (i + 1 < text.Length && IsLatin(text[i + 1]))) return true;
            }
        }
        return false;
    }

    private static bool IsMaskedGap(string original, NormalText normal, int at)
    {
        var (from, to) = (normal.Origin[at], normal.Origin[at + 1]);
        return from < to && (original[to - 1] == '@' || (Masking.Contains(original[from]) && !char.IsWhiteSpace(original[to - 1])));
    }

    /// <summary>Whether a letter is a word of its own; one with marks may be longer.</summary>
    private static bool IsAlone(string text, int at)
    {
        while (at > 0 && Signs.IsMark(text[at])) at--;
        var next = at + 1;
        while (next < text.Length && Signs.IsMark(text[next])) next++;
        return (at == 0 || text[at - 1] == ' ') && (next == text.Length || text[next] == ' ');
    }

    /// <summary>What a gap of a text is made of.</summary>
    public static Gap GapAt(string original, NormalText normal, int at)
    {
        var written = original.AsSpan(normal.Origin[at], normal.Origin[at + 1] - normal.Origin[at]).TrimEnd('\u200B');
        var (before, after) = (normal.Text[at - 1], normal.Text[at + 1]);
        if (written.Length is 0 or > 3 || !char.IsLetter(after) || !(char.IsLetter(before) || Signs.IsMark(before))) return default;
        if (written.Length == 1 && Joints.Contains(written[0], StringComparison.Ordinal)) return new() { IsJoint = true };
        if (written.Length == 1 && WeakJoints.Contains(written[0], StringComparison.Ordinal)) return new() { IsJoint = true, IsWeak = true };
        if (!IsLatin(after)) return default;
        if (written[^1] == '@' && char.IsWhiteSpace(written[0])) return new() { First = 'a' };
        if (!IsLatin(before) || written.ContainsAnyExcept(Starred)) return default;
        var sign = written.ContainsAnyExcept(Upright) ? written is "@" ? 'a' : Masks.AnyLetter : Masks.IOrL;
        return new() { Letter = sign, Times = sign == Masks.IOrL ? 1 : written.Length };
    }

    /// <summary>What a word looks like.</summary>
    public static Shape ShapeOf(ReadOnlySpan<char> word)
    {
        var (shape, part, longest) = (new Shape(), 0, 0);
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (Signs.IsMark(c)) continue;
            part = c is Masks.Seam or '*' ? 0 : part + 1;
            longest = Math.Max(longest, part);
            if (c == Masks.Seam) shape.Seams++;
            else if (c == '*') shape.Stars++;
            else if (OfDigit(c) != '\0') shape.Digits++;
            else if (char.IsLetter(c) || Masks.IsSign(c))
            {
                shape.Letters++;
                if (IsLatin(c)) shape.Latin++;
                if (OfLookalike(c) != '\0') shape.Lookalikes++;
                if (Normaliser.IsUnspaced(c)) shape.Unspaced++;
                if (Scripts.IsHan(c) || Scripts.IsKana(c)) shape.Han++;
            }
            else shape.Others++;
        }
        return shape with { Longest = longest, BeginsWithDigit = !word.IsEmpty && char.IsAsciiDigit(word[0]) };
    }

    /// <summary>Whether a place in a word has letters on both sides, or signs that stand for some.</summary>
    public static bool IsBetweenLetters(ReadOnlySpan<char> word, int at)
    {
        var (from, to) = (at, at);
        while (from > 0 && word[from] is '*' or Masks.AnyLetter or Masks.Seam) from--;
        while (to + 1 < word.Length && word[to] == '*') to++;
        return IsPart(word[from]) && IsPart(word[to]);

        static bool IsPart(char c) => IsLatin(c) || c == Masks.IOrL || (Scripts.IsLatin(c) && char.IsLetter(c)) || Signs.IsMark(c);
    }

    private static bool IsLatin(char c) => c is >= 'a' and <= 'z';

    /// <summary>What stands between two words, as written.</summary>
    internal readonly record struct Gap
    {
        /// <summary>The letter it stands for; \0 for none.</summary>
        public char Letter { get; init; }
        /// <summary>How often.</summary>
        public int Times { get; init; }
        /// <summary>The letter that its end stands for, at the beginning of the word after it; \0 for none.</summary>
        public char First { get; init; }
        /// <summary>Whether it may keep the letters of one word apart.</summary>
        public bool IsJoint { get; init; }
        /// <summary>Whether it does so only between single letters.</summary>
        public bool IsWeak { get; init; }
    }

    /// <summary>What a word is made of, in numbers of characters.</summary>
    internal record struct Shape
    {
        public int Letters, Latin, Unspaced, Han, Digits, Stars, Seams, Lookalikes, Others, Longest;
        public bool BeginsWithDigit;

        /// <summary>Whether the word is one letter.</summary>
        public readonly bool IsAlone => Letters == 1 && Digits + Stars + Seams + Others == 0;
        /// <summary>Whether each of its letters stands apart.</summary>
        public readonly bool IsApart => Letters > 2 && Longest == 1;
        /// <summary>Whether its digits may be letters: not those of 10th, 7pm, A4 or of an order's number.</summary>
        public readonly bool IsSpelt => Latin >= 2 && Latin >= Digits && Others == 0 && (!BeginsWithDigit || Latin >= 3);
        /// <summary>Whether enough of it is to be seen for its stars to be letters.</summary>
        public readonly bool IsLegible => Letters >= 2 && 2 * Letters >= Stars;
    }
}
