using System.Buffers;

namespace TrustBot.Privacy;

/// <summary>Finds passwords and one-time codes after the words that announce them.</summary>
internal sealed class Secrets(ProtectionWords words)
{
    private const int LongestQuoted = 100, FewestDigits = 3, MostDigits = 10, MostDigitsInGroups = 8;
    private const string Opening = "\"'`「『", Closing = "\"'`」』";

    private static readonly SearchValues<char> Signs = SearchValues.Create("@#$%^&*!_+=~");

    private readonly Announcement[] _passwords = [.. words.PasswordBefore.Select(p => new Announcement(p))];
    private readonly Announcement[] _codes = [.. words.CodeBefore.Select(p => new Announcement(p))];
    private readonly HashSet<string> _notPasswords = [.. words.PasswordUnless.Select(Fold.Of)];
    // By their last sign: of seventeen languages' words only those that may end here are looked at.
    private readonly ILookup<char, string> _notCodes = words.CodeUnless.Select(Fold.Of).Where(w => w.Length > 0).ToLookup(w => w[^1]);

    /// <summary>The words it listens for.</summary>
    public ProtectionWords Words => words;

    public void Find(string folded, List<Found> found)
    {
        foreach (var phrase in _passwords)
            Find(folded, phrase, found, (_, end) => Password(folded, end, phrase.HasGap));
        foreach (var phrase in _codes)
            Find(folded, phrase, found, (start, end) => Code(folded, start, end));
    }

    /// <summary>Goes on behind what it has found: each place is looked at once per phrase, however often the phrase stands there.</summary>
    private static void Find(string folded, Announcement phrase, List<Found> found, Func<int, int, Found?> secret)
    {
        if (!phrase.MayStandIn(folded)) return;
        for (var from = 0; phrase.Next(folded, from) is var (start, end); from = end)
        {
            if (secret(start, end) is not { } one) continue;
            found.Add(one);
            end = Math.Max(end, one.End);
        }
    }

    private Found? Password(string folded, int at, bool afterGap)
    {
        var start = SkipTo(folded, at);
        if (Quoted(folded, start) is { } quoted) return quoted;
        var end = start;
        while (end < folded.Length && folded[end] is not (' ' or '\n') && !Fold.IsUnspaced(folded[end])) end++;
        var run = folded.AsSpan(start..end);
        if (run.IndexOfAnyInRange('0', '9') < 0 && !HasLetter(run)) return null;
        if (_notPasswords.Contains(run.Trim(".,;:!?()").ToString())) return null;
        return afterGap && !LooksSecret(run) ? null : new Found(start, end, Found.Password);
    }

    private static Found? Quoted(string folded, int start)
    {
        if (start == folded.Length || Opening.IndexOf(folded[start], StringComparison.Ordinal) is not (>= 0 and var kind)) return null;
        var length = folded.AsSpan(start + 1, Math.Min(LongestQuoted, folded.Length - start - 1)).IndexOf(Closing[kind]);
        return length > 0 ? new Found(start + 1, start + 1 + length, Found.Password) : null;
    }

    private Found? Code(string folded, int phraseStart, int at)
    {
        var before = folded.AsSpan(0, phraseStart).TrimEnd(" -");
        if (!before.IsEmpty)
            foreach (var word in _notCodes[before[^1]])
                if (before.EndsWith(word, StringComparison.Ordinal)) return null;

        var start = SkipTo(folded, at);
        if (start < folded.Length && (folded[start] == '#' || Opening.Contains(folded[start], StringComparison.Ordinal))) start++;
        // Some senders put one letter in front: G-123456.
        var digitsAt = start + 1 < folded.Length && char.IsAsciiLetter(folded[start]) && folded[start + 1] == '-' ? start + 2 : start;
        var (end, digits) = (digitsAt, 0);
        for (var next = digitsAt; ; next = end + 1)
        {
            var group = next;
            while (group < folded.Length && char.IsAsciiDigit(folded[group])) group++;
            if (group == next || (digits > 0 && digits + group - next > MostDigitsInGroups)) break;
            if (digits == 0 && group - next > MostDigits) return null;
            digits += group - next;
            end = group;
            if (end == folded.Length || folded[end] is not (' ' or '-')) break;
        }
        if (digits < FewestDigits || (end < folded.Length && Fold.IsWord(folded[end]))) return null;
        return new Found(start, end, Found.Code);
    }

    private static int SkipTo(string folded, int at)
    {
        while (at < folded.Length && folded[at] is ' ' or '\n' or ':' or '=') at++;
        return at;
    }

    private static bool HasLetter(ReadOnlySpan<char> run)
    {
        foreach (var c in run)
            if (char.IsLetter(c)) return true;
        return false;
    }

    /// <summary>A digit or a sign that words do not have, and not an order number such as AB-1234.</summary>
    private static bool LooksSecret(ReadOnlySpan<char> run)
    {
        run = run.TrimEnd(".,;:!?)");
        if (run.Length < 4) return false;
        var dash = run.IndexOf('-');
        if (dash > 0 && !run[..dash].ContainsAnyExceptInRange('a', 'z') && !run[(dash + 1)..].ContainsAnyExceptInRange('0', '9')) return false;
        return run.ContainsAnyInRange('0', '9') || run.ContainsAny(Signs);
    }
}
