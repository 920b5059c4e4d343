using TrustBot.Storage;

namespace TrustBot.Turns;

/// <summary>At start, what was accepted and not finished is taken up again (promise 1).</summary>
internal sealed class TakeUpAgain(IConversationStore store, Lanes lanes, TurnRunner runner, ILogger<TakeUpAgain> log) : IHostedService
{
    private const int AtOnce = 10_000;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        lanes.RunWith(runner.Run);
        var open = await store.WithOpenWork(AtOnce, cancellationToken);
        if (open.Count > 0) log.LogInformation("{Count} conversations have unfinished work; it is taken up again.", open.Count);
        foreach (var id in open) lanes.Wake(id);
    }

    /// <summary>Lets running turns finish; what does not is taken up at the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        while (runner.Busy && !cancellationToken.IsCancellationRequested)
            await Task.Delay(50, CancellationToken.None);
    }
}
