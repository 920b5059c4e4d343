using System.Collections.Concurrent;

namespace TrustBot.Channels.Connector;

/// <summary>
/// Activities whose answers go out in the response to their own call (expectReplies) and must not be pushed as well
/// (A3113), by dedupe key. Kept in memory: after a crash the waiting caller is gone, and pushing is then right.
/// </summary>
internal sealed class AwaitedReplies(TimeProvider clock)
{
    // Longer than any delivery that was under way when the response left.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<(string Conversation, string Key), DateTimeOffset> _awaited = new();

    /// <summary>The caller waits for the answers. Said before the activity is accepted: its turn may be over at once.</summary>
    public void Expect(string conversationId, string key)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, until) in _awaited)
            if (until < now) _awaited.TryRemove(id, out _);
        _awaited[(conversationId, key)] = now + Kept;
    }

    /// <summary>The caller was told that there is nothing yet: later answers are pushed.</summary>
    public void GiveUp(string conversationId, string key) => _awaited.TryRemove((conversationId, key), out _);

    public bool Has(string conversationId, string key) => _awaited.ContainsKey((conversationId, key));
}
