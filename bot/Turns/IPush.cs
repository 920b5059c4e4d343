using TrustBot.Dialogs.Activities;

namespace TrustBot.Turns;

/// <summary>Pushes a line to a channel that does not read the log itself.</summary>
internal interface IPush
{
    /// <summary>Whether this pushes to the channel of the reference.</summary>
    bool Serves(ConversationReference reference);

    /// <summary>
    /// Sends once. Never throws for what the channel does: a refusal, a time-out and a doubt are outcomes.
    /// </summary>
    Task<PushOutcome> Send(ConversationReference reference, Activity activity, CancellationToken cancel);
}

/// <summary>What became of a push.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Detail">For the desk and the operator; no secret, no message text.</param>
internal sealed record PushOutcome(PushResult Result, string? Detail = null);

/// <summary>How a push ended.</summary>
internal enum PushResult
{
    /// <summary>The channel took it.</summary>
    Delivered,
    /// <summary>The channel will not take it.</summary>
    Refused,
    /// <summary>Nothing reached the channel; it may be tried again.</summary>
    NotSent,
    /// <summary>It may have arrived; it is not repeated.</summary>
    Unknown,
}
