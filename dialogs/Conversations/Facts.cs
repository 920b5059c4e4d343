using System.Collections.Immutable;

namespace TrustBot.Dialogs.Conversations;

/// <summary>A read that a turn needs before it can be run to its end.</summary>
/// <param name="Kind">Which system to ask: order, refund-policy, warehouse, finance, bill, outage, hours, queue.</param>
/// <param name="Key">What to ask it about.</param>
public sealed record Need(string Kind, string Key);

/// <summary>What a system answered.</summary>
public abstract record Fact;

/// <summary>The system knows of no such thing.</summary>
public sealed record NotFound : Fact;

/// <summary>The system did not answer in time or failed: not known, and said so.</summary>
/// <param name="Why">late or failed; for the log.</param>
public sealed record Unavailable(string Why) : Fact;

/// <summary>The queue for humans, as it is now.</summary>
/// <param name="Place">The place this conversation has or would have, from 1.</param>
/// <param name="ExpectedWait">Expected time until a human; null when nothing is known.</param>
/// <param name="AgentsOnline">Agents who can take one.</param>
public sealed record QueueFact(int Place, TimeSpan? ExpectedWait, int AgentsOnline) : Fact;

/// <summary>The facts gathered for a turn; kept per activity across its retries.</summary>
public sealed record Facts(ImmutableDictionary<Need, Fact> Known)
{
    /// <summary>Nothing gathered.</summary>
    public static Facts None { get; } = new(ImmutableDictionary<Need, Fact>.Empty);

    /// <summary>The answer to a need; null when it was not asked yet.</summary>
    public Fact? this[Need need] => Known.GetValueOrDefault(need);

    /// <summary>With one more answer.</summary>
    public Facts With(Need need, Fact fact) => new(Known.SetItem(need, fact));
}
