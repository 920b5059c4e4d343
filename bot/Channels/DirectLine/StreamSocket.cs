using System.Net.WebSockets;
using System.Text.Json;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;
using TrustBot.Turns;

namespace TrustBot.Channels.DirectLine;

/// <summary>
/// One open socket: sends what the log holds after what was seen, in the log's order, so the echo of a message comes
/// before its answer (DL-11). What the client sends is only a sign of life.
/// </summary>
internal sealed class StreamSocket(
    WebSocket socket, Conversation conversation, long seen, IConversationStore store, ConversationFeed feed, CancellationToken stopping)
{
    private const int MostBytesIn = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource<(WebSocketCloseStatus Status, string? Reason)> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A newer socket has come for the same conversation.</summary>
    public void MakeRoom() => End(WebSocketCloseStatus.NormalClosure, "collision");

    public async Task Run()
    {
        using var stop = stopping.Register(() => End(WebSocketCloseStatus.EndpointUnavailable, "restart"));
        var listening = Listen();
        try
        {
            await Tell();
        }
        catch (StoreUnavailableException)
        {
            End(WebSocketCloseStatus.InternalServerError, "store");
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The customer is gone, or too slow. The client comes back with its watermark and misses nothing.
            socket.Abort();
            return;
        }
        await Close(listening);
    }

    private async Task Tell()
    {
        using var news = feed.Listen(conversation.Id);
        while (!_end.Task.IsCompleted)
        {
            var lines = await VisibleLines.After(store, conversation, seen, CancellationToken.None);
            seen = lines.Last;
            if (lines.Activities.Count > 0) await Send(lines);
            if (!lines.More) await Task.WhenAny(news.Changed.ReadAsync(CancellationToken.None).AsTask(), _end.Task);
        }
    }

    private async Task Send(VisibleLines lines)
    {
        var set = new ActivitySet { Activities = lines.Activities, Watermark = Watermark.Of(lines.Last) };
        // Not cancelled by the end of the socket: half a frame cannot be followed by a close.
        using var patience = new CancellationTokenSource(Patience);
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(set, ActivityJson.Default.ActivitySet), WebSocketMessageType.Text, true, patience.Token);
    }

    private async Task Listen()
    {
        var buffer = new byte[1024];
        var size = 0;
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                size += part.Count;
                if (size > MostBytesIn)
                {
                    End(WebSocketCloseStatus.MessageTooBig, "too big");
                    return;
                }
                if (part.EndOfMessage) size = 0;
            }
            End(WebSocketCloseStatus.NormalClosure, null);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // Gone without a word; the sender notices by the end it is given.
            End(WebSocketCloseStatus.NormalClosure, null);
        }
    }

    private void End(WebSocketCloseStatus status, string? reason) => _end.TrySetResult((status, reason));

    private async Task Close(Task listening)
    {
        var (status, reason) = await _end.Task;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(status, reason, patience.Token);
            await listening.WaitAsync(patience.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // A client that does not say goodbye is let go.
            socket.Abort();
        }
    }
}
