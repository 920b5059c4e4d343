using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// What the exchange itself says: the bot's failures count as much as the customer's words, because the same
/// "never mind" is politeness after an offer and goodbye after a failed answer.
/// </summary>
public static class Exchange
{
    /// <summary>How long friction takes to halve when nothing new goes wrong.</summary>
    public static readonly TimeSpan HalfLife = TimeSpan.FromMinutes(12);

    /// <summary>Two messages closer than this are also read as one: "i want to" / "die".</summary>
    public static readonly TimeSpan BurstWindow = TimeSpan.FromSeconds(10);

    /// <summary>How much of the last words the snapshot keeps.</summary>
    private const int MostKept = 400;

    /// <summary>What of an exchange is looked at, in the order of <see cref="Of"/>.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "turns", "not-understood", "said-again", "friction-so-far", "same-answer", "refused", "shorter", "trouble-before", "corrects",
        "after-answer", "after-clarify", "after-fallback", "after-refuse", "after-apologise", "after-confirm", "after-offer",
    ];

    /// <summary>The measures of this turn, 0 where nothing has happened yet; most between 0 and 1.</summary>
    /// <param name="before">The ledger before this turn.</param>
    /// <param name="normalised">The customer's words, made comparable.</param>
    /// <param name="corrects">Whether they begin with a "no".</param>
    /// <param name="now">When they came.</param>
    /// <param name="to">One number for each of <see cref="Names"/>.</param>
    public static void Of(Friction before, string normalised, bool corrects, DateTimeOffset now, Span<float> to)
    {
        to.Clear();
        if (before.Turns == 0) return;
        to[0] = MathF.Min(1, MathF.Log2(1 + before.Turns) / 4);
        to[1] = Math.Min(3, before.NotUnderstood) / 2f;
        to[2] = before.LastWords.Length > 3 && Similarity(before.LastWords, normalised) is > 0.45 and var again ? (float)again : 0;
        to[3] = Decayed(before, now) is > 0.15 and var left ? (float)left : 0;
        to[4] = Math.Min(2, before.SameAnswers) / 2f;
        to[5] = Math.Min(2, before.Refusals) / 2f;
        to[6] = before.LastWords.Length > 24 && normalised.Length * 3 < before.LastWords.Length ? 1 : 0;
        to[7] = (float)before.Trouble;
        to[8] = corrects ? 1 : 0;
        if (Names.IndexOf("after-" + (before.LastAct == "handoff_offer" ? "offer" : before.LastAct)) is >= 0 and var act) to[act] = 1;
    }

    /// <summary>The ledger after the bot has answered.</summary>
    /// <param name="before">Before.</param>
    /// <param name="act">What the answer does: answer, clarify, fallback, refuse, apologise, confirm, handoff_offer.</param>
    /// <param name="answer">What it says, to know it again; empty when that does not matter.</param>
    /// <param name="notUnderstood">Whether it says that the customer was not understood.</param>
    /// <param name="lost">Whether it has no answer, whatever it says.</param>
    public static Friction Answered(Friction before, string act, string answer, bool notUnderstood, bool lost) => before with
    {
        LastAct = act,
        NotUnderstood = notUnderstood ? before.NotUnderstood + 1 : lost ? before.NotUnderstood : 0,
        SameAnswers = answer.Length > 0 && answer == before.LastAnswer ? before.SameAnswers + 1 : 0,
        Refusals = before.Refusals + (act == "refuse" ? 1 : 0),
        LastAnswer = answer,
    };

    /// <summary>Friction after this turn: what is left of before, plus what this turn adds, between 0 and 1.</summary>
    public static Friction After(Friction before, Reading reading, string original, string normalised, DateTimeOffset now)
    {
        var left = Decayed(before, now);
        // Below a fifth nothing was heard; otherwise a long calm talk would add up to anger.
        // What is only likely counts less than its share.
        var heard = Math.Pow(Math.Max(0, Math.Max(reading.PFrustration, 0.85 * reading.PDissatisfaction) - 0.2) / 0.8, 1.5);
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
            Trouble = Math.Round(Math.Max(reading.PFrustration, reading.PDissatisfaction), 3),
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
}
