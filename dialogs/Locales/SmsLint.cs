using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>
/// Checks the short forms for text messages: one part in GSM-7; where the script needs UCS-2 at most three, and the first
/// stands alone, because it is the one that is sure to be read first.
/// </summary>
internal static class SmsLint
{
    private const int MostParts = 3;

    public static void Check(Culture culture, Phrase phrase, Phrase? reference, IReadOnlyDictionary<string, string> samples, List<LocaleFault> faults)
    {
        if (phrase.Sms is not { } sms)
        {
            if (reference?.Sms is not null) faults.Add(LocaleLint.Fault(phrase, "it has no short form", "Add `sms:` with a wording for text messages"));
            return;
        }
        var text = sms.Render(samples, culture.Language);
        var parts = TextMessage.Parts(text);
        if (culture.Script == "Latn" && !TextMessage.IsGsm(text) && parts > 1)
            faults.Add(LocaleLint.Fault(phrase, $"the text message needs {parts} parts, because {Odd(text)} is not in GSM-7", "Write it with plain letters, or shorten it to 70 signs") with { Level = FaultLevel.Warning });
        else if (parts > (TextMessage.IsGsm(text) ? 1 : MostParts))
            faults.Add(LocaleLint.Fault(phrase, $"the text message needs {parts} parts ({TextMessage.Units(text)} units)", $"Shorten it: {TextMessage.GsmAlone} in GSM-7, {MostParts * TextMessage.UcsJoined} in other scripts"));
        if (MustSay(phrase.Key) is { Length: > 0 } values && !values.Any(v => sms.Placeholders.Contains(v) && TextMessage.First(text).Contains(samples.GetValueOrDefault(v, v), StringComparison.Ordinal)))
            faults.Add(LocaleLint.Fault(phrase, $"the first part of the text message does not say {string.Join(" or ", values.Select(v => $"{{{v}}}"))}", "Put it first: the first part must stand alone"));
    }

    /// <summary>What the first part of a safety message says, one of these at least.</summary>
    private static string[] MustSay(string key) => key switch
    {
        "disclosure" or "disclosure-again" => ["human_word"],
        "crisis" or "crisis-territory" or "crisis-line-unsure" => ["contact", "emergency"],
        "crisis-line-closed" or "crisis-territory-closed" => ["emergency"],
        "care" => ["contact"],
        _ => [],
    };

    private static string Odd(string text) => $"`{text.First(c => !TextMessage.IsGsm(c.ToString()))}`";
}
