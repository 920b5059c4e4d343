using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using TrustBot.Channels;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;
using TrustBot.Turns;

namespace TrustBot.Pages;

/// <summary>
/// The transcript for browsers without scripts: one response that is kept open, to which each new line is added as it
/// is said. After a while it ends and has itself loaded again, so that no connection stays for ever.
/// </summary>
internal static class PlainTranscript
{
    internal static TimeSpan Kept { get; set; } = TimeSpan.FromMinutes(20);

    public static async Task Get(
        string? locale, HttpContext http, PlainVisit visit, IConversationStore store, ConversationFeed feed,
        IAntiforgery antiforgery, IPageWords allWords, IHostApplicationLifetime lifetime)
    {
        var id = visit.Read(http.Request);
        if (id is null || await store.Load(id, http.RequestAborted) is not { } conversation)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var words = allWords.For(locale, http.Request.Headers.AcceptLanguage);
        var guard = antiforgery.GetAndStoreTokens(http);
        PageGuard.Plain(http);
        http.Response.ContentType = "text/html; charset=utf-8";
        await Write(http, Head(words));

        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        end.CancelAfter(Kept);
        using var news = feed.Listen(id);
        var seen = 0L;
        try
        {
            while (true)
            {
                var lines = await VisibleLines.After(store, conversation, seen, end.Token);
                seen = lines.Last;
                if (lines.Activities.Count > 0)
                    await Write(http, Html.Join(lines.Activities.Where(a => a.Type == ActivityTypes.Message).Select(a => PlainLine.Of(a, words, locale, guard))));
                if (!lines.More) await news.Changed.ReadAsync(end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or StoreUnavailableException && !http.RequestAborted.IsCancellationRequested)
        {
            await Write(http, Html.Of($"""<meta http-equiv="refresh" content="2">"""));
        }
        catch (OperationCanceledException)
        {
            // The customer has gone to another page.
        }
    }

    private static Html Head(PageText words) => Html.Of($"""
        <!doctype html>
        <html lang="{words.Culture}" dir="{words.Direction}">
        <head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>{words.Phrase("page-conversation-label")}</title>
        <link rel="stylesheet" href="/css/chat.css"></head>
        <body class="transcript"><main tabindex="0"><div role="log" aria-live="polite" aria-label="{words.Phrase("page-conversation-label")}">
        """);

    private static async Task Write(HttpContext http, Html html)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(html.Text), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
