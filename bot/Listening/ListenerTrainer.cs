using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TrustBot.Dialogs.Sensing;

namespace TrustBot.Listening;

/// <summary>A message as the trainer sees it: its pieces and traits by number, and what is true of it.</summary>
/// <param name="Pieces">Numbers of its pieces; one that stands twice counts twice.</param>
/// <param name="Share">What one piece counts: one by the root of how many there are.</param>
/// <param name="Traits">Places in <see cref="Dialogs.Sensing.Traits.Names"/>.</param>
/// <param name="True">A bit per head that is true.</param>
/// <param name="Known">A bit per head that somebody has judged.</param>
internal sealed record Example(int[] Pieces, float Share, int[] Traits, ulong True, ulong Known, float Weight = 1);

/// <summary>How the listener is trained; what is not set here is fixed by measurement.</summary>
internal sealed record TrainingOptions
{
    public int Epochs { get; init; } = 12;
    public float Rate { get; init; } = 0.3f;
    public float PieceDecay { get; init; } = 1e-4f;
    public float TraitDecay { get; init; } = 1e-4f;
    public double Deaf { get; init; } = 0.25;
    public ulong Seed { get; init; } = 20261123;
}

/// <summary>
/// Logistic regression for all heads at once by AdaGrad (Duchi, Hazan and Singer 2011), eight heads a step. A quarter of
/// the time it hears traits only: what cues say must stand alone where no piece is known, as in a language never seen.
/// </summary>
internal sealed class ListenerTrainer(int pieces, TrainingOptions options)
{
    public const int Heads = Dialogs.Sensing.Heads.Count;
    private const int Lanes = Heads / 8;

    public float[] PieceWeights { get; } = new float[pieces * Heads];
    public float[] TraitWeights { get; } = new float[Traits.Names.Length * Heads];
    public float[] Bias { get; } = new float[Heads];

    public void Train(IReadOnlyList<Example> examples)
    {
        var (seenPieces, seenTraits, seenBias) = (new float[PieceWeights.Length], new float[TraitWeights.Length], new float[Heads]);
        Start(examples);
        Parallel.For(0, 2, half => Half(examples, half * Lanes / 2, (half + 1) * Lanes / 2, seenPieces, seenTraits, seenBias));
    }

    /// <summary>Each head starts at its own rate.</summary>
    private void Start(IReadOnlyList<Example> examples)
    {
        for (var h = 0; h < Heads; h++)
        {
            var known = examples.Where(e => (e.Known >> h & 1) == 1).ToList();
            var share = (known.Count(e => (e.True >> h & 1) == 1) + 0.5) / (known.Count + 1);
            Bias[h] = (float)Math.Log(share / (1 - share));
        }
    }

    private void Half(IReadOnlyList<Example> examples, int from, int to, float[] seenPieces, float[] seenTraits, float[] seenBias)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var chance = new Chance(options.Seed);
        Span<Vector256<float>> w = Vectors(PieceWeights), t = Vectors(TraitWeights), b = Vectors(Bias);
        Span<Vector256<float>> sw = Vectors(seenPieces), st = Vectors(seenTraits), sb = Vectors(seenBias);
        var z = new Vector256<float>[Lanes];
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            chance.Shuffle(order);
            var rate = Vector256.Create(options.Rate * (1 - 0.9f * epoch / options.Epochs));
            foreach (var at in order)
            {
                var e = examples[at];
                var deaf = chance.Next() < options.Deaf;
                var share = Vector256.Create(e.Share);
                for (var k = from; k < to; k++) z[k] = b[k];
                foreach (var trait in e.Traits)
                    for (var k = from; k < to; k++) z[k] += t[trait * Lanes + k];
                if (!deaf)
                {
                    for (var k = from; k < to; k++)
                    {
                        var sum = Vector256<float>.Zero;
                        foreach (var piece in e.Pieces) sum += w[piece * Lanes + k];
                        z[k] += sum * share;
                    }
                }
                for (var k = from; k < to; k++) z[k] = Error(z[k], e, k);
                for (var k = from; k < to; k++) Step(ref b[k], ref sb[k], z[k], rate, Vector256<float>.Zero);
                foreach (var trait in e.Traits)
                    for (var k = from; k < to; k++) Step(ref t[trait * Lanes + k], ref st[trait * Lanes + k], z[k], rate, Vector256.Create(options.TraitDecay));
                if (deaf) continue;
                foreach (var piece in e.Pieces)
                    for (var k = from; k < to; k++) Step(ref w[piece * Lanes + k], ref sw[piece * Lanes + k], z[k] * share, rate, Vector256.Create(options.PieceDecay));
            }
        }
    }

    private static void Step(ref Vector256<float> weight, ref Vector256<float> seen, Vector256<float> slope, Vector256<float> rate, Vector256<float> decay)
    {
        slope += decay * weight;
        seen += slope * slope;
        weight -= rate * slope / (Vector256.Sqrt(seen) + Vector256.Create(1e-4f));
    }

    private static Vector256<float> Error(Vector256<float> z, Example e, int lane)
    {
        Span<float> error = stackalloc float[8];
        for (var i = 0; i < 8; i++)
        {
            var head = lane * 8 + i;
            if ((e.Known >> head & 1) == 0) continue;
            error[i] = e.Weight * ((float)(1 / (1 + Math.Exp(-z[i]))) - (e.True >> head & 1));
        }
        return Vector256.Create<float>(error);
    }

    private static Span<Vector256<float>> Vectors(float[] of) => MemoryMarshal.Cast<float, Vector256<float>>(of.AsSpan());
}

/// <summary>Chance that is the same in every run (xorshift64*, Vigna 2016).</summary>
internal struct Chance(ulong seed)
{
    private ulong _state = seed | 1;

    public double Next()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (_state * 2685821657736338717UL >> 11) * (1.0 / (1UL << 53));
    }

    public void Shuffle(int[] order)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = (int)(Next() * (i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
