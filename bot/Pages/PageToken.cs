using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using TrustBot.Channels;
using TrustBot.Channels.DirectLine;

namespace TrustBot.Pages;

/// <summary><c>POST /api/token</c>: gives a page the token of a conversation of its own. The bot hears of it only when the page starts it.</summary>
internal static class PageToken
{
    public static async Task<IResult> Post(
        HttpContext http, Origins origins, Pace pace, DirectLineTokens tokens, IPageWords words, IOptions<DirectLineOptions> options)
    {
        if (!origins.Allow(http.Request, []))
            return Results.Problem("List the site under DirectLine:AllowedOrigins.", statusCode: 403, title: "Pages of this site may not start a chat");
        if (pace.Start(http.Connection.RemoteIpAddress) is { } wait)
        {
            RetryAfter.Say(http.Response, wait);
            return Results.Problem("Try again after the time in Retry-After.", statusCode: 429, title: "Too many chats were started from this address");
        }
        if (await BoundedBody.Read(http.Request, http.RequestAborted, most: 1024) is not { } body || !TryRead(body, out var wanted))
            return Results.Problem("Send nothing, or JSON of the form {\"locale\":\"ja\"}.", statusCode: 400, title: "The body cannot be read");

        var pass = Pass.New();
        var culture = words.For(wanted?.Locale, http.Request.Headers.AcceptLanguage).Culture;
        http.Response.Headers.CacheControl = "no-store";
        var domain = options.Value.PublicUrl?.TrimEnd('/') + DirectLineSetup.Base;
        return Results.Json(
            new PageTokenBody(tokens.Issue(pass), pass.Conversation, pass.User, (int)DirectLineTokens.Life.TotalSeconds, domain, culture),
            PageTokenJson.Default.PageTokenBody);
    }

    private static bool TryRead(ReadOnlyMemory<byte> body, out PageTokenWish? wanted)
    {
        wanted = null;
        if (body.IsEmpty) return true;
        try
        {
            wanted = JsonSerializer.Deserialize(body.Span, PageTokenJson.Default.PageTokenWish);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

internal sealed record PageTokenWish(string? Locale);

internal sealed record PageTokenBody(
    string Token, string ConversationId, string UserId, [property: JsonPropertyName("expires_in")] int ExpiresIn, string Domain, string Locale);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageTokenWish))]
[JsonSerializable(typeof(PageTokenBody))]
internal sealed partial class PageTokenJson : JsonSerializerContext;
