using System.Collections.Immutable;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>A cue heard in a message, negation and idioms weighed.</summary>
/// <param name="Group">Its group, see <see cref="CueGroups"/>.</param>
/// <param name="Culture">Whose cue it is.</param>
/// <param name="Cue">The cue.</param>
/// <param name="Negated">Whether the customer says that it is not so.</param>
/// <param name="Start">First UTF-16 unit in the original.</param>
/// <param name="Length">Length in the original.</param>
public sealed record CueHit(string Group, string Culture, Cue Cue, bool Negated, int Start, int Length);

/// <summary>Finds the cues of a message and weighs what stands around them.</summary>
public static class CueHits
{
    /// <summary>How many words may stand between a negation and what it negates.</summary>
    private const int NegationReach = 3;

    /// <summary>
    /// Groups someone's safety hangs on: an idiom may hide them, and only what stands directly before negates them.
    /// "Nobody cares, I want to die" denies nothing.
    /// </summary>
    private static readonly ImmutableHashSet<string> Safety =
        ["distress-moderate", "distress-high", "distress-imminent", "danger-others", "medical"];

    private static readonly ImmutableHashSet<string> MaskedByIdioms = Safety.Union(["abuse", "threat"]);

    /// <summary>What is worth reading hidden letters for: nobody hides thanks.</summary>
    private static readonly ImmutableHashSet<string> Hidden =
        MaskedByIdioms.Union(["frustration", "frustration-strong", "negative", "asks-human", "declines-human", "denies-danger"]);

    private static readonly ImmutableHashSet<string> NeverNegated =
        ["denies-danger", "declines-human", "stop-scoring", "cancel-wait", "no", "idioms", "dissatisfaction", "are-you-human"];

    /// <summary>The cues heard in a text. An idiom hides only the characters it covers.</summary>
    /// <param name="normal">The text.</param>
    /// <param name="index">The cues.</param>
    /// <param name="languages">Whose cues; of all languages when null.</param>
    public static ImmutableArray<CueHit> In(NormalText normal, CueIndex index, IReadOnlyList<string>? languages = null)
    {
        var hits = Weighed(normal, index, languages);
        foreach (var other in new[] { normal.Short, normal.Unmasked, normal.Short?.Unmasked })
            if (other is not null) hits.AddRange(Weighed(other, index, languages));
        // Of two cues for the same words the strong one speaks.
        return [.. hits.OrderBy(h => h.Cue.Weak).DistinctBy(h => (h.Group, h.Cue.Risk, h.Start, h.Length, h.Negated))];
    }

    private static List<CueHit> Weighed(NormalText normal, CueIndex index, IReadOnlyList<string>? languages)
    {
        var raw = index.Find(normal, languages);
        var (idioms, questions, noes) = (Of("idioms"), Of("are-you-human"), Of("no"));
        var (before, after) = (Of(CueIndex.NegationBefore), Of(CueIndex.NegationAfter));
        var heard = raw.Where(h => h.Group[0] != '(' && !(h.Cue.Whole && !IsWhole(normal.Text, h))
            // "Are you a real person?" asks who we are, not for a person.
            && !(h.Group == "asks-human" && questions.Exists(h.IsIn))
            && !(MaskedByIdioms.Contains(h.Group) && idioms.Exists(h.IsIn))).ToList();
        var hits = new List<CueHit>(heard.Count);
        foreach (var hit in heard)
        {
            if (heard.Exists(longer => Covers(longer, hit))) continue;
            if (normal.Replaced is not null && !(Hidden.Contains(hit.Group) && normal.IsReadAnew(hit.Start, hit.End))) continue;
            var negated = !NeverNegated.Contains(hit.Group)
                && (before.Exists(n => Reaches(normal, n, hit, IsAnswer(normal, n, noes))) || after.Exists(n => Follows(normal, hit, n)));
            var (start, length) = normal.Span(hit.Start, hit.End);
            hits.Add(new(hit.Group, hit.Culture, hit.Cue, negated, start, length));
        }
        return hits;

        List<RawHit> Of(string group) => raw.FindAll(h => h.Group == group);
    }

    /// <summary>Whether a longer cue of the group says all that this one says: "going to hurt myself" is one voice, not two.</summary>
    private static bool Covers(RawHit longer, RawHit hit) =>
        longer.Group == hit.Group && longer.End - longer.Start > hit.End - hit.Start && hit.IsIn(longer)
        && longer.Cue.Risk == hit.Cue.Risk && (hit.Cue.Weak || !longer.Cue.Weak);

    /// <summary>Whether a negation is the answer "no" that begins a clause: "no i want a human" declines nothing.</summary>
    private static bool IsAnswer(NormalText normal, RawHit negation, List<RawHit> noes) =>
        (negation.Start == 0 || normal.Breaks[negation.Start]) && noes.Exists(n => n.Start == negation.Start && n.End == negation.End);

    private static bool IsWhole(string text, RawHit hit) =>
        text.AsSpan(0, hit.Start).Trim().IsEmpty && text.AsSpan(hit.End).Trim().IsEmpty;

    private static bool Reaches(NormalText normal, RawHit negation, RawHit hit, bool isAnswer) =>
        // "Why can't I talk to a human" asks for one; what declines one is a group of its own.
        hit.Group != "asks-human"
        && negation.End <= hit.Start
        && !normal.BreaksWithin(negation.End, hit.Start + 1)
        && Words(normal.Text.AsSpan(negation.End, hit.Start - negation.End)) <= (isAnswer || Safety.Contains(hit.Group) ? 0 : NegationReach);

    private static bool Follows(NormalText normal, RawHit hit, RawHit negation) =>
        negation.Start >= hit.End - 1 && negation.Start - hit.End <= 4 && negation.End > hit.End && !normal.BreaksWithin(hit.End, negation.Start + 1);

    private static int Words(ReadOnlySpan<char> between)
    {
        var words = 0;
        var inside = false;
        foreach (var c in between)
        {
            if (c != ' ' && !inside) words++;
            inside = c != ' ';
        }
        return words;
    }
}
