using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;

namespace TrustBot.Tests.Support;

/// <summary>A store that forgets with the process; its plug can be pulled.</summary>
internal sealed class InMemoryStore : IConversationStore
{
    private sealed record Kept(Conversation Snapshot, List<LogEntry> Log, Dictionary<string, long> Keys);

    private readonly Dictionary<string, Kept> _kept = [];
    private readonly Lock _lock = new();

    public bool Unplugged { get; set; }

    public Task<Conversation?> Load(string conversationId, CancellationToken cancel) =>
        Locked(() => _kept.GetValueOrDefault(conversationId)?.Snapshot);

    public Task<AppendOutcome> Append(Append append, CancellationToken cancel) => Locked<AppendOutcome>(() =>
    {
        var kept = _kept.GetValueOrDefault(append.Snapshot.Id) ?? new(append.Snapshot, [], []);
        if (append.DedupeKey is { } key && kept.Keys.TryGetValue(key, out var seen)) return new AppendOutcome.Duplicate(seen);
        if (kept.Log.Count != append.ExpectedVersion) return new AppendOutcome.Conflict();
        var entries = append.Events.Select((e, i) => new LogEntry(append.ExpectedVersion + i + 1, append.At, e)).ToList();
        kept.Log.AddRange(entries);
        if (append.DedupeKey is not null) kept.Keys[append.DedupeKey] = append.Snapshot.Version;
        _kept[append.Snapshot.Id] = kept with { Snapshot = append.Snapshot };
        return new AppendOutcome.Appended(entries);
    });

    public Task<IReadOnlyList<LogEntry>> Read(string conversationId, long after, int limit, CancellationToken cancel) =>
        Locked<IReadOnlyList<LogEntry>>(() => [.. (_kept.GetValueOrDefault(conversationId)?.Log ?? []).Where(e => e.Seq > after).Take(limit)]);

    public Task<IReadOnlyList<string>> Due(DateTimeOffset now, int limit, CancellationToken cancel) =>
        Locked<IReadOnlyList<string>>(() => [.. All().Where(c => c.NextDue() <= now).OrderBy(c => c.NextDue()).Take(limit).Select(c => c.Id)]);

    public Task<IReadOnlyList<string>> WithOpenWork(int limit, CancellationToken cancel) =>
        Locked<IReadOnlyList<string>>(() => [.. All().Where(c => c.HasOpenWork()).Take(limit).Select(c => c.Id)]);

    public Task<IReadOnlyList<ConversationRow>> List(IReadOnlyCollection<Custody> custody, int limit, CancellationToken cancel) =>
        Locked<IReadOnlyList<ConversationRow>>(() => []);

    public Task<IReadOnlyList<TimeSpan>> RecentWaits(int limit, CancellationToken cancel) => Locked<IReadOnlyList<TimeSpan>>(() => []);

    private IEnumerable<Conversation> All() => _kept.Values.Select(k => k.Snapshot);

    private Task<T> Locked<T>(Func<T> read)
    {
        if (Unplugged) throw new StoreUnavailableException("The plug is pulled.");
        lock (_lock) return Task.FromResult(read());
    }
}
