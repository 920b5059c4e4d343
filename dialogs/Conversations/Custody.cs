using System.Collections.Frozen;

namespace TrustBot.Dialogs.Conversations;

/// <summary>Who has the conversation. One field, moved only by <see cref="CustodyTable"/>.</summary>
public enum Custody
{
    /// <summary>The AI answers.</summary>
    Bot,
    /// <summary>The AI has offered a human and waits for yes or no; it still answers.</summary>
    Offered,
    /// <summary>In the queue for a human; the AI only keeps the customer informed and safe.</summary>
    Waiting,
    /// <summary>A human has it; the AI is mute.</summary>
    Human,
    /// <summary>Finished; a new message from the customer opens it again.</summary>
    Closed,
}

/// <summary>The only moves custody can make (design §2, promise 4).</summary>
public static class CustodyTable
{
    private static readonly FrozenSet<(Custody, Custody)> Moves = new[]
    {
        (Custody.Bot, Custody.Offered), (Custody.Bot, Custody.Waiting), (Custody.Bot, Custody.Closed),
        (Custody.Offered, Custody.Bot), (Custody.Offered, Custody.Waiting), (Custody.Offered, Custody.Closed),
        (Custody.Waiting, Custody.Human), (Custody.Waiting, Custody.Bot), (Custody.Waiting, Custody.Closed),
        (Custody.Human, Custody.Bot), (Custody.Human, Custody.Waiting), (Custody.Human, Custody.Closed),
        (Custody.Closed, Custody.Bot),
    }.ToFrozenSet();

    /// <summary>Whether custody may move so.</summary>
    public static bool Allows(Custody from, Custody to) => Moves.Contains((from, to));
}

/// <summary>A human agent, as the customer and the log know them.</summary>
/// <param name="Id">The desk account.</param>
/// <param name="Name">The name shown to customers.</param>
public sealed record AgentRef(string Id, string Name);

/// <summary>A conversation's stand in the queue for a human.</summary>
/// <param name="Since">When the waiting began; kept when it comes back to the queue.</param>
/// <param name="Tier">How much hangs on it; the queue is ordered by tier, then by <paramref name="Since"/>.</param>
/// <param name="Reason">Code of the weightiest reason, see <see cref="ReasonCodes"/>.</param>
/// <param name="PlaceTold">The place last told to the customer; 0 when none was.</param>
/// <param name="ToldAt">When the customer was last told something while waiting.</param>
public sealed record QueueStand(DateTimeOffset Since, Tier Tier, string Reason, int PlaceTold, DateTimeOffset ToldAt);
