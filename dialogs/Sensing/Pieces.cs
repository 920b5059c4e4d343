using System.Runtime.InteropServices;

namespace TrustBot.Dialogs.Sensing;

/// <summary>A piece of a message: what it is, as a hash, and where.</summary>
/// <param name="Hash">The same piece has the same hash, in every message and process.</param>
/// <param name="Start">Its first sign in the normalised text.</param>
/// <param name="Length">Its signs there.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Piece(ulong Hash, int Start, int Length);

/// <summary>
/// Cuts a message into pieces: some signs in a row inside a word and at its borders, whole words, and pairs of words.
/// How many signs go by the script: a Chinese sign says as much as a Latin syllable.
/// </summary>
public static class Pieces
{
    private const ulong Prime = 0x9E3779B97F4A7C15, WordSeed = 0xC2B2AE3D27D4EB4F, PairSeed = 0x165667B19E3779F9, GramSeed = 0x27D4EB2F165667C5;

    /// <summary>Room that the pieces of a text need at most.</summary>
    public static int Room(int signs) => (6 * signs) + 16;

    /// <summary>Cuts a text.</summary>
    /// <param name="text">Normalised text.</param>
    /// <param name="to">Where the pieces go; as long as <see cref="Room"/> says.</param>
    /// <returns>How many there are.</returns>
    public static int Of(ReadOnlySpan<char> text, Span<Piece> to)
    {
        var (count, before, beforeStart) = (0, 0UL, 0);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }
            var end = at;
            var word = WordSeed;
            while (end < text.Length && text[end] != ' ') word = (word ^ text[end++]) * Prime;
            to[count++] = new(Mix(word), at, end - at);
            if (before != 0) to[count++] = new(Mix((before * 31) + word + PairSeed), beforeStart, end - beforeStart);
            (before, beforeStart) = (word, at);
            count += Grams(text, at, end, to[count..]);
            at = end;
        }
        return count;
    }

    /// <summary>Pieces of one word; its borders count as a sign.</summary>
    private static int Grams(ReadOnlySpan<char> text, int from, int end, Span<Piece> to)
    {
        var count = 0;
        for (var start = from - 1; start < end; start++)
        {
            var (least, most) = start < from ? Signs(text[from], border: true) : Signs(text[start], border: false);
            var gram = GramSeed;
            for (var n = 1; n <= most && start + n <= end + 1; n++)
            {
                var at = start + n - 1;
                gram = (gram ^ (at < from || at == end ? ' ' : text[at])) * Prime;
                if (n < least) continue;
                var (first, last) = (Math.Max(start, from), Math.Min(start + n, end));
                to[count++] = new(Mix(gram), first, last - first);
            }
        }
        return count;
    }

    private static (int Least, int Most) Signs(char c, bool border)
    {
        if (c < '\u0E00') return border ? (3, 5) : (2, 5);
        if (c is >= '\u0E00' and <= '\u0E7F') return border ? (1, 0) : (2, 6);
        if (Normaliser.IsUnspaced(c)) return border ? (1, 0) : (1, 4);
        if (c is >= '\uAC00' and <= '\uD7A3') return border ? (2, 4) : (1, 4);
        return border ? (3, 5) : (2, 5);
    }

    private static ulong Mix(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 29);
    }
}
