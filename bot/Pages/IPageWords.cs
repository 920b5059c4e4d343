namespace TrustBot.Pages;

/// <summary>The words of the pages, from the locale files.</summary>
internal interface IPageWords
{
    /// <summary>Words for the locale asked for, else for the browser's <c>Accept-Language</c>, else the default.</summary>
    PageText For(string? localeTag, string? acceptLanguage);
}

/// <summary>A page's words in one culture.</summary>
/// <param name="Culture">BCP 47 tag of the words.</param>
/// <param name="Direction">ltr or rtl.</param>
/// <param name="Phrase">The words for a key, for example <c>page-title</c>.</param>
internal sealed record PageText(string Culture, string Direction, Func<string, string> Phrase);
