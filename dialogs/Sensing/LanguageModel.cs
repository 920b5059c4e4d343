using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Tells languages written in Latin letters apart, romanised Hindi, Tamil and Arabic among them, by the pieces of their
/// words: a multinomial logistic regression over hashed pieces of two to four letters and whole words (the hashing trick,
/// Weinberger et al. 2009), learned from our corpus by <c>tests/Bench</c>. It knows languages we do not speak, and one
/// class for all others, so that those do not pass for the nearest of ours.
/// </summary>
public sealed class LanguageModel
{
    /// <summary>Weights of a piece: one for each language, and room for more.</summary>
    public const int Width = 16;

    /// <summary>Pieces that are told apart; others share a place.</summary>
    public const int Buckets = 1 << 14;

    /// <summary>The class of languages the model was not taught by name (ISO 639-2, undetermined).</summary>
    public const string Other = "und";

    /// <summary>Words of a message that are read; what comes after them changes nothing.</summary>
    private const int MostWords = 80;

    private readonly sbyte[] _weights;
    private readonly float _step;

    /// <summary>A model.</summary>
    /// <param name="languages">Its languages, at most <see cref="Width"/>.</param>
    /// <param name="weights"><see cref="Buckets"/> times <see cref="Width"/> whole numbers.</param>
    /// <param name="step">What one of them is worth.</param>
    public LanguageModel(ImmutableArray<string> languages, sbyte[] weights, float step) => (Languages, _weights, _step) = (languages, weights, step);

    /// <summary>The model that ships.</summary>
    public static LanguageModel Shipped { get; } = Read();

    /// <summary>The languages it tells apart.</summary>
    public ImmutableArray<string> Languages { get; }

    /// <summary>How likely each language is, adding up to 1; how many words that stands on is returned.</summary>
    /// <param name="normalised">The message.</param>
    /// <param name="chances">Room for one number a language.</param>
    public int Weigh(ReadOnlySpan<char> normalised, Span<double> chances)
    {
        Span<int> sums = stackalloc int[Width];
        var pieces = new Sum(_weights);
        var words = Pieces(normalised, ref pieces);
        pieces.CopyTo(sums);
        var most = double.MinValue;
        for (var i = 0; i < Languages.Length; i++) most = Math.Max(most, chances[i] = sums[i] * _step);
        var all = 0.0;
        for (var i = 0; i < Languages.Length; i++) all += chances[i] = Math.Exp(chances[i] - most);
        for (var i = 0; i < Languages.Length; i++) chances[i] /= all;
        return words;
    }

    /// <summary>The places of a text's pieces, one for each piece, in order.</summary>
    public static List<int> Pieces(string normalised)
    {
        var all = new Listed([]);
        Pieces(normalised, ref all);
        return all.Places;
    }

    private static int Pieces<T>(ReadOnlySpan<char> text, ref T to) where T : struct, ITake
    {
        var words = 0;
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (!IsWord(word)) continue;
            if (++words > MostWords) break;
            var whole = 2166136261u;
            foreach (var c in word) whole = (whole ^ c) * 16777619;
            to.Take(Place(whole ^ 0x5bd1e995));
            // Signs of a word's edges stand before and after it.
            for (var from = -1; from < word.Length; from++)
            {
                var hash = 2166136261u;
                for (var at = from; at < Math.Min(from + 4, word.Length + 1); at++)
                {
                    hash = (hash ^ (at < 0 || at == word.Length ? '_' : word[at])) * 16777619;
                    if (at > from) to.Take(Place(hash));
                }
            }
        }
        return Math.Min(words, MostWords);
    }

    private static int Place(uint hash) => (int)((hash * 2654435769u) >> 18);

    /// <summary>Letters, with a few digits at most: Arabic in Latin letters writes 3 and 7 for sounds that these lack.</summary>
    private static bool IsWord(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > 30) return false;
        var (letters, digits) = (0, 0);
        foreach (var c in word)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsLetter(c)) letters++;
            else if (!Normaliser.IsMark(c)) return false;
        }
        return letters > digits;
    }

    private static LanguageModel Read()
    {
        using var stream = typeof(LanguageModel).Assembly.GetManifestResourceStream("languages.bin")!;
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        ImmutableArray<string> languages = [.. reader.ReadString().Split(' ')];
        var step = reader.ReadSingle();
        return new(languages, MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(Buckets * Width)).ToArray(), step);
    }

    private interface ITake
    {
        void Take(int place);
    }

    private readonly record struct Listed(List<int> Places) : ITake
    {
        public void Take(int place) => Places.Add(place);
    }

    /// <summary>Adds up the weights of pieces, sixteen languages at a time.</summary>
    private struct Sum(sbyte[] weights) : ITake
    {
        private Vector256<int> _first, _second;

        public void Take(int place)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref weights[place * Width]));
            var (a, b) = Vector128.Widen(low);
            var (c, d) = Vector128.Widen(high);
            _first += Vector256.Create(a, b);
            _second += Vector256.Create(c, d);
        }

        public readonly void CopyTo(Span<int> sums)
        {
            _first.CopyTo(sums);
            _second.CopyTo(sums[(Width / 2)..]);
        }
    }
}
