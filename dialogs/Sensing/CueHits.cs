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

    private static readonly ImmutableHashSet<string> MaskedByIdioms =
        ["distress-moderate", "distress-high", "distress-imminent", "danger-others", "medical", "abuse", "threat"];

    // "No job, can't sleep I want to die" and "not helping get me a human": a negation that belongs to other words must
    // not silence danger or a call for a human, so there it counts only directly before.
    private static readonly ImmutableHashSet<string> NegatedOnlyClosely =
        ["distress-moderate", "distress-high", "distress-imminent", "danger-others", "medical", "asks-human"];

    private static readonly ImmutableHashSet<string> NeverNegated =
        ["denies-danger", "declines-human", "stop-scoring", "cancel-wait", "no", "idioms", "dissatisfaction", "are-you-human"];

    /// <summary>The cues heard in a text, also where its letters are drawn out.</summary>
    public static ImmutableArray<CueHit> In(string text, CueIndex index)
    {
        var hits = In(Normaliser.Normalise(text), index);
        if (!Normaliser.IsDrawnOut(text)) return hits;
        // "dieee" is kept as "diee", because "off" and "of" differ; here it is also read as "die".
        var plain = In(Normaliser.Normalise(text, undrawn: true), index);
        return [.. plain, .. hits.Where(h => !plain.Any(p => p.Group == h.Group && p.Start == h.Start))];
    }

    /// <summary>The cues heard in a text. An idiom hides only the characters it covers.</summary>
    public static ImmutableArray<CueHit> In(NormalText normal, CueIndex index)
    {
        var raw = index.Find(normal);
        var idioms = raw.Where(h => h.Group == "idioms").ToList();
        var questions = raw.Where(h => h.Group == "are-you-human").ToList();
        var before = raw.Where(h => h.Group == CueIndex.NegationBefore).ToList();
        var after = raw.Where(h => h.Group == CueIndex.NegationAfter).ToList();
        var hits = ImmutableArray.CreateBuilder<CueHit>();
        foreach (var hit in raw)
        {
            if (hit.Group[0] == '(' || (hit.Cue.Whole && !IsWhole(normal.Text, hit))) continue;
            // "Are you a real person?" asks who we are, not for a person.
            if (hit.Group == "asks-human" && questions.Any(q => q.Start <= hit.Start && q.End >= hit.End)) continue;
            if (MaskedByIdioms.Contains(hit.Group) && idioms.Any(i => i.Start <= hit.Start && i.End >= hit.End)) continue;
            var negated = !NeverNegated.Contains(hit.Group)
                && (before.Any(n => Reaches(normal, n, hit)) || after.Any(n => Follows(normal, hit, n)));
            var start = normal.Origin[hit.Start];
            hits.Add(new(hit.Group, hit.Culture, hit.Cue, negated, start, normal.Origin[hit.End] - start));
        }
        return [.. hits.DistinctBy(h => (h.Group, h.Start, h.Length, h.Negated))];
    }

    private static bool IsWhole(string text, RawHit hit) =>
        text.AsSpan(0, hit.Start).Trim().IsEmpty && text.AsSpan(hit.End).Trim().IsEmpty;

    private static bool Reaches(NormalText normal, RawHit negation, RawHit hit) =>
        negation.End <= hit.Start
        && !normal.BreaksWithin(negation.End, hit.Start + 1)
        && Words(normal.Text.AsSpan(negation.End, hit.Start - negation.End)) <= (NegatedOnlyClosely.Contains(hit.Group) ? 0 : NegationReach);

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
