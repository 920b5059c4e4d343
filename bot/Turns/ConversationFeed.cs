using System.Collections.Concurrent;
using System.Threading.Channels;

namespace TrustBot.Turns;

/// <summary>
/// Wakes those who show a conversation when its log has grown: sockets, the desk, a page that waits for an answer.
/// It carries no content: the woken read the log after what they have seen, so a lost wake-up is only a delay.
/// </summary>
internal sealed class ConversationFeed
{
    private readonly ConcurrentDictionary<Channel<string>, string?> _listeners = new();

    /// <summary>Says that a conversation's log has grown.</summary>
    public void Announce(string conversationId)
    {
        foreach (var (listener, wants) in _listeners)
            if (wants is null || wants == conversationId)
                listener.Writer.TryWrite(conversationId);
    }

    /// <summary>Listens to one conversation, or to all when the id is null, until disposed.</summary>
    public Listener Listen(string? conversationId)
    {
        // Eight are enough: whoever is behind reads the log from where it stands, and the oldest wake-ups say nothing more.
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(conversationId is null ? 256 : 8)
        {
            FullMode = BoundedChannelFullMode.DropOldest,
            SingleReader = true,
        });
        _listeners[channel] = conversationId;
        return new Listener(channel, () => _listeners.TryRemove(channel, out _));
    }

    /// <summary>A listener's end of the feed.</summary>
    internal sealed class Listener(Channel<string> channel, Action leave) : IDisposable
    {
        /// <summary>Ids of the conversations that changed.</summary>
        public ChannelReader<string> Changed => channel.Reader;

        public void Dispose() => leave();
    }
}
