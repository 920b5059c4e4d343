namespace TrustBot.Turns;

/// <summary>
/// Work per conversation in the background, at most one round at a time; calls while it goes on are folded into one
/// more round. Different work has its own rounds, so that a slow channel or back office holds up no answer.
/// </summary>
internal sealed class Rounds(Func<string, Task> work, ILogger log)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, bool> _again = new(StringComparer.Ordinal);

    /// <summary>Whether some conversation is being worked on right now.</summary>
    public bool Busy
    {
        get { lock (_gate) return _again.Count > 0; }
    }

    public void Wake(string conversationId)
    {
        lock (_gate)
        {
            var goesOn = _again.ContainsKey(conversationId);
            _again[conversationId] = goesOn;
            if (goesOn) return;
        }
        _ = Task.Run(() => Go(conversationId));
    }

    private async Task Go(string conversationId)
    {
        do
        {
            try
            {
                await work(conversationId);
            }
            catch (Exception e)
            {
                log.LogError(e, "Work on conversation {Conversation} broke off; what was accepted is kept and taken up again.", conversationId);
            }
        }
        while (OnceMore(conversationId));
    }

    private bool OnceMore(string conversationId)
    {
        lock (_gate)
        {
            if (!_again[conversationId]) return !_again.Remove(conversationId);
            _again[conversationId] = false;
            return true;
        }
    }
}
