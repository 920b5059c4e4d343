using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Which of our languages a message is written in. Scripts decide where they can; among languages of Latin letters, the
/// pieces of the words (<see cref="LanguageModel"/>) and the words that the cultures' own files know, most of all those
/// that few of them know. A language that is none of ours leaves ours unlikely.
/// </summary>
public sealed class LanguageGuess
{
    /// <summary>What a word that only one language's files know adds to that language, in log-odds.</summary>
    private const double WordKnown = 0.4;

    /// <summary>By so much, in log-odds, a customer stays with the language of the conversation.</summary>
    private const double Staying = 3;

    /// <summary>More known words than these say no more.</summary>
    private const double MostKnown = 30;

    /// <summary>So many of the words of a message, in its own language, that language's files know at least.</summary>
    private const double Familiar = 0.65;

    /// <summary>So many Chinese characters in a row without kana are seldom Japanese.</summary>
    private const int LongForHan = 8;

    private readonly string[] _languages;
    private readonly int[] _taught;
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
        var model = LanguageModel.Shipped.Languages;
        _taught = [.. _languages.Select(l => model.IndexOf(l) is >= 0 and var at ? at : model.IndexOf(LanguageModel.Other))];
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
    /// <param name="normalised">The message.</param>
    /// <param name="spoken">The language of the conversation, if there is one yet: who has spoken it likely goes on, and its neighbours must be plain to be heard.</param>
    public (string Language, double Sure) Of(string normalised, string? spoken = null)
    {
        var (kana, han, latin, other) = Letters(normalised);
        var letters = kana + han + latin + other;
        if (letters == 0) return ("", 0);
        // One sign says as much as two letters: a name in kana does not make an English sentence Japanese.
        if (kana > 0 && 2 * (kana + han) >= latin + other && _japanese >= 0) return (_languages[_japanese], Math.Min(0.99, 0.6 + 0.1 * (kana + han)));
        if (han > letters / 2 && Math.Max(_chinese, _japanese) >= 0) return OfHan(normalised, han);
        if (2 * other >= latin && OfScript(normalised) is { } own) return (own, Math.Min(0.99, 0.6 + 0.1 * other));
        // What is written in other letters is not said by these words.
        var (language, sure) = OfWords(normalised, spoken);
        return (language, sure * latin / (latin + other + 2 * (kana + han)));
    }

    /// <summary>The languages a message may be in, in part or in whole: those whose cues it is worth listening for.</summary>
    /// <param name="normalised">The message.</param>
    /// <param name="spoken">The language of the conversation, if there is one yet.</param>
    public IReadOnlyList<string> Near(string normalised, string? spoken)
    {
        Span<double> known = stackalloc double[_languages.Length], rare = stackalloc double[_languages.Length], own = stackalloc double[_languages.Length];
        var words = Count(normalised, known, rare, own);
        var near = new List<string>(4);
        var kana = normalised.AsSpan().ContainsAnyInRange('\u3041', '\u30FA');
        for (var i = 0; i < _languages.Length; i++)
            if (i == _base || _languages[i] == spoken || (own[i] > 0 && known[i] >= 0.3 * words) || (!(kana && i == _chinese) && InScript(i, normalised))) near.Add(_languages[i]);
        return near;
    }

    private (string, double) OfWords(string normalised, string? spoken)
    {
        Span<double> known = stackalloc double[_languages.Length], rare = stackalloc double[_languages.Length];
        Span<double> chances = stackalloc double[LanguageModel.Width];
        if (Count(normalised, known, rare, known[..0]) is not (> 0 and var counted)) return ("", 0);
        var words = LanguageModel.Shipped.Weigh(normalised, chances);
        // What the files know of a language lifts it above what the model makes of it; the rest keep their chances.
        var (best, most, all) = (0, -1.0, 0.0);
        foreach (var chance in chances[..LanguageModel.Shipped.Languages.Length]) all += chance;
        for (var i = 0; i < _languages.Length; i++)
        {
            var chance = chances[_taught[i]] * Math.Exp(WordKnown * Math.Min(rare[i], MostKnown) + (_languages[i] == spoken ? Staying : 0));
            all += chance - (IsTaught(i) ? chances[_taught[i]] : 0);
            if (chance > most) (best, most) = (i, chance);
        }
        // One word is no sentence: many of them are at home in several languages.
        // Between several that are all unlikely, what everybody writes is English: hello, ok, refund.
        if (most < 0.5 * all && known[_base] == counted) (best, most) = (_base, chances[_taught[_base]]);
        var enough = Math.Min(1, 0.5 + 0.19 * words);
        // A language nobody taught looks like the nearest of those that were; that its words are unknown gives it away.
        return (_languages[best], Math.Min(0.98, most / all) * enough * Math.Min(1, known[best] / (Familiar * counted)));
    }

    /// <summary>Chinese without kana: words of grammar tell it from a Japanese headline, and so does its length.</summary>
    private (string, double) OfHan(string text, int han)
    {
        if (_chinese < 0) return (_languages[_japanese], 0.45);
        var grammar = text.Count(HanPairs.IsChineseGrammar);
        return (_languages[_chinese], grammar > 1 ? 0.97 : grammar == 1 ? 0.9 : han >= LongForHan ? 0.75 : 0.6);
    }

    private bool IsTaught(int language) => LanguageModel.Shipped.Languages[_taught[language]] == _languages[language];

    /// <summary>For each language, how many of the words it knows, and the same with words of many languages counting less.</summary>
    /// <param name="normalised">The message.</param>
    /// <param name="known">Room for one number a language.</param>
    /// <param name="rare">Likewise.</param>
    /// <param name="own">Likewise, for the words that the base language does not know; or no room.</param>
    private int Count(string normalised, Span<double> known, Span<double> rare, Span<double> own)
    {
        own.Clear();
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
            var isOwn = own.Length > 0 && (mask >> _base & 1) == 0;
            for (; mask != 0; mask &= mask - 1)
            {
                var language = BitOperations.TrailingZeroCount(mask);
                known[language]++;
                rare[language] += weight;
                if (isOwn) own[language]++;
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
            .Concat(culture.Cues.Groups.Values.SelectMany(g => g).Where(c => c.Path.StartsWith(culture.Tag + "/", StringComparison.Ordinal)).SelectMany(c => Words(c.Pattern.Parts).SelectMany(w => c.MarksOptional ? [w, Alike.Bare(w)] : new[] { w })))
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
