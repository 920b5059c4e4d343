using TrustBot.Dialogs.Conversations;
using TrustBot.Turns;

namespace TrustBot.Desk;

/// <summary>
/// Which agents are at the desk: those with an open event stream, and for a short grace those who had one, so that
/// moving from page to page is not leaving.
/// </summary>
internal sealed class AgentsOnline(TimeProvider clock) : IAgentsOnline
{
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Seat> _seats = new(StringComparer.Ordinal);

    /// <summary>How many agents are at the desk now.</summary>
    public int Count => Now().Count;

    /// <summary>The agents at the desk now, and how many pages each has open.</summary>
    public IReadOnlyList<(AgentRef Agent, int Connections)> Now()
    {
        lock (_gate)
        {
            var left = clock.GetUtcNow() - Grace;
            foreach (var (id, seat) in _seats)
                if (seat.Stays.Count == 0 && seat.Left <= left) _seats.Remove(id);
            return [.. _seats.Values.Select(s => (s.Agent, s.Stays.Count))];
        }
    }

    /// <summary>Whether the agent is at the desk.</summary>
    public bool IsHere(string agentId) => Now().Any(a => a.Agent.Id == agentId);

    /// <summary>An agent's page opened its stream; dispose the stay when it closes.</summary>
    public Stay Arrive(AgentRef agent)
    {
        var stay = new Stay(this, agent.Id);
        lock (_gate)
        {
            if (!_seats.TryGetValue(agent.Id, out var seat)) _seats[agent.Id] = seat = new Seat();
            seat.Agent = agent;
            seat.Stays.Add(stay);
        }
        return stay;
    }

    /// <summary>The agent signed out: gone at once, and every stream of theirs ends.</summary>
    public void SignedOut(string agentId)
    {
        Seat? seat;
        lock (_gate) _seats.Remove(agentId, out seat);
        foreach (var stay in seat?.Stays.ToArray() ?? []) stay.End();
    }

    private void Leave(Stay stay)
    {
        lock (_gate)
        {
            if (!_seats.TryGetValue(stay.AgentId, out var seat)) return;
            seat.Stays.Remove(stay);
            seat.Left = clock.GetUtcNow();
        }
    }

    private sealed class Seat
    {
        public AgentRef Agent { get; set; } = null!;
        public HashSet<Stay> Stays { get; } = [];
        public DateTimeOffset Left { get; set; }
    }

    /// <summary>One open page of an agent.</summary>
    internal sealed class Stay(AgentsOnline online, string agentId) : IDisposable
    {
        private readonly CancellationTokenSource _ended = new();

        public string AgentId => agentId;

        /// <summary>Cancelled when the agent signs out.</summary>
        public CancellationToken Ended => _ended.Token;

        internal void End() => _ended.Cancel();

        // The source holds no timer; leaving it undisposed lets a sign-out that races with this end it safely.
        public void Dispose() => online.Leave(this);
    }
}
