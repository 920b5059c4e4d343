using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>Finds cues that cannot be heard, or that say two opposite things at once.</summary>
internal static class CueLint
{
    private static readonly (string One, string Other)[] Opposites =
    [
        ("yes", "no"), ("asks-human", "declines-human"), ("positive", "negative"), ("thanks", "abuse"), ("denies-danger", "distress-high"),
        ("denies-danger", "distress-imminent"), ("casual-register", "formal-register"), ("wants-casual", "wants-formal"), ("morning", "evening"),
    ];

    /// <summary>Spellings of a pattern that are looked at: twins stand among the first, and lint is for every save.</summary>
    private const int Looked = 100;

    private static readonly string[] HiddenByIdioms = ["distress-moderate", "distress-high", "distress-imminent", "danger-others", "medical", "abuse", "threat"];

    public static void Check(Culture culture, List<LocaleFault> faults)
    {
        var spelt = culture.Cues.Groups.ToImmutableDictionary(g => g.Key, g => Spelt(g.Value), StringComparer.Ordinal);
        foreach (var (one, other) in Opposites)
            foreach (var (cue, twin) in Shared(culture, spelt, one, other))
                faults.Add(Fault(cue, one, $"`{cue.Pattern.Source}` says the same as a cue of `{other}` ({twin.Path}:{twin.Line})", "One message cannot mean both: leave it in one group"));
        foreach (var group in HiddenByIdioms)
            foreach (var (cue, idiom) in Shared(culture, spelt, group, "idioms"))
                faults.Add(Fault(cue, group, $"`{cue.Pattern.Source}` is hidden by an idiom ({idiom.Path}:{idiom.Line}) and never heard", "Make the idiom longer, or take the cue out"));
    }

    private static IEnumerable<(Cue, Cue)> Shared(Culture culture, ImmutableDictionary<string, Dictionary<string, Cue>> spelt, string one, string other)
    {
        if (!spelt.TryGetValue(one, out var these) || !spelt.TryGetValue(other, out var those)) yield break;
        var told = new HashSet<Cue>();
        foreach (var (text, cue) in these)
            if (those.TryGetValue(text, out var twin) && (IsOf(culture, cue) || IsOf(culture, twin)) && told.Add(cue))
                yield return (cue, twin);
    }

    private static bool IsOf(Culture culture, Cue cue) => cue.Path.StartsWith(culture.Tag + "/", StringComparison.Ordinal);

    /// <summary>Each spelling without a gap, with the cue it comes from; those of a weak cue or a whole message are another thing.</summary>
    private static Dictionary<string, Cue> Spelt(ImmutableArray<Cue> cues)
    {
        var all = new Dictionary<string, Cue>(StringComparer.Ordinal);
        foreach (var cue in cues.Where(c => !c.Weak))
            foreach (var spelling in cue.Pattern.Spell().Where(s => s.Length == 1).Take(Looked))
                all.TryAdd((cue.Whole ? "^" : "") + spelling[0], cue);
        return all;
    }

    private static LocaleFault Fault(Cue cue, string group, string problem, string mend) =>
        new(FaultLevel.Warning, cue.Path, cue.Line, 0, $"groups.{group}", problem, mend);
}
