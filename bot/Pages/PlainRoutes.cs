using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using TrustBot.Channels;
using TrustBot.Channels.DirectLine;
using TrustBot.Dialogs.Activities;
using TrustBot.Storage;
using TrustBot.Turns;

namespace TrustBot.Pages;

/// <summary>A chat by ordinary form posts.</summary>
internal static class PlainRoutes
{
    // Long enough for most answers to be there when the page comes back, short enough not to feel stuck.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void Map(WebApplication app)
    {
        var plain = app.MapGroup("/plain").AddEndpointFilter(Refuse).WithMetadata(new RequestSizeLimitAttribute(64 * 1024));
        plain.MapGet("", Get);
        plain.MapPost("", Post);
        plain.MapPost("/new", New);
        plain.MapGet("/transcript", PlainTranscript.Get);
    }

    private static async Task<IResult> Get(
        string? locale, HttpContext http, PlainVisit visit, FrontDoor door, IConversationStore store, Pace pace, IAntiforgery antiforgery, IPageWords allWords)
    {
        var words = allWords.For(locale, http.Request.Headers.AcceptLanguage);
        var id = visit.Read(http.Request);
        if (id is null || await store.Load(id, http.RequestAborted) is null)
        {
            if (pace.Start(http.Connection.RemoteIpAddress) is { } wait) return TooFast(http, wait, words, locale, antiforgery);
            id = visit.Begin(http);
            // The first words, that this is an AI, are said before anything can be asked.
            if (await Arrival.Of(door, Reference(id), words.Culture, http.RequestAborted) is AcceptOutcome.Done done)
                await door.Answered(id, done.Seq, Patience, http.RequestAborted);
        }
        var waiting = await store.Load(id, http.RequestAborted) is { Pending.Length: > 0 };
        return Page(http, words, locale, antiforgery, waiting ? PlainPage.Note(words.Phrase("page-waiting")) : Html.None, 200);
    }

    private static async Task<IResult> Post(
        string? locale, HttpContext http, PlainVisit visit, FrontDoor door, Pace pace, IAntiforgery antiforgery, IPageWords allWords)
    {
        if (await Forged(http, antiforgery) is { } refusal) return refusal;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var text = (form["say"].ToString() is { Length: > 0 } chip ? chip : form["text"].ToString()).Trim();
        if (visit.Read(http.Request) is not { } id || text.Length == 0) return Back(locale);
        var words = allWords.For(locale, http.Request.Headers.AcceptLanguage);
        if (pace.Call(id) is { } wait) return TooFast(http, wait, words, locale, antiforgery);
        switch (await door.Accept(id, Key(form["once"].ToString(), text), Said(id, text, words.Culture), http.RequestAborted))
        {
            case AcceptOutcome.Done done:
                await door.Answered(id, done.Seq, Patience, http.RequestAborted);
                return Back(locale);
            case AcceptOutcome.Busy busy:
                return TooFast(http, busy.RetryAfter, words, locale, antiforgery);
            default:
                return Back(locale);
        }
    }

    private static async Task<IResult> New(string? locale, HttpContext http, IAntiforgery antiforgery)
    {
        if (await Forged(http, antiforgery) is { } refusal) return refusal;
        PlainVisit.End(http);
        return Back(locale);
    }

    private static async ValueTask<object?> Refuse(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (StoreUnavailableException)
        {
            RetryAfter.Say(context.HttpContext.Response, TimeSpan.FromSeconds(2));
            return Results.Problem("What was sent was not kept. Send it again after the time in Retry-After.", statusCode: 503, title: "The chat cannot be kept just now");
        }
    }

    private static async Task<IResult?> Forged(HttpContext http, IAntiforgery antiforgery) =>
        await antiforgery.IsRequestValidAsync(http)
            ? null
            : Results.Problem("Open /plain again and send the form from there; cookies must be allowed.", statusCode: 400, title: "The form did not come from this page");

    private static IResult Page(HttpContext http, PageText words, string? locale, IAntiforgery antiforgery, Html note, int status)
    {
        var page = PlainPage.Of(words, locale, antiforgery.GetAndStoreTokens(http), Pass.Random(9), note);
        PageGuard.Plain(http);
        return Layout.Send(page, status);
    }

    private static IResult TooFast(HttpContext http, TimeSpan wait, PageText words, string? locale, IAntiforgery antiforgery)
    {
        RetryAfter.Say(http.Response, wait);
        return Page(http, words, locale, antiforgery, PlainPage.Note(words.Phrase("page-too-fast")), 429);
    }

    // 303: going back or loading again does not send the words a second time.
    private static SeeOther Back(string? locale) => new SeeOther(Layout.Address("/plain", locale));

    // The words are part of it: a form opened again with "back" may carry new ones, and those must not be lost.
    private static string Key(string once, string text) =>
        $"pg:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{once}\n{text}")))}";

    private static ConversationReference Reference(string id) => new()
    {
        ChannelId = Dialogs.Activities.Channels.Page,
        ConversationId = id,
        User = new ChannelAccount { Id = $"u-{id}", Role = Roles.User },
        Bot = Arrival.BotAccount,
    };

    private static Activity Said(string id, string text, string culture)
    {
        var reference = Reference(id);
        return new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = reference.ChannelId,
            Conversation = new ConversationAccount { Id = id },
            From = reference.User,
            Recipient = reference.Bot,
            Text = text,
            Locale = culture,
        };
    }

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
