using System.Collections.Immutable;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Which of our languages a message is written in. Scripts decide where they can; among languages of one script,
/// the share of words that the culture's own files know.
/// </summary>
public sealed class LanguageGuess
{
    private readonly ImmutableDictionary<string, ImmutableHashSet<string>> _words;

    /// <summary>Learns the vocabulary of each language from its topics, cues and phrases.</summary>
    public LanguageGuess(LocaleSet locales)
    {
        _words = locales.Cultures.Values
            .GroupBy(c => c.Language, StringComparer.Ordinal)
            .ToImmutableDictionary(g => g.Key, g => g.SelectMany(Vocabulary).ToImmutableHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>The likeliest language and how sure that is, 0..1; sure below 0.5 means that the words do not tell.</summary>
    public (string Language, double Sure) Of(string normalised)
    {
        var (kana, han, latin, other) = (0, 0, 0, 0);
        foreach (var c in normalised)
        {
            if (c is >= '\u3040' and <= '\u30ff') kana++;
            else if (c is >= '\u3400' and <= '\u9fff') han++;
            else if (c is >= 'a' and <= 'z') latin++;
            else if (char.IsLetter(c)) other++;
        }
        var letters = kana + han + latin + other;
        if (letters == 0) return ("", 0);
        // One sign says as much as two letters: a name in kana does not make an English sentence Japanese.
        if (kana > 0 && 2 * (kana + han) >= latin + other && _words.ContainsKey("ja")) return ("ja", Math.Min(0.99, 0.6 + 0.1 * (kana + han)));
        if (han > letters / 2) return _words.ContainsKey("zh") ? ("zh", 0.6) : ("ja", 0.45);
        var words = normalised.Split(' ').Where(w => w.Length > 0 && w.All(char.IsLetter)).ToArray();
        if (words.Length == 0) return ("", 0);
        var best = _words
            .Select(v => (Language: v.Key, Known: words.Count(v.Value.Contains)))
            .MaxBy(v => (v.Known, v.Language == LocaleSet.Base));
        var share = best.Known / (double)words.Length;
        return (best.Language, best.Known < 2 ? 0.3 * share : Math.Min(0.98, share * Math.Min(1, 0.55 + 0.15 * words.Length)));
    }

    private static IEnumerable<string> Vocabulary(Culture culture) =>
        culture.Topics.Values.SelectMany(t => t.Examples)
            .Concat(culture.Voice.Phrases.Values.SelectMany(p => p.All()).Select(t => t.Source))
            .Concat(culture.Cues.Groups.Values.SelectMany(g => g).Where(c => c.Path.StartsWith(culture.Tag + "/", StringComparison.Ordinal)).SelectMany(c => c.Pattern.Spell().Take(40)).SelectMany(s => s))
            .SelectMany(t => Normaliser.Plain(t).Split(' '))
            .Where(w => w.Length > 0 && w.All(char.IsLetter));
}
