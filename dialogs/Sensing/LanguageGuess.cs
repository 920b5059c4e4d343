using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Which of our languages a message is written in. Scripts decide where they can; among languages of one script, the
/// words that the cultures' own files know, and most of all those that few of them know.
/// </summary>
public sealed class LanguageGuess
{
    private readonly string[] _languages;
    private readonly string[][] _scripts;
    private readonly Dictionary<string, ulong> _words = new(StringComparer.Ordinal);
    private readonly int _base, _japanese, _chinese;

    /// <summary>Tells the languages of a set apart.</summary>
    /// <param name="locales">All cultures; only their heads are looked at.</param>
    /// <param name="words">The words that tell their languages, see <see cref="Learn"/>.</param>
    /// <exception cref="InvalidOperationException">There are more than 64 languages.</exception>
    public LanguageGuess(LocaleSet locales, ImmutableSortedDictionary<string, string> words)
    {
        _languages = [.. locales.Cultures.Values.Select(c => c.Language).Distinct(StringComparer.Ordinal)];
        if (_languages.Length > 64) throw new InvalidOperationException("No more than 64 languages can be told apart.");
        _scripts = [.. _languages.Select(l => locales.Cultures.Values.Where(c => c.Language == l).Select(c => c.Script).Distinct(StringComparer.Ordinal).ToArray())];
        (_base, _japanese, _chinese) = (Array.IndexOf(_languages, LocaleSet.Base), WithScript("Jpan"), Math.Max(WithScript("Hans"), WithScript("Hant")));
        for (var i = 0; i < _languages.Length; i++)
            foreach (var word in words.GetValueOrDefault(_languages[i], "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out _) |= 1UL << i;
    }

    /// <summary>The vocabulary of each language, from its topics, cues and phrases: words parted by spaces, by language.</summary>
    public static ImmutableSortedDictionary<string, string> Learn(LocaleSet locales) => locales.Cultures.Values
        .GroupBy(c => c.Language, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(g => g.Key, g => string.Join(' ', g.SelectMany(Vocabulary).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), StringComparer.Ordinal);

    /// <summary>The likeliest language and how sure that is, 0..1; sure below 0.5 means that the words do not tell.</summary>
    public (string Language, double Sure) Of(string normalised)
    {
        var (kana, han, latin, other) = Letters(normalised);
        var letters = kana + han + latin + other;
        if (letters == 0) return ("", 0);
        // One sign says as much as two letters: a name in kana does not make an English sentence Japanese.
        if (kana > 0 && 2 * (kana + han) >= latin + other && _japanese >= 0) return (_languages[_japanese], Math.Min(0.99, 0.6 + 0.1 * (kana + han)));
        if (han > letters / 2 && Math.Max(_chinese, _japanese) >= 0) return _chinese >= 0 ? (_languages[_chinese], 0.6) : (_languages[_japanese], 0.45);
        if (2 * other >= latin && OfScript(normalised) is { } own) return (own, Math.Min(0.99, 0.6 + 0.1 * other));
        return OfWords(normalised);
    }

    /// <summary>The languages a message may be in, in part or in whole: those whose cues it is worth listening for.</summary>
    /// <param name="normalised">The message.</param>
    /// <param name="spoken">The language of the conversation, if there is one yet.</param>
    public IReadOnlyList<string> Near(string normalised, string? spoken)
    {
        Span<double> known = stackalloc double[_languages.Length], rare = stackalloc double[_languages.Length];
        var words = Count(normalised, known, rare);
        var near = new List<string>(4);
        for (var i = 0; i < _languages.Length; i++)
            if (i == _base || _languages[i] == spoken || (known[i] > 0 && known[i] >= 0.3 * words) || InScript(i, normalised)) near.Add(_languages[i]);
        return near;
    }

    private (string, double) OfWords(string normalised)
    {
        Span<double> known = stackalloc double[_languages.Length], rare = stackalloc double[_languages.Length];
        var words = Count(normalised, known, rare);
        if (words == 0) return ("", 0);
        var (best, second) = (_base, -1);
        for (var i = 0; i < rare.Length; i++)
            if (i != _base && rare[i] > rare[best]) (best, second) = (i, best);
            else if (i != best && (second < 0 || rare[i] > rare[second])) second = i;
        var share = known[best] / words;
        var apart = second < 0 ? 1 : Math.Min(1, 0.5 + (rare[best] - rare[second]) / Math.Max(rare[best], 1e-9));
        return (_languages[best], known[best] < 2 ? 0.3 * share : Math.Min(0.98, share * apart * Math.Min(1, 0.55 + 0.15 * words)));
    }

    /// <summary>For each language, how many of the words it knows, and the same with words of many languages counting less.</summary>
    private int Count(string normalised, Span<double> known, Span<double> rare)
    {
        known.Clear();
        rare.Clear();
        var words = 0;
        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in normalised.AsSpan().Split(' '))
        {
            var word = normalised.AsSpan()[range];
            if (!IsWord(word)) continue;
            words++;
            if (!lookup.TryGetValue(word, out var mask)) continue;
            var weight = 1.0 / BitOperations.PopCount(mask);
            for (; mask != 0; mask &= mask - 1)
            {
                var language = BitOperations.TrailingZeroCount(mask);
                known[language]++;
                rare[language] += weight;
            }
        }
        return words;
    }

    private static (int Kana, int Han, int Latin, int Other) Letters(string text)
    {
        var (kana, han, latin, other) = (0, 0, 0, 0);
        foreach (var c in text)
        {
            if (c is >= 'a' and <= 'z') latin++;
            else if (Scripts.IsKana(c)) kana++;
            else if (Scripts.IsHan(c)) han++;
            else if (!char.IsLetter(c)) continue;
            else if (Scripts.IsLatin(c)) latin++;
            else other++;
        }
        return (kana, han, latin, other);
    }

    /// <summary>The language whose script most of the signs are of that are neither Latin nor Chinese; null when we have none.</summary>
    private string? OfScript(string text)
    {
        var (best, most) = (-1, 0);
        for (var i = 0; i < _languages.Length; i++)
            if (_scripts[i].Any(s => s != Scripts.Latin) && text.Count(c => IsOwn(i, c)) is var signs && signs > most) (best, most) = (i, signs);
        return best < 0 ? null : _languages[best];
    }

    private bool InScript(int language, string text)
    {
        foreach (var script in _scripts[language])
            if (script != Scripts.Latin)
                foreach (var c in text)
                    if (c > '\u024F' && Scripts.Has(script, c)) return true;
        return false;
    }

    private bool IsOwn(int language, char c) => Array.Exists(_scripts[language], s => s != Scripts.Latin && Scripts.Has(s, c));

    private int WithScript(string script) => Array.FindIndex(_scripts, s => s.Contains(script));

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsLetter(c) && !Normaliser.IsMark(c)) return false;
        return !word.IsEmpty;
    }

    private static IEnumerable<string> Vocabulary(Culture culture) =>
        culture.Topics.Values.SelectMany(t => t.Examples)
            .Concat(culture.Voice.Phrases.Values.SelectMany(p => p.All()).Select(t => t.Source))
            .Concat(culture.Cues.Groups.Values.SelectMany(g => g).Where(c => c.Path.StartsWith(culture.Tag + "/", StringComparison.Ordinal)).SelectMany(c => Words(c.Pattern.Parts)))
            .SelectMany(t => Normaliser.Plain(t).Split(' '))
            .Where(w => IsWord(w));

    private static IEnumerable<string> Words(PatternPart part) => part switch
    {
        PatternPart.Words words => [words.Text],
        PatternPart.Row row => row.Parts.SelectMany(Words),
        PatternPart.AnyOf any => any.Parts.SelectMany(Words),
        _ => [],
    };
}
