namespace TrustBot.Storage.Sqlite;

/// <summary>
/// Opens the store before any other hosted part starts, so that a fault shows before anything listens, and closes it
/// when the last has stopped, in whatever order they were added.
/// </summary>
internal sealed class StoreLifetime(SqliteStore store) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        store.Open();
        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => store.DisposeAsync().AsTask();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
