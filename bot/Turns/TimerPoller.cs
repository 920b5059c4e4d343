using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;
using ChannelIds = TrustBot.Dialogs.Activities.Channels;

namespace TrustBot.Turns;

/// <summary>
/// Turns due times into activities with deterministic keys, so that a time that falls due twice is heard once; and
/// wakes what was left unfinished when the store could not be reached.
/// </summary>
internal sealed class TimerPoller(IConversationStore store, FrontDoor door, Lanes lanes, TurnOptions options, TimeProvider clock, ILogger<TimerPoller> log) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Poll(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogDebug("No more due times are looked for: TrustBot is stopping.");
        }
    }

    private async Task Poll(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(options.TimersEvery, clock);
        var sweep = clock.GetUtcNow();
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var id in await store.Due(clock.GetUtcNow(), 100, stoppingToken)) await Fire(id, stoppingToken);
                if (clock.GetUtcNow() - sweep < SweepEvery) continue;
                sweep = clock.GetUtcNow();
                foreach (var id in await store.WithOpenWork(1000, stoppingToken)) lanes.Wake(id);
            }
            catch (StoreUnavailableException e)
            {
                log.LogWarning("Due times cannot be read now: {Problem}", e.Message);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it was, the next tick tries again: without this poller nobody who waits hears anything.
                log.LogError(e, "Due times could not be looked for.");
            }
        }
    }

    private async Task Fire(string conversationId, CancellationToken cancel)
    {
        if (await store.Load(conversationId, cancel) is not { } conversation) return;
        foreach (var (name, due) in conversation.Timers.Where(t => t.Value <= clock.GetUtcNow()))
            await door.Accept(conversationId, string.Create(CultureInfo.InvariantCulture, $"timer:{name}:{due.UtcTicks}"), new()
            {
                Type = ActivityTypes.Event,
                Name = InternalEvents.Timer,
                ChannelId = ChannelIds.Timer,
                Value = JsonSerializer.SerializeToElement(new JsonObject { ["name"] = name }),
            }, cancel);
    }
}
