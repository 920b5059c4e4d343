using TrustBot.Dialogs.Conversations;

namespace TrustBot.Storage.Sqlite;

/// <summary>An append serialised and sealed by its caller, so that the one writer has only to write.</summary>
internal sealed record SealedAppend(
    Conversation Snapshot, long ExpectedVersion, long At, IReadOnlyList<LogEntry> Entries, IReadOnlyList<byte[]> Payloads,
    byte[] SealedSnapshot, byte[]? SealedAgent, IndexColumns Columns, byte[]? DedupeHash, byte[] Key, byte[]? NewWrappedKey)
{
    public string Id => Snapshot.Id;

    /// <summary>Whether a human took it out of the queue: then the wait is over and is measured.</summary>
    public bool IsClaim => Entries.Any(e => e.Event is CustodyMoved { From: Custody.Waiting, To: Custody.Human });

    public static SealedAppend Of(Append append, byte[] key, byte[]? newWrappedKey)
    {
        if (append.Events.Count == 0 || append.Snapshot.Version != append.ExpectedVersion + append.Events.Count)
            throw new ArgumentException("The snapshot's version must be the expected version plus the number of events, which is at least one.", nameof(append));
        var seal = new Seal(append.Snapshot.Id, key);
        var entries = append.Events.Select((e, i) => new LogEntry(append.ExpectedVersion + 1 + i, append.At.ToUniversalTime(), e)).ToArray();
        return new SealedAppend(
            append.Snapshot,
            append.ExpectedVersion,
            append.At.UtcTicks,
            entries,
            [.. entries.Select(e => seal.Close(e.Event, ConversationJson.Default.ConversationEvent, Place.Event(e.Seq)))],
            seal.Close(append.Snapshot, ConversationJson.Default.Conversation, Place.Snapshot(append.Snapshot.Version)),
            append.Snapshot.Agent is { } agent ? seal.Close(agent, ConversationJson.Default.AgentRef, Place.Agent(append.Snapshot.Version)) : null,
            IndexColumns.Of(append.Snapshot),
            append.DedupeKey is { } dedupe ? seal.Hash(dedupe) : null,
            key,
            newWrappedKey);
    }
}

/// <summary>Names of the places that sealed bytes are bound to.</summary>
internal static class Place
{
    public static string Event(long seq) => FormattableString.Invariant($"event {seq}");
    public static string Snapshot(long version) => FormattableString.Invariant($"snapshot {version}");
    public static string Agent(long version) => FormattableString.Invariant($"agent {version}");
}
