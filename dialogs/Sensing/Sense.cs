using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>Reads a customer's turn: what the words say, what the exchange says, fused into one reading.</summary>
/// <param name="locales">All cultures.</param>
/// <param name="words">The words that tell their languages, see <see cref="LanguageGuess.Learn"/>.</param>
public sealed class Sense(LocaleSet locales, ImmutableSortedDictionary<string, string> words)
{
    private readonly CueIndex _cues = new(locales);
    private readonly LanguageGuess _languages = new(locales, words);

    /// <summary>The reading of a turn.</summary>
    /// <param name="text">The customer's words, as written.</param>
    /// <param name="before">The friction ledger before this turn.</param>
    /// <param name="scoringOff">Whether the customer asked not to be scored: then only safety and wishes are read.</param>
    /// <param name="now">When the words came.</param>
    /// <param name="culture">The culture the conversation is in, if it is known yet.</param>
    public (Reading Reading, Friction After, ImmutableArray<CueHit> Hits) Read(string text, Friction before, bool scoringOff, DateTimeOffset now, string? culture = null)
    {
        var normal = Normaliser.Normalise(text);
        var spoken = culture is null ? null : LocaleSet.LanguageOf(culture);
        var hits = CueHits.In(normal, _cues, _languages.Near(normal.Text, spoken)).AddRange(AcrossTheBurst(text, before, now, spoken));
        var evidence = hits.SelectMany(h => Speaks(h, text)).ToList();
        if (!scoringOff) evidence.AddRange(Exchange.Of(before, text, normal.Text, now));
        var (language, sure) = _languages.Of(normal.Text);
        var reading = Fuse(evidence, hits, language, sure, normal.Text);
        if (scoringOff) reading = WithoutMood(reading);
        return (reading, Exchange.After(before, reading, text, normal.Text, now), hits);
    }

    /// <summary>The territory a customer names when asked where they are; null when none is named, or more than one.</summary>
    public string? TerritoryNamed(string text, string culture)
    {
        var normal = Normaliser.Normalise(text);
        var named = _cues.Find(normal, _languages.Near(normal.Text, LocaleSet.LanguageOf(culture))).Where(h => h.Group.StartsWith(CueIndex.Territory, StringComparison.Ordinal))
            .Select(h => h.Group[CueIndex.Territory.Length..]).Distinct(StringComparer.Ordinal).ToList();
        return named is [var one] ? one : null;
    }

    /// <summary>Danger that only shows when the last message and this one are read together.</summary>
    private IEnumerable<CueHit> AcrossTheBurst(string text, Friction before, DateTimeOffset now, string? spoken)
    {
        if (!Exchange.IsBurst(before, now)) yield break;
        var joined = before.LastRaw + " " + text;
        var border = before.LastRaw.Length;
        var normal = Normaliser.Normalise(joined);
        foreach (var hit in CueHits.In(normal, _cues, _languages.Near(normal.Text, spoken)))
            if (hit.Start < border && hit.Start + hit.Length > border + 1 && hit.Group is not ("yes" or "no" or "thanks" or "positive"))
                yield return hit with { Start = 0, Length = Math.Min(text.Length, hit.Start + hit.Length - border - 1) };
    }

    private static IEnumerable<Evidence> Speaks(CueHit hit, string text)
    {
        if (!Weights.Heard.TryGetValue(hit.Group, out var claims)) yield break;
        var quote = text.Substring(Math.Min(hit.Start, text.Length), Math.Min(hit.Length, Math.Max(0, text.Length - hit.Start)));
        foreach (var (claim, weight) in claims)
        {
            var share = hit.Cue.Weak ? weight * Weights.Weak : weight;
            if (!hit.Negated) yield return new(claim, "cue", hit.Start, hit.Length, quote, share);
            else if (Opposite(hit.Group) is { } opposite && claim == claims[0].Claim) yield return new(opposite, "cue", hit.Start, hit.Length, quote, share);
        }
    }

    // Not wanting to die denies no danger; what does is a group of its own.
    private static string? Opposite(string group) => group switch
    {
        "asks-human" => Weights.DeclinesHuman,
        "positive" or "thanks" => Weights.Negative,
        _ => null,
    };

