using Microsoft.Data.Sqlite;

namespace TrustBot.Storage.Sqlite;

/// <summary>The tables, as steps forward. A step that has shipped is never changed; a new one is added below it.</summary>
internal static class Schema
{
    // Times are UTC ticks. Columns in clear hold nothing personal; all else is sealed with the conversation's key.
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE keys (conversation TEXT PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID;

        CREATE TABLE conversations (
            id TEXT PRIMARY KEY, version INTEGER NOT NULL, custody TEXT NOT NULL, tier INTEGER NOT NULL, reason TEXT NOT NULL,
            waiting_since INTEGER, agent BLOB, culture TEXT NOT NULL, channel TEXT NOT NULL, mood TEXT NOT NULL,
            updated INTEGER NOT NULL, next_due INTEGER, open_work INTEGER NOT NULL, snapshot BLOB NOT NULL);
        CREATE INDEX conversations_waiting ON conversations (tier DESC, waiting_since) WHERE custody = 'Waiting';
        CREATE INDEX conversations_latest ON conversations (custody, updated DESC);
        CREATE INDEX conversations_due ON conversations (next_due) WHERE next_due IS NOT NULL;
        CREATE INDEX conversations_open ON conversations (updated) WHERE open_work = 1;

        CREATE TABLE events (
            conversation TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, payload BLOB NOT NULL,
            PRIMARY KEY (conversation, seq)) WITHOUT ROWID;

        CREATE TABLE heard (
            conversation TEXT NOT NULL, hash BLOB NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY (conversation, hash));
        CREATE INDEX heard_at ON heard (at);

        CREATE TABLE waits (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, waited INTEGER NOT NULL);
        """,
    ];

    /// <exception cref="StartUpException">The file was written by a newer program.</exception>
    public static void Migrate(SqliteConnection connection, string path)
    {
        // Takes the write lock even when there is nothing to do: a file that cannot be written shows here, at start.
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Run("CREATE TABLE IF NOT EXISTS schema (version INTEGER NOT NULL)");
        var version = connection.Scalar<long?>("SELECT max(version) FROM schema") ?? 0;
        if (version > Steps.Length)
            throw new StartUpException(
                $"{path} was written by a newer TrustBot (schema {version}; this program knows {Steps.Length}). " +
                "Run that newer program, or restore a backup made before it.");
        for (var step = version; step < Steps.Length; step++)
        {
            connection.Run(Steps[step]);
            connection.Run("INSERT INTO schema (version) VALUES ($version)", ("$version", step + 1));
        }
        transaction.Commit();
    }
}
