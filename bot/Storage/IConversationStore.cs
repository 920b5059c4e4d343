using TrustBot.Dialogs.Conversations;

namespace TrustBot.Storage;

/// <summary>
/// Keeps conversations: an append-only log and a snapshot beside it, written together.
/// A call that returns has been made durable; a call that throws <see cref="StoreUnavailableException"/> may or may
/// not have been applied, and the caller must not pretend either way.
/// </summary>
internal interface IConversationStore
{
    /// <summary>The snapshot; null when there is no such conversation.</summary>
    Task<Conversation?> Load(string conversationId, CancellationToken cancel);

    /// <summary>
    /// Appends events and replaces the snapshot if the version still stands. Durable when it returns.
    /// </summary>
    Task<AppendOutcome> Append(Append append, CancellationToken cancel);

    /// <summary>Log entries after a sequence, oldest first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<LogEntry>> Read(string conversationId, long after, int limit, CancellationToken cancel);

    /// <summary>Conversations whose earliest due time has come, earliest first.</summary>
    Task<IReadOnlyList<string>> Due(DateTimeOffset now, int limit, CancellationToken cancel);

    /// <summary>Conversations with something accepted and unfinished: taken up again at start.</summary>
    Task<IReadOnlyList<string>> WithOpenWork(int limit, CancellationToken cancel);

    /// <summary>
    /// Conversations in the given custody. <see cref="Custody.Waiting"/>: by tier (high first), then by waiting time.
    /// Others: latest change first.
    /// </summary>
    Task<IReadOnlyList<ConversationRow>> List(IReadOnlyCollection<Custody> custody, int limit, CancellationToken cancel);

    /// <summary>How long the last handoffs waited until a human claimed them, newest first.</summary>
    Task<IReadOnlyList<TimeSpan>> RecentWaits(int limit, CancellationToken cancel);
}

/// <summary>What is to be appended, all of it or nothing.</summary>
/// <param name="Snapshot">The new snapshot; its version is <paramref name="ExpectedVersion"/> plus the number of events.</param>
/// <param name="ExpectedVersion">The version the writer saw; 0 for a new conversation.</param>
/// <param name="Events">The events, in order; their sequences follow the expected version without gaps.</param>
/// <param name="At">Their time, UTC.</param>
/// <param name="DedupeKey">Set when accepting: the same key within 24 hours changes nothing.</param>
internal sealed record Append(Conversation Snapshot, long ExpectedVersion, IReadOnlyList<ConversationEvent> Events, DateTimeOffset At, string? DedupeKey = null);

/// <summary>What became of an append.</summary>
internal abstract record AppendOutcome
{
    /// <summary>It is durable.</summary>
    internal sealed record Appended(IReadOnlyList<LogEntry> Entries) : AppendOutcome;
    /// <summary>Someone else wrote first: load again and decide again.</summary>
    internal sealed record Conflict : AppendOutcome;
    /// <summary>The dedupe key was seen before, at this sequence: nothing changed.</summary>
    internal sealed record Duplicate(long Seq) : AppendOutcome;
}

/// <summary>One line of the desk's lists; nothing personal in it.</summary>
internal sealed record ConversationRow(
    string Id, Custody Custody, Tier Tier, string Reason, DateTimeOffset? WaitingSince, string? AgentId, string? AgentName,
    string Culture, string ChannelId, string Mood, DateTimeOffset Updated, long Version);

/// <summary>The store cannot be reached or cannot write: the channel is told so, and may try again.</summary>
internal sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException() { }
    public StoreUnavailableException(string message) : base(message) { }
    public StoreUnavailableException(string message, Exception inner) : base(message, inner) { }
}
