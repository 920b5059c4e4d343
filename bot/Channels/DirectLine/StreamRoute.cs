using TrustBot.Storage;
using TrustBot.Turns;

namespace TrustBot.Channels.DirectLine;

/// <summary>Opens a conversation's stream. Its address carries all rights: the browser sends no header with it.</summary>
internal static class StreamRoute
{
    public static async Task<IResult> Open(
        string id, string? watermark, string? t, HttpContext http, DirectLineTokens tokens, Origins origins,
        IConversationStore store, ConversationFeed feed, OpenStreams open, IHostApplicationLifetime lifetime)
    {
        if (!http.WebSockets.IsWebSocketRequest)
            return DirectLineError.Of(400, "BadArgument", "This address is for WebSockets. Use GET …/activities to ask instead.");
        if (await tokens.TakeStream(id, t ?? "") is not { } pass)
            return DirectLineError.Of(403, "BadArgument", "The stream's address is used up, old or for another conversation. Get a new one with GET /v3/directline/conversations/ID.");
        if (!origins.Allow(http.Request, pass.Origins)) return DirectLineError.OtherSite;
        if (await store.Load(id, http.RequestAborted) is not { } conversation) return DirectLineError.NoConversation;
        if (Watermark.Read(watermark, conversation) is not { } seen) return DirectLineError.BadWatermark;

        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            KeepAliveInterval = TimeSpan.FromSeconds(15),
            KeepAliveTimeout = TimeSpan.FromSeconds(30),
        });
        var stream = new StreamSocket(socket, conversation, seen, store, feed, lifetime.ApplicationStopping);
        open.Enter(id, stream);
        try
        {
            await stream.Run();
        }
        finally
        {
            open.Leave(id, stream);
        }
        return Results.Empty;
    }
}
