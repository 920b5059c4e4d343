using System.Collections.Frozen;
using System.Collections.Immutable;

namespace TrustBot.Dialogs.Sensing;

/// <summary>What the cues of a message weigh for each claim: the strongest voice whole and the others at a third, for ten synonyms are not ten witnesses.</summary>
internal ref struct CueScores
{
    private const float Others = 0.34f;

    /// <summary>So many further voices are heard.</summary>
    private const int MostOthers = 4;

    private static readonly FrozenDictionary<string, int> Places = Weights.Claims.Select((claim, at) => (claim, at)).ToFrozenDictionary(c => c.claim, c => c.at, StringComparer.Ordinal);

    /// <summary>Head → place of the claim whose cues speak for it; −1 where none do.</summary>
    private static readonly int[] ClaimOf = [.. Heads.Names.Select(h => Weights.ClaimOf(h) is { } claim ? Places[claim] : -1), .. Enumerable.Repeat(-1, Heads.Count - Heads.Names.Length)];

    private static readonly int Danger = Heads.Of("danger"), Low = Heads.Of("distress_low"), FirstRisk = Heads.Of("risk_" + Locales.RiskTopics.All[0]);

    private readonly Span<float> _strongest, _rest, _against;

    /// <summary>Adds up.</summary>
    /// <param name="hits">The cues.</param>
    /// <param name="room">Three times as long as <see cref="Weights.Claims"/>.</param>
    public CueScores(ImmutableArray<CueHit> hits, Span<float> room)
    {
        room.Clear();
        var n = Weights.Claims.Length;
        _strongest = room[..n];
        _rest = room[n..(2 * n)];
        _against = room[(2 * n)..(3 * n)];
        Span<int> voices = stackalloc int[n];
        voices.Clear();
        foreach (var hit in hits)
            foreach (var (claim, weight) in Weights.Of(hit))
            {
                var (at, w) = (Places[claim], (float)weight);
                if (w < 0) _against[at] += w;
                else if (w > _strongest[at]) (_rest[at], _strongest[at], voices[at]) = (_rest[at] + (voices[at] > 0 ? _strongest[at] : 0), w, voices[at] + 1);
                else if (voices[at]++ <= MostOthers) _rest[at] += w;
            }
    }

    /// <summary>What speaks for each head, and what speaks against it: a denial, a "no human please".</summary>
    public void To(ImmutableArray<CueHit> hits, Span<float> heads, Span<float> against)
    {
        heads.Clear();
        against.Clear();
        for (var head = 0; head < Heads.Count; head++)
            if (ClaimOf[head] is >= 0 and var at) (heads[head], against[head]) = (For(at), _against[at]);
        heads[Danger] = Math.Max(For(Places[Weights.High]), For(Places[Weights.Others]));
        against[Danger] = _against[Places[Weights.High]];
        heads[Low] = For(Places[Weights.Moderate]);
        foreach (var hit in hits)
            if (!hit.Negated && Weights.RiskOf(hit) is { } risk && Locales.RiskTopics.All.IndexOf(risk) is >= 0 and var topic)
                heads[FirstRisk + topic] = Math.Max(heads[FirstRisk + topic], hit.Cue.Weak ? 3.2f : 6);
    }

    /// <summary>Log-odds of a claim that only cues speak for.</summary>
    public float Alone(string claim) => (float)Weights.Start[claim] + Of(Places[claim]);

    private float Of(int claim) => _against[claim] + For(claim);

    private float For(int claim) => _strongest[claim] + (Others * _rest[claim]);
}
