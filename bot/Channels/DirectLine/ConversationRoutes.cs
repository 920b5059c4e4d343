using System.Text.Json;
using Microsoft.Extensions.Options;
using TrustBot.Dialogs.Activities;
using TrustBot.Storage;
using TrustBot.Turns;

namespace TrustBot.Channels.DirectLine;

/// <summary>Starts a conversation and lets a client come back to it.</summary>
internal static class ConversationRoutes
{
    public static void Map(RouteGroupBuilder directLine)
    {
        directLine.MapPost("/conversations", Start).WithMetadata(new OpensBySecret());
        directLine.MapGet("/conversations/{id}", Reconnect);
    }

    private static async Task<IResult> Start(HttpContext http, IConversationStore store, FrontDoor door, DirectLineTokens tokens, IOptions<DirectLineOptions> options)
    {
        if (await BoundedBody.Read(http.Request, http.RequestAborted) is not { } body) return DirectLineError.TooLarge;
        if (!TryRead(body, out var wanted)) return DirectLineError.Of(400, "BadSyntax", "The body is not JSON of the form {\"locale\":\"en-GB\"}.");
        var pass = DirectLineGate.PassOf(http);
        var isNew = await store.Load(pass.Conversation, http.RequestAborted) is null;
        if (await Arrival.Of(door, Reference(pass), wanted?.Locale, http.RequestAborted) is AcceptOutcome.Busy busy)
            return DirectLineError.Busy(http, busy.RetryAfter);
        // From the beginning: what was said before the socket opens must not be missed (DL-08).
        return Opened(http, pass, tokens, options.Value, 0, isNew ? 201 : 200);
    }

    private static async Task<IResult> Reconnect(string id, string? watermark, HttpContext http, IConversationStore store, DirectLineTokens tokens, IOptions<DirectLineOptions> options)
    {
        if (await store.Load(id, http.RequestAborted) is not { } conversation) return DirectLineError.NoConversation;
        var seen = watermark is null ? conversation.Version : Watermark.Read(watermark, conversation);
        return seen is { } from
            ? Opened(http, DirectLineGate.PassOf(http), tokens, options.Value, from, 200)
            : DirectLineError.BadWatermark;
    }

    private static IResult Opened(HttpContext http, Pass pass, DirectLineTokens tokens, DirectLineOptions options, long seen, int status)
    {
        var here = options.PublicUrl?.TrimEnd('/') ?? $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";
        var stream = $"ws{here["http".Length..]}{DirectLineSetup.Base}/conversations/{pass.Conversation}/stream"
            + $"?watermark={Watermark.Of(seen)}&t={tokens.IssueStream(pass)}";
        var body = new TokenBody(pass.Conversation, tokens.Issue(pass), (int)DirectLineTokens.Life.TotalSeconds, stream);
        return Results.Json(body, DirectLineJson.Default.TokenBody, statusCode: status);
    }

    private static ConversationReference Reference(Pass pass) => new()
    {
        ChannelId = Dialogs.Activities.Channels.DirectLine,
        ConversationId = pass.Conversation,
        User = new ChannelAccount { Id = pass.User, Role = Roles.User },
        Bot = Arrival.BotAccount,
    };

    private static bool TryRead(ReadOnlyMemory<byte> body, out StartBody? wanted)
    {
        wanted = null;
        if (body.IsEmpty) return true;
        try
        {
            wanted = JsonSerializer.Deserialize(body.Span, DirectLineJson.Default.StartBody);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
