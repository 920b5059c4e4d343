using Microsoft.Extensions.Logging.Abstractions;
using TrustBot.Dialogs.Conversations;
using TrustBot.Tests.Support;
using TrustBot.Turns;

namespace TrustBot.Tests.Turns;

public sealed class TimerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task WhoeverWaitsHearsFromUsWhenTheTimeComesUnderAKeyThatFollowsFromIt()
    {
        await using var bot = await WholeBot.Start();
        await bot.Open("c");
        await bot.Say("c", "I want to talk to a human");
        var due = (await bot.Finished("c")).Timers["queue"];
        Assert.True(due > bot.Clock.GetUtcNow());
        bot.Clock.Advance(due - bot.Clock.GetUtcNow() - Second);
        await bot.Finished("c");
        Assert.DoesNotContain("waiting-still", await bot.Phrases("c"));

        await bot.Until(async () => (await bot.Phrases("c")).Contains("waiting-still"), Second);
        Assert.Contains(await bot.Log<Accepted>("c"), a => a.Key == $"timer:queue:{due.UtcTicks}");
        Assert.True((await bot.Finished("c")).Timers["queue"] > bot.Clock.GetUtcNow());
    }

    [Fact]
    public async Task ATimeThatTwoPollersFindIsHeardOnce()
    {
        await using var bot = await WholeBot.Start();
        using var second = new TimerPoller(bot.Store, bot.Of<FrontDoor>(), bot.Of<Lanes>(), bot.Of<TurnOptions>(), bot.Clock, NullLogger<TimerPoller>.Instance);
        await second.StartAsync(default);
        await bot.Open("c");
        await bot.Say("c", "I want to talk to a human");
        await bot.Finished("c");
        await bot.Until(async () => (await bot.Phrases("c")).Count(p => p == "waiting-still") == 3, Second);
        await second.StopAsync(default);
        var timers = (await bot.Log<Accepted>("c")).Select(a => a.Key).Where(k => k.StartsWith("timer:", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, timers.Count);
        Assert.Equal(3, timers.Distinct().Count());
    }

    [Fact]
    public async Task ATimeThatPassedWhileTheBotWasDownIsKeptAtTheNextStart()
    {
        await using var bot = await WholeBot.Start();
        await bot.Open("c");
        await bot.Say("c", "I want to talk to a human");
        await bot.Finished("c");
        await bot.Crash();
        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        await bot.StartAgain();
        await bot.Until(async () => (await bot.Phrases("c")).Contains("waiting-still"), Second);
        Assert.Single(await bot.Phrases("c"), "waiting-still");
    }

    [Fact]
    public async Task APollerThatFailsOnceGoesOn()
    {
        await using var bot = await WholeBot.Start();
        await bot.Open("c");
        await bot.Say("c", "I want to talk to a human");
        await bot.Finished("c");
        var broken = 0;
        bot.Store.Before = append => append.DedupeKey?.StartsWith("timer:", StringComparison.Ordinal) == true && Interlocked.Increment(ref broken) < 3
            ? throw new InvalidOperationException("Nobody expects this.") : Task.CompletedTask;
        await bot.Until(async () => (await bot.Phrases("c")).Contains("waiting-still"), Second);
        Assert.True(broken >= 3);
    }
}
