using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs;

/// <summary>What a turn comes to: what happened and the new snapshot, or reads it must have first.</summary>
public abstract record TurnResult
{
    /// <summary>The turn is complete: append both together, if the version still stands.</summary>
    /// <param name="Snapshot">The conversation afterwards; its version counts the events.</param>
    /// <param name="Events">What happened, in order.</param>
    public sealed record Done(Conversation Snapshot, ImmutableArray<ConversationEvent> Events) : TurnResult;

    /// <summary>Gather these, then run the turn again with them.</summary>
    public sealed record Needs(ImmutableArray<Need> Reads) : TurnResult;
}
