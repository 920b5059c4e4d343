namespace TrustBot.Pages;

/// <summary>What the customer's pages have in common.</summary>
internal static class Layout
{
    public static Html Page(PageText words, string kind, Html head, Html actions, Html content, Html footer) => Html.Of($"""
        <!doctype html>
        <html lang="{words.Culture}" dir="{words.Direction}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{words.Phrase("page-title")}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/css/chat.css">
        {head}
        </head>
        <body class="{kind}">
        <header>
        <img src="/favicon.svg" alt="" width="40" height="40">
        <div class="naming"><h1>{words.Phrase("page-heading")}</h1><p>{words.Phrase("page-intro")}</p></div>
        <div class="actions">{actions}</div>
        </header>
        <main>
        <p class="ai-note"><span aria-hidden="true">AI</span> {words.Phrase("page-ai-note")}</p>
        {content}
        </main>
        <footer>{footer}</footer>
        </body>
        </html>
        """);

    public static IResult Send(Html page, int status = 200) => Results.Text(page.Text, "text/html; charset=utf-8", statusCode: status);

    /// <summary>The page's address with the locale that was asked for, so that it stays on the way.</summary>
    public static string Address(string path, string? locale) =>
        string.IsNullOrEmpty(locale) ? path : $"{path}?locale={Uri.EscapeDataString(locale)}";
}
