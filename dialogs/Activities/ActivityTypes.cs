namespace TrustBot.Dialogs.Activities;

/// <summary>The activity types this bot reads or writes (Activity protocol, "type").</summary>
public static class ActivityTypes
{
    /// <summary>Something was said.</summary>
    public const string Message = "message";
    /// <summary>Something happened; its name says what.</summary>
    public const string Event = "event";
    /// <summary>Members joined or left.</summary>
    public const string ConversationUpdate = "conversationUpdate";
    /// <summary>Someone is typing.</summary>
    public const string Typing = "typing";
    /// <summary>A call that wants an answer in the response.</summary>
    public const string Invoke = "invoke";
    /// <summary>The bot was added or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";
    /// <summary>The other side has ended the conversation.</summary>
    public const string EndOfConversation = "endOfConversation";
}

/// <summary>Channel ids, compared ordinally (A2020).</summary>
public static class Channels
{
    /// <summary>Our own Direct Line endpoint, which the Web Chat page speaks to.</summary>
    public const string DirectLine = "directline";
    /// <summary>The page without scripts.</summary>
    public const string Page = "page";
    /// <summary>Bot Framework Emulator and compatible tools.</summary>
    public const string Emulator = "emulator";
    /// <summary>The terminal.</summary>
    public const string Console = "console";
    /// <summary>The agent desk: inside only, never accepted from outside.</summary>
    public const string Desk = "desk";
    /// <summary>A due time that has come: inside only, never accepted from outside.</summary>
    public const string Timer = "timer";
    /// <summary>The outcome of an effect or a delivery: inside only, never accepted from outside.</summary>
    public const string Effect = "effect";

    /// <summary>Whether the channel id belongs to the inside and must be refused from outside.</summary>
    public static bool IsInternal(string? channelId) => channelId is Desk or Timer or Effect;
}

/// <summary>Who speaks. <c>user</c> and <c>bot</c> are the protocol's; <c>agent</c> is ours and stays inside.</summary>
public static class Roles
{
    /// <summary>The customer.</summary>
    public const string User = "user";
    /// <summary>The AI.</summary>
    public const string Bot = "bot";
    /// <summary>A human agent; written as <c>bot</c> on the wire, with the human's name.</summary>
    public const string Agent = "agent";
}
