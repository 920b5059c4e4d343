using System.Collections.Immutable;
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
    private readonly ImmutableDictionary<string, Shelf> _byCulture;

    /// <summary>Builds the index of every culture.</summary>
    public TopicIndex(LocaleSet locales) =>
        _byCulture = locales.Cultures.ToImmutableDictionary(c => c.Key, c => new Shelf(c.Value), StringComparer.OrdinalIgnoreCase);

    /// <summary>The topics a message is most like, likeliest first; at most three.</summary>
    public IReadOnlyList<TopicGuess> Guess(string culture, string normalised) => _byCulture[culture].Guess(normalised);

    private sealed class Shelf
    {
        private readonly List<(string Topic, Dictionary<string, double> Vector)> _examples = [];
        private readonly Dictionary<string, double> _idf = new(StringComparer.Ordinal);
        private readonly double _rare;

        public Shelf(Culture culture)
        {
            var all = culture.Topics
                .SelectMany(t => t.Value.Examples.Select(e => (Topic: t.Key, Pieces: Pieces(Normaliser.Plain(e)).ToList())))
                .ToList();
            var topics = Math.Max(1, culture.Topics.Count);
            // A piece is worth what it tells apart: rare among topics, not among examples.
            foreach (var group in all.SelectMany(e => e.Pieces.Distinct().Select(p => (p, e.Topic))).Distinct().GroupBy(x => x.p, StringComparer.Ordinal))
                _idf[group.Key] = Math.Log(1 + topics / (double)group.Count());
            _rare = Math.Log(1 + topics) * 0.6;
            foreach (var (topic, pieces) in all) _examples.Add((topic, Vector(pieces)));
        }

        public IReadOnlyList<TopicGuess> Guess(string normalised)
        {
            var vector = Vector([.. Pieces(normalised)]);
            if (vector.Count == 0) return [];
            return
            [
                .. _examples
                    .Select(e => (e.Topic, Likeness: Cosine(vector, e.Vector)))
                    .GroupBy(e => e.Topic, StringComparer.Ordinal)
                    .Select(g => new TopicGuess(g.Key, Blend([.. g.Select(x => x.Likeness).OrderDescending().Take(3)])))
                    .OrderByDescending(g => g.Likeness)
                    .Take(3),
            ];
        }

        private static double Blend(double[] best) => best.Length == 0 ? 0 : 0.8 * best[0] + 0.2 * best.Average();

        private Dictionary<string, double> Vector(List<string> pieces)
        {
            var vector = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var group in pieces.GroupBy(p => p, StringComparer.Ordinal))
                vector[group.Key] = (1 + Math.Log(group.Count())) * _idf.GetValueOrDefault(group.Key, group.Key[0] == '#' ? _rare * 0.3 : _rare) * (group.Key[0] == '#' ? 0.35 : 1);
            var length = Math.Sqrt(vector.Values.Sum(v => v * v));
            foreach (var key in vector.Keys.ToList()) vector[key] /= length;
            return vector;
        }

        private static double Cosine(Dictionary<string, double> a, Dictionary<string, double> b) =>
            a.Sum(x => b.TryGetValue(x.Key, out var y) ? x.Value * y : 0);

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
    }
}
