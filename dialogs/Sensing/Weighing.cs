using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>From what was heard to the reading: every source weighed, its share kept as evidence.</summary>
internal static class Weighing
{
    /// <summary>From this share, in log-odds, a source is worth naming.</summary>
    private const double WorthNaming = 0.6;

    /// <summary>A topic of risk less likely than this is not named.</summary>
    private const double LeastRisk = 0.005;

    /// <summary>Longest stretch, in signs of the normalised text, that is quoted for the model.</summary>
    private const int LongestQuote = 80;

    /// <summary>Most pieces of evidence a reading keeps.</summary>
    private const int MostEvidence = 24;

    private static readonly int[] NegativeHeads = Places("negative_1", "negative_2"), PositiveHeads = Places("positive_1", "positive_2"),
        FrustrationHeads = Places("frustration_1", "frustration_2", "frustration_3"), DissatisfactionHeads = Places("dissatisfaction_1", "dissatisfaction_2", "dissatisfaction_3"),
        DistressHeads = Places("distress_low", "distress_moderate", "distress_high", "distress_imminent");

    private static readonly int Danger = Heads.Of("danger"), Indirect = Heads.Of("indirect"), Asks = Heads.Of("asks_human"), Abuse = Heads.Of("abuse_1"), Sarcasm = Heads.Of("sarcasm"), FirstRisk = Heads.Of("risk_" + RiskTopics.All[0]);

    /// <summary>Claims with a head, and the head.</summary>
    private static readonly ImmutableArray<(string Claim, int Head)> Answered = [.. Weights.Claims.Where(c => Weights.HeadOf(c) is not null).Select(c => (c, Heads.Of(Weights.HeadOf(c)!)))];

    /// <summary>The reading.</summary>
    public static Reading Of(string text, Heard heard, Listener listener, string language, double sure)
    {
        Span<int> rows = heard.Pieces.Length <= 1024 ? stackalloc int[heard.Pieces.Length] : new int[heard.Pieces.Length];
        var known = 0;
        foreach (var piece in heard.Pieces.Span)
            if (listener.RowOf(piece.Hash) is >= 0 and var row) rows[known++] = row;
        rows = rows[..known];
        Span<float> words = stackalloc float[Heads.Count], traits = stackalloc float[Heads.Count], odds = stackalloc float[Heads.Count];
        listener.HearWords(rows, words);
        listener.HearTraits(heard.Traits, traits);
        // Nobody is believed less than who says that they did not mean it.
        for (var head = 0; head < Heads.Count; head++) traits[head] += Fusion.AgainstShare * heard.Against[head];
        listener.Fusion.Weigh(words, traits, heard.Cues, heard.Exchange, odds);
        Span<float> room = stackalloc float[3 * Weights.Claims.Length];
        var alone = new CueScores(heard.Hits, room);
        var distress = Falling(odds, DistressHeads);
        var crisis = Math.Max(P(odds[Danger]), distress.High);
        return new()
        {
            Language = language,
            PLanguage = sure,
            Sentiment = Math.Round((Mean(odds, PositiveHeads) - Mean(odds, NegativeHeads)), 3),
            PFrustration = P(odds[FrustrationHeads[1]]),
            Frustration = Math.Round(Mean(odds, FrustrationHeads), 3),
            PDissatisfaction = P(odds[DissatisfactionHeads[1]]),
            Dissatisfaction = Math.Round(Mean(odds, DissatisfactionHeads), 3),
            PIndirect = P(odds[Indirect]),
            PDistress = distress,
            Distress = Level(distress),
            PCrisis = crisis,
            Risk = Risks(odds),
            PAsksHuman = P(odds[Asks]),
            PDeclinesHuman = P(alone.Alone(Weights.DeclinesHuman)),
            PAbuse = P(odds[Abuse]),
            PSarcasm = P(odds[Sarcasm]),
            PHandOff = listener.Fusion.Hazard(odds, heard.Exchange),
            PDeniesDanger = P(alone.Alone(Weights.Denies)),
            PStopScoring = P(alone.Alone(Weights.StopScoring)),
            Register = RegisterHeard(heard.Hits),
            Uncertain = [.. Doubts(heard, known, language, sure, listener.Fusion.Voices[Danger], words[Danger], crisis)],
            Evidence = Evident(text, heard, listener, words, odds),
        };
    }

