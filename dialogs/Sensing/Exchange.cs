using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// What the exchange itself says: the bot's failures count as much as the customer's words, because the same
/// "never mind" is politeness after an offer and goodbye after a failed answer.
/// </summary>
internal static class Exchange
{
    /// <summary>How long friction takes to halve when nothing new goes wrong.</summary>
    public static readonly TimeSpan HalfLife = TimeSpan.FromMinutes(12);

    /// <summary>Two messages closer than this are also read as one: "i want to" / "die".</summary>
    public static readonly TimeSpan BurstWindow = TimeSpan.FromSeconds(10);

    /// <summary>How much of the last words the snapshot keeps.</summary>
    private const int MostKept = 400;

    /// <summary>What happened, as evidence: claim, name of what happened, weight in log-odds.</summary>
    public static IEnumerable<Evidence> Of(Friction before, string original, string normalised, DateTimeOffset now)
    {
        if (before.Turns > 0 && before.NotUnderstood > 0)
        {
            yield return Event(Weights.Frustration, "not-understood", 0.9 * before.NotUnderstood);
            yield return Event(Weights.Dissatisfaction, "not-understood", 0.8 * before.NotUnderstood);
        }
        if (before.LastWords.Length > 3 && Similarity(before.LastWords, normalised) > 0.75)
        {
            yield return Event(Weights.Frustration, "said-again", 1.8);
            yield return Event(Weights.Dissatisfaction, "said-again", 1.8);
        }
        if (Decayed(before, now) is > 0.3 and var left)
        {
            yield return Event(Weights.Frustration, "friction-so-far", 2 * left);
            yield return Event(Weights.Dissatisfaction, "friction-so-far", 1.5 * left);
        }
        if (IsShouting(original)) yield return Event(Weights.Frustration, "capitals", 1.6);
        if (Marks(original) >= 3) yield return Event(Weights.Frustration, "marks", 1.3);
    }

    /// <summary>Friction after this turn: what is left of before, plus what this turn adds, between 0 and 1.</summary>
    public static Friction After(Friction before, Reading reading, string original, string normalised, DateTimeOffset now)
    {
        var left = Decayed(before, now);
        // Below a tenth nothing was heard; otherwise a long calm talk would add up to anger.
        var heard = Math.Max(0, Math.Max(reading.Frustration, 0.85 * reading.Dissatisfaction) - 0.1) / 0.9;
        var added = 0.55 * heard + (reading.PAbuse > 0.5 ? 0.15 : 0);
        var eased = reading.Sentiment > 0.3 ? 0.25 : 0;
        return before with
        {
            Level = Math.Clamp(left * (1 - eased) + (1 - left) * added, 0, 1),
            At = now,
            LastWords = normalised.Length > MostKept ? normalised[..MostKept] : normalised,
            LastRaw = Tail(IsBurst(before, now) ? before.LastRaw + " " + original : original),
            LastWordsAt = now,
            Turns = before.Turns + 1,
            Abuse = before.Abuse + (reading.PAbuse > 0.5 ? 1 : 0),
        };
    }

    /// <summary>Whether words that come now belong to the last ones.</summary>
    public static bool IsBurst(Friction before, DateTimeOffset now) => before.LastRaw.Length > 0 && now - before.LastWordsAt <= BurstWindow;

    /// <summary>What is left of friction at an instant.</summary>
    public static double Decayed(Friction friction, DateTimeOffset now) =>
        friction.Level <= 0 || now <= friction.At ? friction.Level : friction.Level * Math.Pow(0.5, (now - friction.At) / HalfLife);

    /// <summary>Share of two-character pieces two texts have in common, 0..1 (Sørensen–Dice).</summary>
    public static double Similarity(string a, string b)
    {
        if (a == b) return 1;
        if (a.Length < 2 || b.Length < 2) return 0;
        var counts = new Dictionary<(char, char), int>();
        for (var i = 1; i < a.Length; i++) counts[(a[i - 1], a[i])] = counts.GetValueOrDefault((a[i - 1], a[i])) + 1;
        var common = 0;
        for (var i = 1; i < b.Length; i++)
            if (counts.GetValueOrDefault((b[i - 1], b[i])) is > 0 and var n)
            {
                counts[(b[i - 1], b[i])] = n - 1;
                common++;
            }
        return 2.0 * common / (a.Length + b.Length - 2);
    }

    private static string Tail(string text) => text.Length > MostKept ? text[^MostKept..] : text;

    private static Evidence Event(string claim, string what, double weight) => new(claim, "exchange", 0, 0, what, weight);

    private static bool IsShouting(string text)
    {
        var (upper, letters) = (0, 0);
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c)) continue;
            letters++;
            if (char.IsAsciiLetterUpper(c)) upper++;
        }
        return letters >= 8 && upper > letters * 0.7;
    }

    private static int Marks(string text) => text.Count(c => c is '!' or '?' or '！' or '？');
}
