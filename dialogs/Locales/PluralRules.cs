namespace TrustBot.Dialogs.Locales;

/// <summary>
/// Cardinal plural categories by language, for whole numbers and decimals as they are shown.
/// Source: CLDR 45 plurals.xml, https://www.unicode.org/cldr/charts/45/supplemental/language_plural_rules.html
/// </summary>
public static class PluralRules
{
    /// <summary>The category of a number: zero, one, two, few, many or other.</summary>
    public static string Category(string language, decimal n)
    {
        var i = decimal.Truncate(n);
        var whole = i == n;
        return Language(language) switch
        {
            "ja" or "ko" or "zh" or "th" or "vi" or "ms" or "id" => "other",
            "en" or "de" => whole && i == 1 ? "one" : "other",
            "fr" => i is 0 or 1 ? "one" : "other",
            "pt" => i is 0 or 1 ? "one" : "other",
            "es" or "ta" => n == 1 ? "one" : "other",
            "hi" => i == 0 || n == 1 ? "one" : "other",
            "fil" => whole && (i is 1 or 2 or 3 || i % 10 is not (4 or 6 or 9)) || !whole ? "one" : "other",
            "ar" when whole => i switch { 0 => "zero", 1 => "one", 2 => "two", _ => (i % 100) switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => "other" } },
            _ => "other",
        };
    }

    /// <summary>The categories a language needs in every plural.</summary>
    public static IReadOnlyList<string> Needed(string language) => Language(language) switch
    {
        "ja" or "ko" or "zh" or "th" or "vi" or "ms" or "id" => ["other"],
        "ar" => ["zero", "one", "two", "few", "many", "other"],
        _ => ["one", "other"],
    };

    private static string Language(string tag) => tag.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? tag[..dash] : tag;
}
