using TrustBot.Dialogs.Conversations;

namespace TrustBot.Desk;

/// <summary>What came of an agent's deed, in words for the agent.</summary>
/// <param name="Done">Whether the conversation is now as the agent wanted it.</param>
/// <param name="Words">The sentence shown.</param>
internal sealed record DeedOutcome(bool Done, string Words)
{
    /// <summary>Words to the customer that did not go out; null when there are none.</summary>
    public string? Unsent { get; init; }

    /// <summary>Whether the front door took nothing in.</summary>
    public bool Refused { get; init; }

    /// <summary>Read from the conversation itself, so that it is true whoever else acted in between.</summary>
    public static DeedOutcome Of(string deed, Conversation now, AgentRef me) => (deed, now.Custody) switch
    {
        (Deeds.Claim, Custody.Human) when now.Agent?.Id == me.Id => new(true, "You have this conversation."),
        (Deeds.Claim, Custody.Human) => new(false, $"Already claimed by {Name(now)}."),
        (Deeds.Claim, Custody.Waiting) => new(false, "It was not claimed. Try again."),
        (Deeds.Claim, _) => new(false, $"It is no longer waiting: it is {DeskWords.Custody(now.Custody)}."),
        (Deeds.Note, _) => new(true, "Note saved."),
        (Deeds.Return, Custody.Bot or Custody.Offered) => new(true, "The AI has it again."),
        (Deeds.Requeue, Custody.Waiting) => new(true, "It is back in the queue."),
        (Deeds.Close, Custody.Closed) => new(true, "Closed."),
        (Deeds.DangerOver, _) when now.Danger == Danger.None => new(true, "The danger is cleared."),
        (_, Custody.Human) when now.Agent?.Id != me.Id => new(false, $"Not done: {Name(now)} has this conversation."),
        _ => new(false, $"Not done: the conversation is {DeskWords.Custody(now.Custody)}."),
    };

    private static string Name(Conversation now) => now.Agent?.Name ?? "someone else";
}