    /// <summary>A reading with the danger of another, where that is greater.</summary>
    public static Reading WithDanger(Reading reading, Reading other)
    {
        var (mine, theirs) = (reading.PDistress, other.PDistress);
        DistressOdds odds = new(Math.Max(mine.Low, theirs.Low), Math.Max(mine.Moderate, theirs.Moderate), Math.Max(mine.High, theirs.High), Math.Max(mine.Imminent, theirs.Imminent));
        return reading with { PDistress = odds, Distress = Level(odds), PCrisis = Math.Max(reading.PCrisis, other.PCrisis) };
    }

    /// <summary>What stays of a reading when the customer asked not to be scored: safety and wishes.</summary>
    public static Reading WithoutMood(Reading reading) => reading with
    {
        Sentiment = 0,
        Frustration = 0,
        PFrustration = 0,
        Dissatisfaction = 0,
        PDissatisfaction = 0,
        PIndirect = 0,
        PSarcasm = 0,
        PAbuse = 0,
        PHandOff = 0,
        Register = null,
        Distress = reading.Distress == Distress.Low ? Distress.None : reading.Distress,
        PDistress = reading.PDistress with { Low = reading.PDistress.Moderate },
        Evidence = [.. reading.Evidence.Where(e => e.Claim is Weights.AsksHuman or Weights.DeclinesHuman or Weights.Moderate or Weights.High or Weights.Imminent or Weights.Others or Weights.Denies)],
    };

    private static ImmutableArray<Evidence> Evident(string text, Heard heard, Listener listener, ReadOnlySpan<float> words, ReadOnlySpan<float> odds)
    {
        var evidence = new List<Evidence>();
        foreach (var hit in heard.Hits)
            foreach (var (claim, weight) in Weights.Of(hit))
            {
                var share = Weights.HeadOf(claim) is { } head && listener.Fusion.Voices[Heads.Of(head)] is var voice ? voice.Cues * weight + voice.Traits * listener.Trait(Traits.PlaceOf(hit), Heads.Of(head)) : weight;
                // A cue that what surrounds it outweighs is no evidence.
                if (share > 0 == weight > 0) evidence.Add(new(claim, "cue", hit.Start, hit.Length, text.Substring(Math.Min(hit.Start, text.Length), Math.Min(hit.Length, Math.Max(0, text.Length - hit.Start))), Math.Round(share, 3)));
            }
        foreach (var (claim, head) in Answered)
        {
            var voice = listener.Fusion.Voices[head];
            if (voice.Words * words[head] is var share && share >= WorthNaming && odds[head] > -2 && Loudest(heard, listener, head) is var (start, length))
                evidence.Add(new(claim, "model", start, length, text.Substring(start, length), Math.Round(share, 3)));
            foreach (var trait in heard.Traits)
                if (Traits.IsManner(trait) && voice.Traits * listener.Trait(trait, head) is >= 0.3f and var loud)
                    evidence.Add(new(claim, "model", 0, 0, Traits.Names[trait], Math.Round(loud, 3)));
            for (var i = 0; i < voice.Exchange.Length; i++)
                if (voice.Exchange[i] * heard.Exchange[i] is >= 0.15f and var weight)
                    evidence.Add(new(claim, "exchange", 0, 0, Exchange.Names[i], Math.Round(weight, 3)));
        }
        return [.. evidence.OrderByDescending(e => Math.Abs(e.Weight)).Take(MostEvidence)];
    }

