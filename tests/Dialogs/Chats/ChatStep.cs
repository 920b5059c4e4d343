using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs.Tests.Chats;

/// <summary>One line of a <c>.chat</c> file.</summary>
internal abstract record ChatStep(int Line, string Text)
{
    /// <summary>The customer writes.</summary>
    internal sealed record UserSays(int Line, string Text, string Words) : ChatStep(Line, Text);

    /// <summary>The bot has said exactly these phrases; none is silence.</summary>
    internal sealed record BotSaid(int Line, string Text, IReadOnlyList<string> Phrases) : ChatStep(Line, Text);

    /// <summary>The desk shows this custody and, when it is given, this reason.</summary>
    internal sealed record DeskShows(int Line, string Text, Custody Custody, string? Reason) : ChatStep(Line, Text);

    /// <summary>An agent does something.</summary>
    internal sealed record DeskDoes(int Line, string Text, DeskDeed Deed) : ChatStep(Line, Text);

    /// <summary>Time passes, and what falls due is done.</summary>
    internal sealed record TimePasses(int Line, string Text, TimeSpan By) : ChatStep(Line, Text);

    /// <summary>From here on the queue for humans stands so.</summary>
    internal sealed record QueueStands(int Line, string Text, QueueFact Queue) : ChatStep(Line, Text);

    /// <summary>From here on a system answers or does not.</summary>
    internal sealed record SystemIs(int Line, string Text, string System, bool Up) : ChatStep(Line, Text);
}

/// <summary>What an agent can do at the desk.</summary>
internal abstract record DeskDeed
{
    internal sealed record Claim(string Agent) : DeskDeed;
    internal sealed record Says(string Words) : DeskDeed;
    internal sealed record Return(string? Agreed) : DeskDeed;
    internal sealed record Requeue : DeskDeed;
    internal sealed record Note(string Words) : DeskDeed;
    internal sealed record ClearDanger : DeskDeed;
    internal sealed record Close(string Outcome, string EscalationRight) : DeskDeed;
}

/// <summary>A conversation as a test, in plain text.</summary>
/// <param name="Path">The file, for messages.</param>
/// <param name="Culture">Locale the channel gives.</param>
/// <param name="Channel">Channel id.</param>
/// <param name="Zone">IANA zone of the customer; null when unknown.</param>
/// <param name="Steps">What happens, in order.</param>
internal sealed record Chat(string Path, string Culture, string Channel, string? Zone, IReadOnlyList<ChatStep> Steps);

/// <summary>What is wrong with a <c>.chat</c> file, or with what the bot did: file, line, and what to do or see.</summary>
internal sealed class ChatFault(string path, int line, string problem) : Exception($"{path}:{line}: {problem}")
{
    public int Line { get; } = line;
}
