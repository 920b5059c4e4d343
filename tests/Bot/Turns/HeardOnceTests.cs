using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;
using TrustBot.Tests.Support;
using TrustBot.Turns;

namespace TrustBot.Tests.Turns;

/// <summary>Promise 2: heard once.</summary>
public sealed class HeardOnceTests
{
    private const string Words = "the parcel came with the router but the power cable was not in the box";

    [Fact]
    public async Task TheSameMessageFiftyTimesAtOnceIsAnsweredOnceAndFilesOneComplaint()
    {
        await using var bot = await WholeBot.Start();
        await bot.Open("c");
        await bot.Say("c", "I want to make a complaint");
        await bot.Finished("c");
        var before = (await bot.Phrases("c")).Count;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => bot.Say("c", Words, "once"))));
        await bot.Finished("c");
        await bot.Say("c", Words, "once");
        await bot.Finished("c");

        Assert.Single(outcomes.Cast<AcceptOutcome.Done>(), o => !o.WasDuplicate);
        Assert.Single(outcomes.Cast<AcceptOutcome.Done>().Select(o => o.Seq).Distinct());
        Assert.Equal(["complaint-filed"], (await bot.Phrases("c")).Skip(before));
        Assert.Single(await bot.Log<EffectRequested>("c"));
        Assert.Single(await bot.Log<EffectFinished>("c"));
        Assert.Single(await File.ReadAllLinesAsync(bot.Book));
    }

    [Fact]
    public async Task ADeedWhoseOutcomeWasLostIsNotDoneTwice()
    {
        await using var bot = await WholeBot.Start();
        await bot.Open("c");
        var lost = 0;
        bot.Store.Before = append => append.DedupeKey?.StartsWith("effect:", StringComparison.Ordinal) == true && Interlocked.Increment(ref lost) > 0
            ? throw new StoreUnavailableException("The disk is full.") : Task.CompletedTask;
        await bot.Say("c", "I want to make a complaint");
        await bot.Until(async () => (await bot.Now("c")).Topic.Asking.Length > 0);
        await bot.Say("c", Words);
        await bot.Until(() => Task.FromResult(Volatile.Read(ref lost) > 0));
        await bot.Crash();

        await bot.StartAgain();
        await bot.Finished("c");
        Assert.Single(await bot.Log<EffectFinished>("c"), e => e.Done);
        Assert.Single(await File.ReadAllLinesAsync(bot.Book));
    }

    [Fact]
    public async Task ACustomerAnnouncedTwiceIsToldOnceWhoSpeaks()
    {
        await using var bot = await WholeBot.Start();
        var caller = await bot.Caller();
        await caller.Start();
        await caller.Post("""{"type":"conversationUpdate","membersAdded":[{"id":"someone"}]}""");
        await caller.Post("""{"type":"event","name":"webchat/join"}""");
        await bot.Finished(caller.Id);
        Assert.Equal(["disclosure"], await bot.Phrases(caller.Id));
    }
}
