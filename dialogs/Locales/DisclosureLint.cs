using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>
/// Checks that every wording of the disclosure, the short form too, says what it must (law: L1, L20): that this is an AI,
/// what it does, what it does not do, what is kept, and how to reach a human. Which words say so is the culture's to tell.
/// </summary>
public static class DisclosureLint
{
    /// <summary>The key of the phrase it checks.</summary>
    public const string Key = "disclosure";

    /// <summary>Facts as <c>disclosure-says</c> names them; the way to a human is the placeholder <c>{human_word}</c>.</summary>
    public static ImmutableArray<string> Facts { get; } = ["ai", "does", "does-not", "kept"];

    /// <summary>Adds what the disclosure leaves out to the faults; other phrases are not looked at.</summary>
    public static void Check(Culture culture, Phrase phrase, List<LocaleFault> faults)
    {
        if (phrase.Key != Key) return;
        foreach (var fact in Facts)
        {
            var words = culture.Voice.DisclosureSays.GetValueOrDefault(fact, []);
            if (words.IsEmpty)
                faults.Add(LocaleLint.Fault(phrase, $"`disclosure-says` does not tell which words say `{fact}`", $"Add under disclosure-says: {fact}: [the words of the disclosure that say it]"));
            else if (phrase.All().FirstOrDefault(t => !words.Any(w => t.Source.Contains(w, StringComparison.OrdinalIgnoreCase))) is { } silent)
                faults.Add(LocaleLint.Fault(phrase, $"a wording does not say `{fact}`: {Beginning(silent.Source)}", $"Say it with one of: {string.Join(", ", words)}"));
        }
    }

    private static string Beginning(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