    private static Reading Fuse(List<Evidence> evidence, ImmutableArray<CueHit> hits, string language, double sure, string normal)
    {
        // Each claim takes its strongest voice whole and the others at a third: ten synonyms are not ten witnesses.
        double Odds(string claim)
        {
            var heard = evidence.Where(e => e.Claim == claim).Select(e => e.Weight).OrderDescending().ToList();
            var against = heard.Where(w => w < 0).Sum();
            var speaks = heard.Where(w => w > 0).ToList();
            return Weights.Start[claim] + against + speaks.Take(1).Sum() + speaks.Skip(1).Take(4).Sum() * 0.34;
        }

        double P(string claim) => 1 / (1 + Math.Exp(-Odds(claim)));
        var (frustration, dissatisfaction) = (P(Weights.Frustration), P(Weights.Dissatisfaction));
        var (imminent, high, moderate) = (P(Weights.Imminent), P(Weights.High), P(Weights.Moderate));
        high = Math.Max(high, imminent);
        moderate = Math.Max(moderate, high);
        var low = Math.Max(Math.Max(moderate, 1 / (1 + Math.Exp(-Odds(Weights.Moderate) - Weights.LowBeforeModerate))), 0.5 * frustration);
        var indirect = hits.Any(h => h.Group is "dissatisfaction" or "sarcasm") && !hits.Any(h => h.Group is "frustration" or "frustration-strong") ? dissatisfaction : 0.1 * dissatisfaction;
        return new()
        {
            Language = language,
            PLanguage = sure,
            Sentiment = Math.Round(P(Weights.Positive) - Math.Max(P(Weights.Negative), Math.Max(0.9 * frustration, 0.8 * dissatisfaction)), 3),
            PFrustration = frustration,
            Frustration = Math.Round(frustration * Strength(hits, "frustration-strong", "abuse"), 3),
            PDissatisfaction = dissatisfaction,
            Dissatisfaction = Math.Round(dissatisfaction * Strength(hits, "frustration-strong", "legal-threat", "regulator-threat"), 3),
            PIndirect = indirect,
            PDistress = new(low, moderate, high, imminent),
            Distress = imminent > 0.5 ? Distress.Imminent : high > 0.5 ? Distress.High : moderate > 0.5 ? Distress.Moderate : low > 0.5 ? Distress.Low : Distress.None,
            PCrisis = Math.Max(high, P(Weights.Others)),
            Risk = Risks(hits),
            PAsksHuman = P(Weights.AsksHuman),
            PDeclinesHuman = P(Weights.DeclinesHuman),
            PAbuse = P(Weights.Abuse),
            PSarcasm = P(Weights.Sarcasm),
            PDeniesDanger = P(Weights.Denies),
            PStopScoring = P(Weights.StopScoring),
            Register = RegisterHeard(hits),
            Uncertain = [.. Doubts(normal, language, sure)],
            Evidence = [.. evidence.OrderByDescending(e => Math.Abs(e.Weight)).Take(24)],
        };
    }

    private static double Strength(ImmutableArray<CueHit> hits, params ReadOnlySpan<string> strong)
    {
        foreach (var hit in hits)
            if (!hit.Negated && strong.Contains(hit.Group))
                return 1;
        return 0.75;
    }

    private static ImmutableSortedDictionary<string, double> Risks(ImmutableArray<CueHit> hits)
    {
        var risks = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var hit in hits.Where(h => !h.Negated))
            if ((hit.Cue.Risk is { Length: > 0 } own ? own : Weights.Risk.GetValueOrDefault(hit.Group)) is { } risk)
                risks[risk] = Math.Max(risks.GetValueOrDefault(risk), hit.Cue.Weak ? 0.35 : 0.9);
        return risks.ToImmutable();
    }

    private static Register? RegisterHeard(ImmutableArray<CueHit> hits) =>
        hits.Any(h => h.Group == "formal-register") ? Register.Formal
        : hits.Any(h => h.Group == "polite-register") ? Register.Polite
        : hits.Any(h => h.Group == "casual-register") ? Register.Casual
        : null;

    private static IEnumerable<string> Doubts(string normal, string language, double sure)
    {
        if (normal.Length < 2) yield return "too_short";
        if (language.Length > 0 && sure < 0.3) yield return "out_of_language";
    }

    private static Reading WithoutMood(Reading reading) => reading with
    {
        Sentiment = 0,
        Frustration = 0,
        PFrustration = 0,
        Dissatisfaction = 0,
        PDissatisfaction = 0,
        PIndirect = 0,
        PSarcasm = 0,
        PAbuse = 0,
        Register = null,
        Distress = reading.Distress == Distress.Low ? Distress.None : reading.Distress,
        PDistress = reading.PDistress with { Low = reading.PDistress.Moderate },
        Evidence = [.. reading.Evidence.Where(e => e.Claim is Weights.AsksHuman or Weights.DeclinesHuman or Weights.Moderate or Weights.High or Weights.Imminent or Weights.Others or Weights.Denies)],
    };
}
