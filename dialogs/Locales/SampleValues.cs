using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>
/// What stands for the value of a placeholder where a phrase is shown or measured without a conversation: codes, numbers
/// and names that mean nothing in any language, as long as real ones are.
/// </summary>
public static class SampleValues
{
    private static readonly ImmutableSortedDictionary<string, string> Neutral = new Dictionary<string, string>
    {
        ["account"] = "AC-2001", ["agent"] = "Mei", ["amount"] = "49.90", ["area"] = "238801", ["contact"] = "0120-279-338", ["count"] = "4",
        ["date"] = "2026-03-05", ["due"] = "2026-03-08", ["emergency"] = "119", ["eta"] = "15:04", ["fact"] = "LN-1001", ["first"] = "LN-1001",
        ["item"] = "Beam 2", ["key"] = "LN-1001", ["known"] = "LN-1001", ["label"] = "Beam 2", ["line"] = "Lifeline", ["lines"] = "Beam 2: 49.90",
        ["missing"] = "LN-1002", ["name"] = "Mei", ["next"] = "09:00", ["order"] = "LN-1001", ["phone"] = "+65 6123 4567", ["place"] = "2",
        ["policy_days"] = "30", ["reason"] = "LN-1001", ["reference"] = "C-7F3K", ["refund_days"] = "5", ["second"] = "LN-1002", ["slot"] = "LN-1001",
        ["source"] = "Lantern", ["time"] = "15:04", ["topic"] = "LN-1001", ["until"] = "18:00", ["wait"] = "4", ["web"] = "findahelpline.com",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Values by name for a culture; lines of help are those of its own territory, where it has one.</summary>
    /// <param name="humanWord">The culture's word for a human.</param>
    /// <param name="language">The language that emergency numbers are named in.</param>
    /// <param name="territory">The culture's own territory; null where it has none.</param>
    public static ImmutableSortedDictionary<string, string> For(string humanWord, string language, Territory? territory)
    {
        var values = Neutral.SetItem("human_word", humanWord);
        if (territory is null) return values;
        values = values.SetItem("emergency", territory.LocalEmergency.GetValueOrDefault(language, territory.Emergency));
        return territory.Lines.FirstOrDefault(l => l.Kind == "crisis" && l.Phone.Length > 0) is { } line
            ? values.SetItem("line", line.LocalName.Length > 0 && language != "en" ? line.LocalName : line.Name).SetItem("contact", line.Phone)
            : values;
    }
}
