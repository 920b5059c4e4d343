using System.Collections.Immutable;
using System.Runtime.InteropServices;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Sensing;

namespace TrustBot.Dialogs.Topics;

/// <summary>A topic a message may be about, and how like its examples it is, 0..1.</summary>
public sealed record TopicGuess(string Topic, double Likeness);

/// <summary>
/// Recognises topics from the examples in the locale files: nearest examples by the cosine of tf-idf over words, word
/// pairs and character pieces, so that typos and endings still match and designers only add examples.
/// </summary>
public sealed class TopicIndex
{
    private readonly ImmutableDictionary<string, Lazy<Shelf>> _byCulture;

    /// <summary>The index of every culture, each built when someone first speaks it.</summary>
    public TopicIndex(LocaleSet locales) =>
        _byCulture = locales.Cultures.ToImmutableDictionary(c => c.Key, c => new Lazy<Shelf>(() => new(c.Value)), StringComparer.OrdinalIgnoreCase);

    /// <summary>The topics a message is most like, likeliest first; at most three, none for a message without words.</summary>
    public IReadOnlyList<TopicGuess> Guess(string culture, string normalised) => _byCulture[culture].Value.Guess(normalised);

    /// <summary>One culture's examples, found by their pieces: only examples that share a piece are looked at.</summary>
    private sealed class Shelf
    {
        /// <summary>A character piece tells less than a word, and one never seen tells less than one seen once.</summary>
        private const double OfCharacters = 0.35, Unseen = 0.6, UnseenOfCharacters = 0.3;

        private readonly string[] _topics;
        private readonly int[] _topicOf;
        private readonly Dictionary<string, Posting> _pieces = new(StringComparer.Ordinal);
        private readonly double _unseen;

        public Shelf(Culture culture)
        {
            _topics = [.. culture.Topics.Keys];
            var examples = culture.Topics.Values
                .SelectMany((t, topic) => t.Examples.Select(e => (Topic: topic, Counts: Counts(Normaliser.Plain(e)))))
                .ToList();
            _topicOf = [.. examples.Select(e => e.Topic)];
            _unseen = Math.Log(1 + Math.Max(1, _topics.Length)) * Unseen;
            // A piece is worth what it tells apart: rare among topics, not among examples.
            foreach (var piece in examples.SelectMany(e => e.Counts.Keys.Select(p => (p, e.Topic))).Distinct().GroupBy(x => x.p, StringComparer.Ordinal))
                _pieces[piece.Key] = new(Math.Log(1 + _topics.Length / (double)piece.Count()));
            for (var i = 0; i < examples.Count; i++)
                foreach (var (piece, weight) in Weighed(examples[i].Counts))
                    _pieces[piece].Examples.Add((i, weight));
        }

        public IReadOnlyList<TopicGuess> Guess(string normalised)
        {
            var likeness = new double[_topicOf.Length];
            foreach (var (piece, weight) in Weighed(Counts(normalised)))
                if (_pieces.TryGetValue(piece, out var posting))
                    foreach (var (example, other) in posting.Examples) likeness[example] += weight * other;
            // The three likest examples of each topic, likest first.
            var best = new double[_topics.Length, 3];
            for (var i = 0; i < likeness.Length; i++)
                for (var (place, value) = (0, likeness[i]); place < 3; place++)
                    if (value > best[_topicOf[i], place]) (best[_topicOf[i], place], value) = (value, best[_topicOf[i], place]);
            return
            [
                .. _topics
                    .Select((t, i) => new TopicGuess(t, 0.8 * best[i, 0] + 0.2 * (best[i, 0] + best[i, 1] + best[i, 2]) / 3))
                    .Where(g => g.Likeness > 0)
                    .OrderByDescending(g => g.Likeness)
                    .Take(3),
            ];
        }

        private List<(string Piece, double Weight)> Weighed(Dictionary<string, int> counts)
        {
            var weighed = new List<(string Piece, double Weight)>(counts.Count);
            var squares = 0.0;
            foreach (var (piece, count) in counts)
            {
                var ofCharacters = piece[0] == '#';
                var rarity = _pieces.TryGetValue(piece, out var posting) ? posting.Rarity : ofCharacters ? _unseen * UnseenOfCharacters : _unseen;
                var weight = (1 + Math.Log(count)) * rarity * (ofCharacters ? OfCharacters : 1);
                squares += weight * weight;
                weighed.Add((piece, weight));
            }
            var length = Math.Sqrt(squares);
            foreach (ref var w in CollectionsMarshal.AsSpan(weighed)) w.Weight /= length;
            return weighed;
        }

        private static Dictionary<string, int> Counts(string text)
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var piece in Pieces(text)) CollectionsMarshal.GetValueRefOrAddDefault(counts, piece, out _)++;
            return counts;
        }

        private static IEnumerable<string> Pieces(string text)
        {
            string? before = null;
            foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(60))
            {
                if (word.Any(Normaliser.IsUnspaced))
                {
                    for (var n = 1; n <= 3; n++)
                        for (var i = 0; i + n <= word.Length; i++)
                            yield return string.Concat(n == 1 ? "#" : "", word.AsSpan(i, n));
                    continue;
                }
                yield return word;
                if (before is not null) yield return before + " " + word;
                for (var i = 0; i + 3 <= word.Length; i++) yield return string.Concat("#", word.AsSpan(i, 3));
                before = word;
            }
        }

        /// <summary>A piece: how much it tells, and how much it weighs in each example that has it.</summary>
        private sealed record Posting(double Rarity)
        {
            public List<(int Example, double Weight)> Examples { get; } = [];
        }
    }
}
