using TrustBot.Dialogs.Locales;

namespace TrustBot.Workbench;

/// <summary>A preview for the terminal.</summary>
internal static class PreviewTable
{
    public static IEnumerable<string> Of(LocaleSet locales, Culture culture, string filter)
    {
        yield return $"{culture.Tag} ({culture.Name}), registers: {string.Join(", ", culture.Voice.Registers.Spoken).ToLowerInvariant()}, human word: {culture.Voice.HumanWord}";
        var key = "";
        foreach (var row in PreviewRow.Of(locales, culture).Where(r => r.Key.Contains(filter, StringComparison.Ordinal)))
        {
            if (row.Key != key) yield return $"\n{key = row.Key}";
            yield return $"  {row.How,-28} {row.Text.ReplaceLineEndings(" ")}{(row.Note.Length > 0 ? $"  [{row.Note}]" : "")}";
        }
    }
}
