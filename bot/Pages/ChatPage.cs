namespace TrustBot.Pages;

/// <summary>The page with Web Chat in it.</summary>
internal static class ChatPage
{
    private const string Library = "lib/webchat/webchat.js";

    public static IResult Get(string? locale, HttpContext http, IPageWords allWords, IWebHostEnvironment site)
    {
        var plain = Layout.Address("/plain", locale);
        if (!site.WebRootFileProvider.GetFileInfo(Library).Exists) return Results.Redirect(plain);

        var words = allWords.For(locale, http.Request.Headers.AcceptLanguage);
        var nonce = PageGuard.Scripted(http);
        return Layout.Send(Layout.Page(words, "chat",
            head: Html.Of($"""
                <noscript><meta http-equiv="refresh" content="0; url={plain}"></noscript>
                <script src="/{Library}" defer></script>
                <script src="/js/speakers.js" defer></script>
                <script src="/js/resend.js" defer></script>
                <script src="/js/chat.js" defer></script>
                """),
            actions: Html.Of($"""
                <button type="button" id="human" class="primary">{words.Phrase("page-human-button")}</button>
                <button type="button" id="new">{words.Phrase("page-new")}</button>
                """),
            content: Html.Of($"""
                <section id="conversation" aria-label="{words.Phrase("page-conversation-label")}"
                  data-nonce="{nonce}" data-locale="{words.Culture}" data-ai="{words.Phrase("ai-name")}" data-you="{words.Phrase("page-you")}"
                  data-human="{words.Phrase("chip-human")}" data-message="{words.Phrase("page-message-label")}" data-busy="{words.Phrase("page-too-fast")}">
                <p class="state" role="status">{words.Phrase("page-loading")}</p>
                </section>
                <p class="state" id="failed" role="alert" hidden><span data-why="failed">{words.Phrase("page-failed")}</span>
                <a href="{plain}">{words.Phrase("page-plain-link")}</a></p>
                <noscript><p class="state"><a href="{plain}">{words.Phrase("page-plain-link")}</a></p></noscript>
                """),
            footer: Html.Of($"""<a href="{plain}">{words.Phrase("page-plain-link")}</a>""")));
    }
}
