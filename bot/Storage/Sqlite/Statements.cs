using Microsoft.Data.Sqlite;

namespace TrustBot.Storage.Sqlite;

/// <summary>The writer's statements, prepared once. Used by one thread at a time.</summary>
internal sealed class Statements(SqliteConnection connection) : IDisposable
{
    // More than one commit can add, so that old dedupe keys go as fast as new ones come.
    private const int PrunedAtOnce = 2 * Writer.MostTogether;

    private readonly SqliteCommand _stand = Prepare(connection,
        "SELECT version, waiting_since FROM conversations WHERE id = $id", "$id");

    private readonly SqliteCommand _heard = Prepare(connection,
        "SELECT seq FROM heard WHERE conversation = $id AND hash = $hash AND at > $since", "$id", "$hash", "$since");

    private readonly SqliteCommand _putKey = Prepare(connection,
        "INSERT INTO keys (conversation, wrapped) VALUES ($id, $wrapped)", "$id", "$wrapped");

    private readonly SqliteCommand _putEvent = Prepare(connection,
        "INSERT INTO events (conversation, seq, at, payload) VALUES ($id, $seq, $at, $payload)", "$id", "$seq", "$at", "$payload");

    private readonly SqliteCommand _putHeard = Prepare(connection,
        "INSERT OR REPLACE INTO heard (conversation, hash, seq, at) VALUES ($id, $hash, $seq, $at)", "$id", "$hash", "$seq", "$at");

    private readonly SqliteCommand _putWait = Prepare(connection,
        "INSERT INTO waits (at, waited) VALUES ($at, $waited)", "$at", "$waited");

    private readonly SqliteCommand _prune = Prepare(connection,
        $"DELETE FROM heard WHERE rowid IN (SELECT rowid FROM heard WHERE at <= $until ORDER BY at LIMIT {PrunedAtOnce})", "$until");

    private readonly SqliteCommand _putConversation = Prepare(connection,
        """
        INSERT INTO conversations (id, version, custody, tier, reason, waiting_since, agent, culture, channel, mood, updated, next_due, open_work, snapshot)
        VALUES ($id, $version, $custody, $tier, $reason, $waiting, $agent, $culture, $channel, $mood, $updated, $due, $open, $snapshot)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, custody = excluded.custody, tier = excluded.tier,
            reason = excluded.reason, waiting_since = excluded.waiting_since, agent = excluded.agent, culture = excluded.culture,
            channel = excluded.channel, mood = excluded.mood, updated = excluded.updated, next_due = excluded.next_due,
            open_work = excluded.open_work, snapshot = excluded.snapshot
        """,
        "$id", "$version", "$custody", "$tier", "$reason", "$waiting", "$agent", "$culture", "$channel", "$mood", "$updated", "$due", "$open", "$snapshot");

    /// <summary>The version that stands, 0 for a new conversation, and since when it waits for a human.</summary>
    public (long Version, long? WaitingSince) Stand(string id)
    {
        using var row = Fill(_stand, id).ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt64(1)) : (0, null);
    }

    /// <summary>The sequence at which a dedupe key was heard after a time; null when it was not.</summary>
    public long? Heard(string id, byte[] hash, long since) => (long?)Fill(_heard, id, hash, since).ExecuteScalar();

    public void PutKey(string id, byte[] wrapped) => Fill(_putKey, id, wrapped).ExecuteNonQuery();

    public void PutEvent(string id, long seq, long at, byte[] payload) => Fill(_putEvent, id, seq, at, payload).ExecuteNonQuery();

    public void PutHeard(string id, byte[] hash, long seq, long at) => Fill(_putHeard, id, hash, seq, at).ExecuteNonQuery();

    public void PutWait(long at, long waited) => Fill(_putWait, at, waited).ExecuteNonQuery();

    public void PruneHeard(long until) => Fill(_prune, until).ExecuteNonQuery();

    public void PutConversation(SealedAppend a)
    {
        var c = a.Columns;
        Fill(_putConversation, a.Id, a.Snapshot.Version, c.Custody, c.Tier, c.Reason, c.WaitingSince, a.SealedAgent, c.Culture,
            c.Channel, c.Mood, a.At, c.NextDue, c.OpenWork ? 1 : 0, a.SealedSnapshot).ExecuteNonQuery();
    }

    /// <summary>What is run from now on belongs to this transaction.</summary>
    public void Within(SqliteTransaction transaction)
    {
        foreach (var command in All) command.Transaction = transaction;
    }

    public void Dispose()
    {
        foreach (var command in All) command.Dispose();
    }

    private SqliteCommand[] All => [_stand, _heard, _putKey, _putEvent, _putHeard, _putWait, _prune, _putConversation];

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, params ReadOnlySpan<string> names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static SqliteCommand Fill(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
