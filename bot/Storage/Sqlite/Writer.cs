using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace TrustBot.Storage.Sqlite;

/// <summary>
/// The one who writes. All appends that wait are written in one transaction and made durable by one sync; each caller
/// is answered only after that. Versions and dedupe keys are checked before writing, so that a conflict or a
/// duplicate touches no other append.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    /// <summary>How many appends share one commit at most.</summary>
    public const int MostTogether = 256;

    private static readonly long Remembered = TimeSpan.FromHours(24).Ticks;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly Statements _statements;
    private readonly string _path;
    private readonly ILogger _log;
    private readonly Action<SealedAppend> _written;
    private readonly Action<SealedAppend> _inDoubt;
    private readonly Task _loop;

    /// <param name="connection">The connection to write on; the writer owns it.</param>
    /// <param name="path">For messages.</param>
    /// <param name="log">Where failures are told.</param>
    /// <param name="written">Called in the order of commits, before the caller is answered.</param>
    /// <param name="inDoubt">Called when it is not sure what the file holds.</param>
    public Writer(SqliteConnection connection, string path, ILogger log, Action<SealedAppend> written, Action<SealedAppend> inDoubt)
    {
        (_connection, _path, _log, _written, _inDoubt) = (connection, path, log, written, inDoubt);
        _statements = new Statements(connection);
        _loop = Task.Run(Loop);
    }

    /// <summary>Waits its turn. Once it stands in the queue it is not taken out again: its caller must learn what became of it.</summary>
    public async Task<AppendOutcome> Write(SealedAppend append, CancellationToken cancel)
    {
        var waiting = new Waiting(append, new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await _queue.Writer.WriteAsync(waiting, cancel);
        }
        catch (ChannelClosedException e)
        {
            throw new StoreUnavailableException("The store is closed: TrustBot is stopping.", e);
        }
        return await waiting.Answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _statements.Dispose();
        await _connection.DisposeAsync();
    }

    private async Task Loop()
    {
        var together = new List<Waiting>(MostTogether);
        while (await _queue.Reader.WaitToReadAsync())
        {
            together.Clear();
            while (together.Count < MostTogether && _queue.Reader.TryRead(out var waiting)) together.Add(waiting);
            WriteTogether(together);
        }
    }

    private void WriteTogether(List<Waiting> together)
    {
        try
        {
            var outcomes = Commit(together);
            foreach (var (waiting, outcome) in together.Zip(outcomes))
                if (outcome is AppendOutcome.Appended) _written(waiting.Append);
            foreach (var (waiting, outcome) in together.Zip(outcomes))
                waiting.Answer.SetResult(outcome);
        }
        catch (Exception e)
        {
            var told = new StoreUnavailableException(e is SqliteException fault ? SqliteFaults.Tell(fault, _path) : $"The store {_path} failed: {e.Message}", e);
            _log.LogError(e, "{Count} appends were not made durable. {Told}", together.Count, told.Message);
            foreach (var waiting in together)
            {
                _inDoubt(waiting.Append);
                waiting.Answer.TrySetException(told);
            }
        }
    }

    private List<AppendOutcome> Commit(List<Waiting> together)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        _statements.Within(transaction);
        var outcomes = together.ConvertAll(w => Put(w.Append));
        _statements.PruneHeard(together.Max(w => w.Append.At) - Remembered);
        transaction.Commit();
        return outcomes;
    }

    private AppendOutcome Put(SealedAppend append)
    {
        if (append.DedupeHash is { } hash && _statements.Heard(append.Id, hash, append.At - Remembered) is { } seq)
            return new AppendOutcome.Duplicate(seq);
        var (version, waitingSince) = _statements.Stand(append.Id);
        if (version != append.ExpectedVersion) return new AppendOutcome.Conflict();

        if (append.NewWrappedKey is { } wrapped) _statements.PutKey(append.Id, wrapped);
        for (var i = 0; i < append.Entries.Count; i++)
            _statements.PutEvent(append.Id, append.Entries[i].Seq, append.At, append.Payloads[i]);
        if (append.DedupeHash is { } heard) _statements.PutHeard(append.Id, heard, append.Entries[0].Seq, append.At);
        if (append.IsClaim && waitingSince is { } since) _statements.PutWait(append.At, append.At - since);
        _statements.PutConversation(append);
        return new AppendOutcome.Appended(append.Entries);
    }

    private sealed record Waiting(SealedAppend Append, TaskCompletionSource<AppendOutcome> Answer);
}
