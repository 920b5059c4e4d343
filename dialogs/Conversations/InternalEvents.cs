namespace TrustBot.Dialogs.Conversations;

/// <summary>
/// Names of the inside activities that run through a turn like any message: what agents do at the desk, timers
/// that fall due, outcomes of effects. Channels refuse them from outside.
/// </summary>
public static class InternalEvents
{
    /// <summary>An agent takes the conversation. From is the agent.</summary>
    public const string Claim = "desk/claim";
    /// <summary>The agent gives it back to the AI. Value: <c>{"agreed":"…"}</c>, what was agreed, optional.</summary>
    public const string Return = "desk/return";
    /// <summary>The agent puts it back into the queue.</summary>
    public const string Requeue = "desk/requeue";
    /// <summary>The agent closes it. Value: a wrap-up <c>{"outcome","escalationRight","note"}</c>.</summary>
    public const string Close = "desk/close";
    /// <summary>The agent writes a note that the customer does not see. The text is in the activity's text.</summary>
    public const string Note = "desk/note";
    /// <summary>The agent says the danger is over.</summary>
    public const string ClearDanger = "desk/clear-danger";
    /// <summary>A due time has come. Value: <c>{"name":"…"}</c>.</summary>
    public const string Timer = "timer/due";
    /// <summary>A deed is finished. Value: <c>{"key","done","detail"}</c>.</summary>
    public const string EffectOutcome = "effect/outcome";
}
