using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;

namespace TrustBot.Tests.Support;

/// <summary>The real store behind a door that fails, hangs or lies as a test wants it.</summary>
internal sealed class FaultyStore(IConversationStore inner) : IConversationStore
{
    /// <summary>Runs before an append reaches the store: it may throw, wait, or write something else first.</summary>
    public Func<Append, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs when an append is durable and nobody has been told yet.</summary>
    public Func<Append, Task> After { get; set; } = _ => Task.CompletedTask;

    public IConversationStore Inner => inner;

    public async Task<AppendOutcome> Append(Append append, CancellationToken cancel)
    {
        await Before(append);
        var outcome = await inner.Append(append, cancel);
        await After(append);
        return outcome;
    }

    public Task<Conversation?> Load(string conversationId, CancellationToken cancel) => inner.Load(conversationId, cancel);
    public Task<IReadOnlyList<LogEntry>> Read(string conversationId, long after, int limit, CancellationToken cancel) => inner.Read(conversationId, after, limit, cancel);
    public Task<IReadOnlyList<string>> Due(DateTimeOffset now, int limit, CancellationToken cancel) => inner.Due(now, limit, cancel);
    public Task<IReadOnlyList<string>> WithOpenWork(int limit, CancellationToken cancel) => inner.WithOpenWork(limit, cancel);
    public Task<IReadOnlyList<ConversationRow>> List(IReadOnlyCollection<Custody> custody, int limit, CancellationToken cancel) => inner.List(custody, limit, cancel);
    public Task<IReadOnlyList<TimeSpan>> RecentWaits(int limit, CancellationToken cancel) => inner.RecentWaits(limit, cancel);
}
