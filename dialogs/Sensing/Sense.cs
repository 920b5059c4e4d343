using System.Buffers;
using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>Reads a customer's turn: what the words say, what the exchange says, fused into one reading.</summary>
/// <param name="locales">All cultures.</param>
/// <param name="words">The words that tell their languages, see <see cref="LanguageGuess.Learn"/>.</param>
/// <param name="listener">The learned part; the one that ships when null.</param>
public sealed class Sense(LocaleSet locales, ImmutableSortedDictionary<string, string> words, Listener? listener = null)
{
    /// <summary>From this sureness on, words are plainly in a language.</summary>
    private const double PlainlyIn = 0.7;

    /// <summary>Danger less likely than this is no reason to read two messages as one.</summary>
    private const double WorthJoining = 0.15;

    private readonly CueIndex _cues = new(locales);
    private readonly LanguageGuess _languages = new(locales, words);

    /// <summary>The same cues with another listener.</summary>
    public Sense With(Listener listener) => new(locales, words, listener);

    /// <summary>The reading of a turn.</summary>
    /// <param name="text">The customer's words, as written.</param>
    /// <param name="before">The friction ledger before this turn.</param>
    /// <param name="scoringOff">Whether the customer asked not to be scored: then only safety and wishes are read.</param>
    /// <param name="now">When the words came.</param>
    /// <param name="culture">The culture the conversation is in, if it is known yet.</param>
    public (Reading Reading, Friction After, ImmutableArray<CueHit> Hits) Read(string text, Friction before, bool scoringOff, DateTimeOffset now, string? culture = null)
    {
        var normal = Normaliser.Normalise(text);
        var room = ArrayPool<Piece>.Shared.Rent(Pieces.Room(normal.Text.Length));
        try
        {
            var spoken = culture is null ? null : LocaleSet.LanguageOf(culture);
            var written = _languages.Of(normal.Text, spoken);
            var heard = Hear(text, normal, written, spoken, room, scoringOff ? before with { Turns = 0 } : before, now);
            var reading = Weighing.Of(text, heard, listener ?? Listener.Shipped, written.Language, written.Sure);
            if (Together(text, reading, before, now, culture) is { } together) reading = Weighing.WithDanger(reading, together);
            if (scoringOff) reading = Weighing.WithoutMood(reading);
            return (reading, Exchange.After(before, reading, text, normal.Text, now), heard.Hits);
        }
        finally
        {
            ArrayPool<Piece>.Shared.Return(room);
        }
    }

    /// <summary>What there is to hear, before it is weighed.</summary>
    public Heard Hear(string text, Friction before, DateTimeOffset now, string? culture = null)
    {
        var normal = Normaliser.Normalise(text);
        var spoken = culture is null ? null : LocaleSet.LanguageOf(culture);
        return Hear(text, normal, _languages.Of(normal.Text, spoken), spoken, new Piece[Pieces.Room(normal.Text.Length)], before, now);
    }

    private Heard Hear(string text, NormalText normal, (string Language, double Sure) written, string? spoken, Piece[] room, Friction before, DateTimeOffset now)
    {
        var hits = CueHits.In(normal, _cues, Listened(normal.Text, written, spoken)).AddRange(AcrossTheBurst(text, before, now, spoken));
        var pieces = Pieces.Of(normal.Text, room);
        Span<int> traits = stackalloc int[Traits.Room];
        traits = traits[..Traits.Of(text, normal, hits, traits)];
        Span<float> scores = stackalloc float[3 * Weights.Claims.Length];
        var (cues, against, exchange) = (new float[Heads.Count], new float[Heads.Count], new float[Exchange.Names.Length]);
        new CueScores(hits, scores).To(hits, cues, against);
        Exchange.Of(before, normal.Text, hits.Any(h => h is { Group: "no", Start: 0 }), now, exchange);
        return new(normal, hits, room.AsMemory(0, pieces), traits.ToArray(), cues, against, exchange);
    }

    /// <summary>The territory a customer names when asked where they are; null when none is named, or more than one.</summary>
    public string? TerritoryNamed(string text, string culture)
    {
        var normal = Normaliser.Normalise(text);
        var named = _cues.Find(normal, _languages.Near(normal.Text, LocaleSet.LanguageOf(culture))).Where(h => h.Group.StartsWith(CueIndex.Territory, StringComparison.Ordinal))
            .Select(h => h.Group[CueIndex.Territory.Length..]).Distinct(StringComparer.Ordinal).ToList();
        return named is [var one] ? one : null;
    }

    /// <summary>
    /// Whose cues are heard: of a language that the words plainly are in, its own, besides that of the conversation and the
    /// base, which customers everywhere mix in. "Tao" is a person in Filipino and an insult in Vietnamese.
    /// </summary>
    private IReadOnlyList<string> Listened(string normalised, (string Language, double Sure) written, string? spoken) =>
        written.Sure >= PlainlyIn
            ? [.. new[] { written.Language, spoken ?? written.Language, LocaleSet.Base }.Distinct(StringComparer.Ordinal)]
            : _languages.Near(normalised, spoken);

    /// <summary>The last message and this one read as one, when only together they tell of danger; else null.</summary>
    private Reading? Together(string text, Reading reading, Friction before, DateTimeOffset now, string? culture)
    {
        if (!Exchange.IsBurst(before, now)) return null;
        var joined = Alone(before.LastRaw + " " + text);
        return joined.PCrisis >= WorthJoining && reading.PCrisis < joined.PCrisis / 2 && Alone(before.LastRaw).PCrisis < joined.PCrisis / 2 ? joined : null;

        Reading Alone(string words) => Weighing.Of(words, Hear(words, Friction.None, now, culture), listener ?? Listener.Shipped, "", 0);
    }

    /// <summary>Danger that only shows when the last message and this one are read together.</summary>
    private IEnumerable<CueHit> AcrossTheBurst(string text, Friction before, DateTimeOffset now, string? spoken)
    {
        if (!Exchange.IsBurst(before, now)) yield break;
        var joined = before.LastRaw + " " + text;
        var border = before.LastRaw.Length;
        var normal = Normaliser.Normalise(joined);
        foreach (var hit in CueHits.In(normal, _cues, Listened(normal.Text, _languages.Of(normal.Text, spoken), spoken)))
            if (hit.Start < border && hit.Start + hit.Length > border + 1 && hit.Group is not ("yes" or "no" or "thanks" or "positive"))
                yield return hit with { Start = 0, Length = Math.Min(text.Length, hit.Start + hit.Length - border - 1) };
    }
}
