using System.Collections.Concurrent;

namespace TrustBot.Turns;

/// <summary>
/// One lane per conversation: within this process its writes go one at a time, and at most one runner answers it.
/// Between processes the version of the log is the fence.
/// </summary>
internal sealed class Lanes
{
    private readonly ConcurrentDictionary<string, Lane> _lanes = new();
    private readonly Rounds _answering;
    private Func<string, Task>? _run;

    public Lanes(ILogger<Lanes> log) =>
        _answering = new(id => (_run ?? throw new InvalidOperationException("Lanes.RunWith was not called at start."))(id), log);

    /// <summary>Says what answers a conversation; once, at start.</summary>
    public void RunWith(Func<string, Task> run) => _run = run;

    /// <summary>Waits for the lane and holds it until disposed. Hold it for reads and writes of the store, never for waiting.</summary>
    public async Task<Held> Enter(string conversationId, CancellationToken cancel)
    {
        while (true)
        {
            var lane = _lanes.GetOrAdd(conversationId, static _ => new Lane());
            lock (lane)
            {
                if (lane.Gone) continue;
                lane.Users++;
            }
            try
            {
                await lane.Gate.WaitAsync(cancel);
                return new Held(this, conversationId, lane);
            }
            catch
            {
                Leave(conversationId, lane);
                throw;
            }
        }
    }

    /// <summary>Has the conversation answered in the background; calls while it runs are folded into one more run.</summary>
    public void Wake(string conversationId) => _answering.Wake(conversationId);

    /// <summary>Whether some conversation is being answered right now.</summary>
    public bool Busy => _answering.Busy;

    private void Leave(string conversationId, Lane lane)
    {
        lock (lane)
        {
            if (--lane.Users > 0) return;
            lane.Gone = true;
            _lanes.TryRemove(new(conversationId, lane));
        }
    }

    internal sealed class Lane
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);
        public int Users;
        public bool Gone;
    }

    /// <summary>The lane, held.</summary>
    internal sealed class Held(Lanes lanes, string conversationId, Lane lane) : IDisposable
    {
        public void Dispose()
        {
            lane.Gate.Release();
            lanes.Leave(conversationId, lane);
        }
    }
}
