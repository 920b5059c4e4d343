using Microsoft.AspNetCore.Antiforgery;

namespace TrustBot.Pages;

/// <summary>The page without scripts: a form, and the transcript in a frame that keeps loading.</summary>
internal static class PlainPage
{
    public static Html Of(PageText words, string? locale, AntiforgeryTokenSet guard, string once, Html note)
    {
        var here = Layout.Address("/plain", locale);
        return Layout.Page(words, "plain",
            head: Html.None,
            actions: Html.Of($"""
                <form method="post" action="{here}">{Hidden(guard, once)}
                <button class="primary" name="say" value="{words.Phrase("chip-human")}">{words.Phrase("page-human-button")}</button></form>
                <form method="post" action="{Layout.Address("/plain/new", locale)}">{Hidden(guard, once)}
                <button>{words.Phrase("page-new")}</button></form>
                """),
            content: Html.Of($"""
                <iframe loading="lazy" src="{Layout.Address("/plain/transcript", locale)}" title="{words.Phrase("page-conversation-label")}"></iframe>
                {note}
                <form method="post" action="{here}" class="writing">{Hidden(guard, once)}
                <label for="text">{words.Phrase("page-message-label")}</label>
                <textarea id="text" name="text" rows="2" maxlength="4000" autofocus required></textarea>
                <button class="primary">{words.Phrase("page-send")}</button>
                </form>
                """),
            footer: Html.Of($"""<a href="{Layout.Address("/", locale)}">{words.Phrase("page-chat-link")}</a>"""));
    }

    public static Html Note(string words) => Html.Of($"""<p class="state" role="status">{words}</p>""");

    /// <summary>What each form carries: proof that it is ours, and a mark by which a form sent twice is taken once.</summary>
    public static Html Hidden(AntiforgeryTokenSet guard, string once) => Html.Of($"""
        <input type="hidden" name="{guard.FormFieldName}" value="{guard.RequestToken}"><input type="hidden" name="once" value="{once}">
        """);
}
