using Microsoft.Data.Sqlite;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Storage.Sqlite;

/// <summary>Reads by conversation, by due time, by open work.</summary>
internal static class Lookup
{
    public static Conversation? Snapshot(SqliteConnection db, ConversationKeys keys, string id)
    {
        if (keys.Find(db, id) is not { } key) return null;
        var found = db.Rows(r => (Version: r.GetInt64(0), Box: r.Blob(1)),
            "SELECT version, snapshot FROM conversations WHERE id = $id", ("$id", id));
        return found is [var (version, box)]
            ? new Seal(id, key).Open(box, ConversationJson.Default.Conversation, Place.Snapshot(version))
            : null;
    }

    public static IReadOnlyList<LogEntry> Entries(SqliteConnection db, ConversationKeys keys, string id, long after, int limit)
    {
        if (keys.Find(db, id) is not { } key) return [];
        var seal = new Seal(id, key);
        return db.Rows(
            r => new LogEntry(r.GetInt64(0), r.Time(1), seal.Open(r.Blob(2), ConversationJson.Default.ConversationEvent, Place.Event(r.GetInt64(0)))),
            "SELECT seq, at, payload FROM events WHERE conversation = $id AND seq > $after ORDER BY seq LIMIT $limit",
            ("$id", id), ("$after", after), ("$limit", limit));
    }

    public static IReadOnlyList<string> Due(SqliteConnection db, DateTimeOffset now, int limit) => db.Rows(
        r => r.GetString(0),
        "SELECT id FROM conversations WHERE next_due <= $now ORDER BY next_due LIMIT $limit",
        ("$now", now.UtcTicks), ("$limit", limit));

    public static IReadOnlyList<string> WithOpenWork(SqliteConnection db, int limit) => db.Rows(
        r => r.GetString(0),
        "SELECT id FROM conversations WHERE open_work = 1 ORDER BY updated LIMIT $limit",
        ("$limit", limit));

    public static IReadOnlyList<TimeSpan> RecentWaits(SqliteConnection db, int limit) => db.Rows(
        r => TimeSpan.FromTicks(r.GetInt64(0)),
        "SELECT waited FROM waits ORDER BY id DESC LIMIT $limit",
        ("$limit", limit));
}
