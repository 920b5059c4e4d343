using System.Threading.Channels;
using TrustBot.Turns;

namespace TrustBot.Desk;

/// <summary>
/// The wake-ups of one desk page, as server-sent events without content: the woken page asks for what is new.
/// Both events are sent at the start too, so that nothing is missed between page and stream or after a break.
/// </summary>
internal static class DeskStream
{
    internal static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(200);
    internal static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static async Task Run(HttpContext http, string? c, ConversationFeed feed, AgentsOnline online, IHostApplicationLifetime host)
    {
        using var listener = feed.Listen(null);
        using var stay = online.Arrive(DeskAgent.Of(http.User));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping, stay.Ended);

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var open = SafeId(c);
        try
        {
            await Send(http, "retry: 2000\n\n" + Event("inbox") + Event(open), end.Token);
            while (!end.IsCancellationRequested)
                await Send(http, await Next(listener.Changed, open, end.Token), end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The page was closed, the agent signed out or the host stops: the stream just ends.
        }
    }

    private static async Task<string> Next(ChannelReader<string> changed, string? open, CancellationToken end)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(end);
        beat.CancelAfter(Heartbeat);
        try
        {
            await changed.WaitToReadAsync(beat.Token);
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            return ": still here\n\n";
        }
        await Task.Delay(Debounce, end);
        var (mine, many) = (false, 0);
        for (; changed.TryRead(out var id); many++) mine |= id == open;
        // A full channel has dropped wake-ups; one of them may have been for the open conversation.
        return Event("inbox") + (mine || many >= 256 ? Event(open) : "");
    }

    private static string Event(string? name) => name switch
    {
        null => "",
        "inbox" => "event: inbox\ndata: -\n\n",
        _ => $"event: c-{name}\ndata: -\n\n",
    };

    // The id comes back in an event's name: a line break in it would write events of its own.
    private static string? SafeId(string? id) => id is { Length: > 0 and <= 200 } && !id.Any(char.IsControl) ? id : null;

    private static async Task Send(HttpContext http, string text, CancellationToken end)
    {
        await http.Response.WriteAsync(text, end);
        await http.Response.Body.FlushAsync(end);
    }
}
