using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>Checks that a culture words each register it speaks and never mixes two in one text.</summary>
public static class RegisterLint
{
    /// <summary>Adds what is wrong with a phrase to the faults.</summary>
    public static void Check(Culture culture, Phrase phrase, List<LocaleFault> faults)
    {
        var spoken = culture.Voice.Registers.Spoken.ToList();
        // The nearest register would be taken, and one reply would be spoken in two.
        foreach (var missing in spoken.Where(r => !phrase.Wordings.ContainsKey((r, Mood.Calm))))
            faults.Add(LocaleLint.Fault(phrase, $"the register `{Name(missing)}` is not worded", $"`register` says that {culture.Tag} speaks it: add `{Name(missing)}:`, or write `any:` for all"));
        // It grants a wish for a register, and may name it.
        if (phrase.Key.StartsWith("register-", StringComparison.Ordinal)) return;
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ((register, _), texts) in phrase.Wordings.Where(w => spoken.Contains(w.Key.Item1)))
            foreach (var text in texts)
                foreach (var (mark, other) in Strangers(culture, register, text.Source).Where(m => told.Add($"{register} {m.Mark}")))
                    faults.Add(LocaleLint.Fault(phrase, $"`{mark}` belongs to {Name(other)} and stands in {Name(register)}", $"Say it as {Name(register)} does, or take `{mark}` out of the marks under `address`"));
    }

    /// <summary>Marks of other registers in a text; one that both registers list belongs to both.</summary>
    public static IEnumerable<(string Mark, Register Other)> Strangers(Culture culture, Register register, string text)
    {
        var own = culture.Voice.Address.TryGetValue(register, out var mine) ? mine.Marks : [];
        return from address in culture.Voice.Address
               where address.Key != register && culture.Voice.Registers.Spoken.Contains(address.Key)
               from mark in address.Value.Marks
               where !own.Contains(mark) && Holds(text, mark)
               select (mark, address.Key);
    }

    /// <summary>Whether a text holds a mark as a word; where words are not spaced, or carry endings of syllables, anywhere.</summary>
    private static bool Holds(string text, string mark)
    {
        var (openStart, openEnd) = (mark.StartsWith('*'), mark.EndsWith('*'));
        var word = mark.Trim('*');
        if (word.Length == 0) return false;
        var anywhere = word.Any(c => c is >= '\u0E00' and <= '\u0EFF' or >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3');
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var starts = openStart || at == 0 || !IsWordy(text[at - 1]) || !IsWordy(word[0]);
            var ends = openEnd || at + word.Length == text.Length || !IsWordy(text[at + word.Length]) || !IsWordy(word[^1]);
            if (anywhere || (starts && ends)) return true;
        }
        return false;
    }

    private static bool IsWordy(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static string Name(Register register) => register.ToString().ToLowerInvariant();
}
