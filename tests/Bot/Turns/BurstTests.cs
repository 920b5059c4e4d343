using System.Net;
using TrustBot.Dialogs.Conversations;
using TrustBot.Tests.Support;
using TrustBot.Turns;

namespace TrustBot.Tests.Turns;

public sealed class BurstTests
{
    private static readonly TimeSpan Tenth = TimeSpan.FromMilliseconds(100);
    private static readonly (string, string) Settles = ("Turns:SettleMilliseconds", "700");

    [Fact]
    public async Task WordsThatComeInABurstAreReadAsOne()
    {
        await using var bot = await WholeBot.Start(settings: Settles);
        await bot.Open("c");
        await bot.Say("c", "hello");
        await bot.Finished("c", Tenth);
        await bot.Say("c", "i want to");
        bot.Clock.Advance(Tenth * 3);
        await bot.Say("c", "die");
        await bot.Finished("c", Tenth);

        var read = (await bot.Log<Sensed>("c"))[^1];
        Assert.True(read.Last > read.First, "It was read in pieces.");
        Assert.Equal(2, (await bot.Log<Sensed>("c")).Count);
        Assert.Equal(Act.Crisis, (await bot.Log<Decided>("c"))[^1].Decision.Act);
        Assert.Contains(await bot.Phrases("c"), p => p.StartsWith("crisis", StringComparison.Ordinal));
        Assert.Equal(Custody.Waiting, (await bot.Now("c")).Custody);
    }

    [Fact]
    public async Task WordsThatComeJustTooLateForTheBurstAreStillReadTogether()
    {
        await using var bot = await WholeBot.Start(settings: Settles);
        await bot.Open("c");
        await bot.Say("c", "i want to");
        await bot.Finished("c", Tenth);
        await bot.Say("c", "die");
        await bot.Finished("c", Tenth);
        Assert.Equal(Act.Crisis, (await bot.Log<Decided>("c"))[^1].Decision.Act);
    }

    [Fact]
    public async Task DangerDoesNotWaitForMoreWords()
    {
        await using var bot = await WholeBot.Start(settings: Settles);
        await bot.Open("c");
        await bot.Say("c", "hello");
        await bot.Finished("c", Tenth);
        await bot.Say("c", "i want to die");
        // The clock stands still: nothing that settles is answered.
        await bot.Until(async () => (await bot.Now("c")).Custody == Custody.Waiting);
    }

    [Fact]
    public async Task AFloodIsCoalescedAndNothingOfItDropped()
    {
        await using var bot = await WholeBot.Start(settings: Settles);
        await bot.Open("c");
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => bot.Say("c", $"word {i}", $"k{i}"))));
        await bot.Finished("c", Tenth);

        Assert.Equal(100, (await bot.Log<Accepted>("c")).Count);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"k{i}").Order(), (await bot.Log<TurnFinished>("c")).SelectMany(t => t.Keys).Order());
        Assert.InRange((await bot.Log<Sensed>("c")).Count, 1, 4);
    }

    [Fact]
    public async Task BeyondTheMostThatMayWaitTheSenderIsToldWhenToComeAgain()
    {
        await using var bot = await WholeBot.Start(settings: Settles);
        var caller = await bot.Caller();
        await bot.Finished(caller.Id);
        for (var i = 0; i < FrontDoor.MostPending; i++) Assert.Equal(HttpStatusCode.OK, (await caller.Say($"word {i}", $"client-{i}")).StatusCode);
        var refused = await caller.Say("one more", "client-last");
        Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyRequests"), (refused.StatusCode, await Caller.ErrorCode(refused)));
        Assert.Equal(1, refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds);

        await bot.Finished(caller.Id, Tenth);
        Assert.Equal(HttpStatusCode.OK, (await caller.Say("one more", "client-last")).StatusCode);
        await bot.Finished(caller.Id, Tenth);
        Assert.Equal(FrontDoor.MostPending + 1, (await bot.Log<TurnFinished>(caller.Id)).SelectMany(t => t.Keys).Count(k => k.StartsWith("dl:", StringComparison.Ordinal)));
    }
}
