namespace TrustBot.Dialogs.Sensing;

/// <summary>Text made comparable, with the way back to the original for evidence.</summary>
/// <param name="Text">Lower case, NFKC, single spaces, no apostrophes, no invisible characters.</param>
/// <param name="Origin">For each character of <paramref name="Text"/>, its first UTF-16 unit in the original, never falling; one more for the end.</param>
/// <param name="Breaks">Whether a clause ends before the character: negation does not reach across.</param>
public sealed record NormalText(string Text, int[] Origin, bool[] Breaks)
{
    /// <summary>Letters that a word cut out of letters standing apart must have; a sign of a script without spaces counts as three.</summary>
    private const int LightestPiece = 5;

    /// <summary>
    /// The same text with stretched letters brought down to one where <see cref="Text"/> keeps two: "dieee" may be
    /// "die", "goood" may be "good". Null when nothing is stretched.
    /// </summary>
    public NormalText? Short { get; init; }

    /// <summary>The same text with hidden letters read, its signs those of private use, see <c>Masks</c>; null when nothing is hidden.</summary>
    public NormalText? Unmasked { get; init; }

    /// <summary>In a text with hidden letters read: the places that were read anew, rising. Null in any other.</summary>
    internal List<int>? Replaced { get; init; }

    /// <summary>
    /// Whether a stretch holds a place that was read anew, and is no chance find: a piece cut out of letters that stand
    /// apart must be a word of some length, or any list "A. B. C." would spell something.
    /// </summary>
    internal bool IsReadAnew(int start, int end)
    {
        var at = Replaced!.BinarySearch(start);
        if (at < 0) at = ~at;
        if (at >= Replaced.Count || Replaced[at] >= end) return false;
        if (!((start > 0 && Text[start - 1] == Masks.Seam) || (end < Text.Length && Text[end] == Masks.Seam))) return true;
        var weight = 0;
        foreach (var c in Text.AsSpan(start, end - start)) weight += Normaliser.IsUnspaced(c) ? 3 : c is ' ' or Masks.Seam ? 0 : 1;
        return weight >= LightestPiece;
    }

    /// <summary>Whether a clause ends somewhere in a stretch.</summary>
    public bool BreaksWithin(int from, int to)
    {
        for (var i = Math.Max(0, from); i < Math.Min(to, Breaks.Length); i++)
            if (Breaks[i]) return true;
        return false;
    }

    /// <summary>The stretch of the original that a stretch of the text, at least one character long, comes from.</summary>
    public (int Start, int Length) Span(int start, int end)
    {
        // One sign of the original may unfold into several here: it is quoted whole.
        while (end < Text.Length && Origin[end] == Origin[end - 1]) end++;
        return (Origin[start], Origin[end] - Origin[start]);
    }

    /// <summary>Without the characters at these places, which rise.</summary>
    internal NormalText Without(List<int> places)
    {
        var at = 0;
        bool Stays(int i)
        {
            if (at >= places.Count || places[at] != i) return true;
            at++;
            return false;
        }
        int[] kept = [.. Enumerable.Range(0, Text.Length).Where(Stays)];
        return new(string.Create(kept.Length, (Text, kept), (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = from.Text[from.kept[i]];
        }), [.. kept.Select(i => Origin[i]), Origin[^1]], [.. kept.Select(i => Breaks[i]), true]);
    }
}