    /// <summary>The words that speak loudest for a head: the best stretch of whole words, by what each sign's pieces say.</summary>
    private static (int Start, int Length) Loudest(Heard heard, Listener listener, int head)
    {
        var text = heard.Normal.Text;
        var said = new float[text.Length];
        foreach (var piece in heard.Pieces.Span)
            if (listener.RowOf(piece.Hash) is >= 0 and var row)
            {
                var each = listener.Said(row, head, 1) / piece.Length;
                for (var i = piece.Start; i < piece.Start + piece.Length; i++) said[i] += each;
            }
        // Kadane's: the stretch with the greatest sum, where an average sign costs something.
        var cost = Math.Max(0, said.Sum() / Math.Max(1, said.Length));
        var (best, from, to, sum, start) = (0f, 0, text.Length, 0f, 0);
        for (var i = 0; i < said.Length; i++)
        {
            if (sum <= 0) (sum, start) = (0, i);
            sum += said[i] - cost;
            if (sum > best) (best, from, to) = (sum, start, i + 1);
        }
        to = Math.Min(to, from + LongestQuote);
        while (from > 0 && text[from - 1] != ' ' && to - from < LongestQuote && !Normaliser.IsUnspaced(text[from])) from--;
        while (to < text.Length && text[to] != ' ' && to - from < LongestQuote && !Normaliser.IsUnspaced(text[to - 1])) to++;
        while (from < to - 1 && text[from] == ' ') from++;
        while (to > from + 1 && text[to - 1] == ' ') to--;
        return heard.Normal.Span(from, to);
    }

    private static ImmutableSortedDictionary<string, double> Risks(ReadOnlySpan<float> odds)
    {
        var risks = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < RiskTopics.All.Count; i++)
            if (P(odds[FirstRisk + i]) is >= LeastRisk and var p) risks[RiskTopics.All[i]] = Math.Round(p, 4);
        return risks.ToImmutable();
    }

    private static Register? RegisterHeard(ImmutableArray<CueHit> hits) =>
        hits.Any(h => h.Group == "formal-register") ? Register.Formal
        : hits.Any(h => h.Group == "polite-register") ? Register.Polite
        : hits.Any(h => h.Group == "casual-register") ? Register.Casual
        : null;

    private static List<string> Doubts(Heard heard, int known, string language, double sure, Voice voice, float modelled, double crisis)
    {
        if (heard.Normal.Text.Length < 2) return ["too_short"];
        var doubts = new List<string>();
        if ((language.Length > 0 && sure < 0.3) || known * 4 < heard.Pieces.Length) doubts.Add("out_of_language");
        // Danger by cues alone against a model that hears none, or the other way round.
        if (heard.Cues[Danger] >= 4 ? voice.Words * modelled < -1.5 : crisis > 0.3 && heard.Cues[Danger] <= 0) doubts.Add("sources_disagree");
        return doubts;
    }

    /// <summary>Probabilities of at least each level: none is likelier than the level below it.</summary>
    private static DistressOdds Falling(ReadOnlySpan<float> odds, int[] heads)
    {
        var low = P(odds[heads[0]]);
        var moderate = P(odds[heads[1]]);
        var high = P(odds[heads[2]]);
        var imminent = P(odds[heads[3]]);
        // Where they cross, the higher level is believed: it was looked for more narrowly.
        high = Math.Max(high, imminent);
        moderate = Math.Max(moderate, high);
        return new(Math.Max(low, moderate), moderate, high, imminent);
    }

    private static Distress Level(DistressOdds odds) =>
        odds.Imminent > 0.5 ? Distress.Imminent : odds.High > 0.5 ? Distress.High : odds.Moderate > 0.5 ? Distress.Moderate : odds.Low > 0.5 ? Distress.Low : Distress.None;

    private static double Mean(ReadOnlySpan<float> odds, int[] heads)
    {
        double sum = 0, last = 1;
        foreach (var head in heads) sum += last = Math.Min(last, P(odds[head]));
        return sum / heads.Length;
    }

    private static double P(double odds) => Fusion.Sigmoid(odds);

    private static int[] Places(params string[] heads) => [.. heads.Select(Heads.Of)];
}
