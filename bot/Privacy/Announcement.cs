namespace TrustBot.Privacy;

/// <summary>
/// A phrase after which something secret comes, as a designer wrote it: words; <c>..</c> for up to four words in
/// between; a colon or an equals sign with or without space before it.
/// </summary>
internal sealed class Announcement
{
    private const int MostWords = 4, LongestWord = 30;

    private readonly string[] _parts;

    public Announcement(string phrase) =>
        _parts = Fold.Of(phrase).Replace(":", " : ", StringComparison.Ordinal).Replace("=", " = ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether words may stand in between; then what follows must look like a secret to be taken for one.</summary>
    public bool HasGap => _parts.Contains("..");

    /// <summary>Whether every word of the phrase stands somewhere in a text; where one does not, no place needs to be tried.</summary>
    public bool MayStandIn(string folded) => Array.TrueForAll(_parts, p => p == ".." || folded.Contains(p, StringComparison.Ordinal));

    /// <summary>The next place where the phrase stands: its start, and where it ends. Null when there is none.</summary>
    public (int Start, int End)? Next(string folded, int from)
    {
        for (var at = from; (at = folded.IndexOf(_parts[0], at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (at > 0 && Fold.IsWord(_parts[0][0]) && Fold.IsWord(folded[at - 1])) continue;
            if (Follow(folded, at + _parts[0].Length, 1) is { } end) return (at, end);
        }
        return null;
    }

    private int? Follow(string folded, int at, int part)
    {
        if (part == _parts.Length) return EndsWord(folded, at) ? at : null;
        if (_parts[part] == "..") return FollowGap(folded, at, part + 1);
        var next = SkipSpace(folded, at);
        var glued = _parts[part] is ":" or "=";
        if (next == at && !glued) return null;
        return string.CompareOrdinal(folded, next, _parts[part], 0, _parts[part].Length) == 0
            ? Follow(folded, next + _parts[part].Length, part + 1)
            : null;
    }

    private int? FollowGap(string folded, int at, int part)
    {
        for (var words = 0; words < MostWords; words++)
        {
            var start = SkipSpace(folded, at);
            if (start == at) return null;
            for (at = start; at < folded.Length && at - start <= LongestWord && IsGap(folded[at]); at++) { }
            if (at == start || at - start > LongestWord) return null;
            if (Follow(folded, at, part) is { } end) return end;
        }
        return null;
    }

    private static bool IsGap(char c) => Fold.IsWord(c) || c is '-' or '\'' or '@' or '&';

    private static bool EndsWord(string folded, int at) => at == folded.Length || !Fold.IsWord(folded[at - 1]) || !Fold.IsWord(folded[at]);

    private static int SkipSpace(string folded, int at)
    {
        while (at < folded.Length && folded[at] == ' ') at++;
        return at;
    }
}
