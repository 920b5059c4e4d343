using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Storage.Sqlite;

/// <summary>Conversations in one SQLite file that this process alone has open.</summary>
internal sealed class SqliteStore(StoreOptions options, IDataProtectionProvider protection, ILogger<SqliteStore> log) : IConversationStore, IAsyncDisposable
{
    // Bytes of sealed snapshots; as objects they take about three times that.
    private const long MostSnapshotBytes = 32 << 20;

    private readonly string _path = Path.GetFullPath(options.Path);
    private readonly ConversationKeys _keys = new(protection);

    // Filled by the writer alone, so it never holds anything but the last commit.
    private readonly Recent<Conversation> _snapshots = new(MostSnapshotBytes);
    private StoreLock? _lock;
    private Writer? _writer;
    private bool _closed;

    /// <summary>Takes the file for this process, brings its tables up to date and begins to write.</summary>
    /// <exception cref="StartUpException">It cannot be used; the message says what to mend.</exception>
    public void Open()
    {
        if (_writer is not null) return;
        _lock = StoreLock.Take(_path);
        try
        {
            _writer = new Writer(OpenForWriting(), _path, log, Written, append => _snapshots.Forget(append.Id));
        }
        catch (SqliteException e)
        {
            throw new StartUpException(SqliteFaults.Tell(e, _path), e);
        }
        finally
        {
            if (_writer is null) _lock.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer is null) return;
        _closed = true;
        await _writer.DisposeAsync();
        SqliteConnection.ClearPool(Reader());
        _lock!.Dispose();
    }

    public Task<Conversation?> Load(string conversationId, CancellationToken cancel) =>
        _snapshots.TryGet(conversationId, out var recent)
            ? Task.FromResult<Conversation?>(recent)
            : Query(db => Lookup.Snapshot(db, _keys, conversationId), cancel);

    public async Task<AppendOutcome> Append(Append append, CancellationToken cancel)
    {
        var id = append.Snapshot.Id;
        if (append.ExpectedVersion == 0)
        {
            var fresh = Seal.NewKey();
            return await Write(SealedAppend.Of(append, fresh, _keys.Wrap(id, fresh)));
        }
        return (_keys.Known(id) ?? await Query(db => _keys.Find(db, id), cancel)) is { } key
            ? await Write(SealedAppend.Of(append, key, null))
            : new AppendOutcome.Conflict();

        Task<AppendOutcome> Write(SealedAppend ready) => (_writer ?? throw NotOpen()).Write(ready, cancel);
    }

    public Task<IReadOnlyList<LogEntry>> Read(string conversationId, long after, int limit, CancellationToken cancel) =>
        Query(db => Lookup.Entries(db, _keys, conversationId, after, limit), cancel);

    public Task<IReadOnlyList<string>> Due(DateTimeOffset now, int limit, CancellationToken cancel) =>
        Query(db => Lookup.Due(db, now, limit), cancel);

    public Task<IReadOnlyList<string>> WithOpenWork(int limit, CancellationToken cancel) =>
        Query(db => Lookup.WithOpenWork(db, limit), cancel);

    public Task<IReadOnlyList<ConversationRow>> List(IReadOnlyCollection<Custody> custody, int limit, CancellationToken cancel) =>
        Query(db => Lists.Of(db, _keys, custody, limit), cancel);

    public Task<IReadOnlyList<TimeSpan>> RecentWaits(int limit, CancellationToken cancel) =>
        Query(db => Lookup.RecentWaits(db, limit), cancel);

    private SqliteConnection OpenForWriting()
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(Connect(SqliteOpenMode.ReadWriteCreate, pooled: false));
        try
        {
            connection.Open();
            if (connection.Scalar<string>("PRAGMA journal_mode = WAL") is not "wal" and var mode)
                throw new StartUpException(
                    $"{_path} lies where SQLite's write-ahead log does not work (journal mode {mode}). Name a file on a local disk with Store:Path.");
            connection.Run($"PRAGMA synchronous = {(options.SyncIsOff ? "OFF" : "FULL")}; PRAGMA journal_size_limit = {64 << 20}");
            Schema.Migrate(connection, _path);
            _keys.Prove(connection, _path);
            if (options.SyncIsOff) log.LogWarning("Store:Sync is off: a power cut loses what was acknowledged. Use it for benchmarks only.");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs one read. SQLite is synchronous and reads mostly from memory, so a hop to another thread would cost more.</summary>
    private Task<T> Query<T>(Func<SqliteConnection, T> read, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested) return Task.FromCanceled<T>(cancel);
        if (_writer is null) return Task.FromException<T>(NotOpen());
        if (_closed) return Task.FromException<T>(new StoreUnavailableException("The store is closed: TrustBot is stopping."));
        try
        {
            using var connection = Reader();
            connection.Open();
            return Task.FromResult(read(connection));
        }
        catch (SqliteException e)
        {
            log.LogError(e, "The store could not be read.");
            return Task.FromException<T>(new StoreUnavailableException(SqliteFaults.Tell(e, _path), e));
        }
        catch (StoreUnavailableException e)
        {
            log.LogError(e, "The store could not be read.");
            return Task.FromException<T>(e);
        }
    }

    private SqliteConnection Reader() => new(Connect(SqliteOpenMode.ReadOnly, pooled: true));

    private string Connect(SqliteOpenMode mode, bool pooled) =>
        new SqliteConnectionStringBuilder { DataSource = _path, Mode = mode, Pooling = pooled, DefaultTimeout = 5 }.ToString();

    private void Written(SealedAppend append)
    {
        _keys.Keep(append.Id, append.Key);
        _snapshots.Set(append.Id, append.Snapshot, append.SealedSnapshot.Length);
    }

    private static InvalidOperationException NotOpen() => new("SqliteStore.Open was not called.");
}
