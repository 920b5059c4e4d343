namespace TrustBot.Dialogs.Locales;

/// <summary>
/// Cardinal plural categories by language, for whole numbers and decimals as they are shown.
/// Source: CLDR 45 plurals.xml, https://www.unicode.org/cldr/charts/45/supplemental/language_plural_rules.html
/// </summary>
public static class PluralRules
{
    /// <summary>The category of a number: zero, one, two, few, many or other.</summary>
    /// <param name="language">Language, or a tag that begins with it; one without rules here has only other.</param>
    /// <param name="number">The number with the decimals it is shown with: 1 and 1.0 may differ.</param>
    public static string Category(string language, decimal number)
    {
        // The letters of CLDR: n the absolute value, i its whole part, v and f the visible decimals.
        var n = Math.Abs(number);
        var (i, v) = (decimal.Truncate(n), n.Scale);
        var f = (n - i) * (decimal)Math.Pow(10, v);
        var (whole, millions) = (v == 0, v == 0 && i != 0 && i % 1_000_000 == 0);
        return Language(language) switch
        {
            "ja" or "ko" or "zh" or "th" or "vi" or "ms" or "id" => "other",
            "en" or "de" => whole && i == 1 ? "one" : "other",
            "fr" or "pt" => i is 0 or 1 ? "one" : millions ? "many" : "other",
            "es" => n == 1 ? "one" : millions ? "many" : "other",
            "ta" => n == 1 ? "one" : "other",
            "hi" => i == 0 || n == 1 ? "one" : "other",
            "fil" => (whole ? i : f) % 10 is not (4 or 6 or 9) ? "one" : "other",
            "ar" when i == n => i switch { 0 => "zero", 1 => "one", 2 => "two", _ => (i % 100) switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => "other" } },
            _ => "other",
        };
    }

    /// <summary>The categories a language needs in every plural; a category left out takes the case other.</summary>
    public static IReadOnlyList<string> Needed(string language) => Language(language) switch
    {
        "ja" or "ko" or "zh" or "th" or "vi" or "ms" or "id" => ["other"],
        "ar" => ["zero", "one", "two", "few", "many", "other"],
        _ => ["one", "other"],
    };

    private static string Language(string tag) => tag.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? tag[..dash] : tag;
}
