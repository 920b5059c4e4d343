using System.Collections.Concurrent;

namespace TrustBot.Channels.DirectLine;

/// <summary>The sockets that are open: one per conversation, the newest wins (DL-07).</summary>
internal sealed class OpenStreams
{
    private readonly ConcurrentDictionary<string, StreamSocket> _streams = new(StringComparer.Ordinal);

    public void Enter(string conversationId, StreamSocket stream)
    {
        StreamSocket? older = null;
        _streams.AddOrUpdate(conversationId, stream, (_, present) =>
        {
            older = present;
            return stream;
        });
        older?.MakeRoom();
    }

    public void Leave(string conversationId, StreamSocket stream) => _streams.TryRemove(new(conversationId, stream));
}
