using System.Net;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Turns;

/// <summary>Promise 1: kept first, sent after.</summary>
public sealed class KeptFirstTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task NothingIsPushedOrSeenBeforeTheAppendThatContainsIt()
    {
        await using var bot = await WholeBot.Start();
        var tries = 0;
        bot.Store.Before = append => IsAnswer(append) && Interlocked.Increment(ref tries) > 0 ? throw new StoreUnavailableException("The disk is full.") : Task.CompletedTask;
        await bot.Open("c", pushed: true);
        await bot.Say("c", "hello");
        await bot.Until(() => Task.FromResult(Volatile.Read(ref tries) > 1), Second);
        Assert.Empty(bot.Push.Sent);
        Assert.Empty(await bot.Log<Said>("c"));
        Assert.Single((await bot.Now("c")).Pending);

        bot.Store.Before = _ => Task.CompletedTask;
        await bot.Finished("c", Second);
        Assert.Equal(["disclosure", "greeting"], await bot.Phrases("c"));
        Assert.Equal(2, bot.Push.Sent.Count);
    }

    [Fact]
    public async Task WhatCannotBeKeptIsRefusedWithATimeToTryAgainAndHeardWhenItComesAgain()
    {
        await using var bot = await WholeBot.Start();
        var caller = await bot.Caller();
        await bot.Finished(caller.Id);
        bot.Store.Before = _ => throw new StoreUnavailableException("The disk is full.");
        var refused = await caller.Say("hello", "client-1");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "ServiceUnavailable"), (refused.StatusCode, await Support.Caller.ErrorCode(refused)));
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Single(await bot.Log<Accepted>(caller.Id));

        bot.Store.Before = _ => Task.CompletedTask;
        Assert.Equal(HttpStatusCode.OK, (await caller.Say("hello", "client-1")).StatusCode);
        await bot.Finished(caller.Id);
        Assert.Equal(["disclosure", "greeting"], await bot.Phrases(caller.Id));
    }

    [Fact]
    public async Task AStoreThatHangsIsToldToTheChannelAndWhatItWritesLateIsNotWrittenTwice()
    {
        await using var bot = await WholeBot.Start();
        await bot.Open("c");
        var disk = new TaskCompletionSource();
        bot.Store.Before = append => append.DedupeKey is null ? Task.CompletedTask : disk.Task;
        var waiting = bot.Say("c", "hello", "k");
        await bot.Until(() => Task.FromResult(waiting.IsCompleted), Second);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => waiting);

        disk.SetResult();
        await bot.Say("c", "hello", "k");
        await bot.Finished("c", Second);
        Assert.Single(await bot.Log<Accepted>("c"));
        Assert.Equal(["disclosure", "greeting"], await bot.Phrases("c"));
    }

    [Fact]
    public async Task ATurnWhoseAppendHangsSaysNothingAndThenSaysItOnce()
    {
        await using var bot = await WholeBot.Start();
        var (disk, hangs) = (new TaskCompletionSource(), false);
        bot.Store.Before = append =>
        {
            if (!IsAnswer(append)) return Task.CompletedTask;
            Volatile.Write(ref hangs, true);
            return disk.Task;
        };
        await bot.Open("c", pushed: true);
        await bot.Say("c", "hello");
        await bot.Until(() => Task.FromResult(Volatile.Read(ref hangs)));
        // The second word gets its lane when the hanging append has been given up.
        var second = bot.Say("c", "where is my order LN-1001");
        await bot.Until(() => Task.FromResult(second.IsCompletedSuccessfully), Second);
        Assert.Empty(bot.Push.Sent);

        disk.SetResult();
        await bot.Finished("c", Second);
        Assert.Single(await bot.Phrases("c"), "disclosure");
        Assert.Equal((await bot.Log<Said>("c")).Select(s => s.Activity.Text), bot.Push.Sent);
        Assert.Equal(2, (await bot.Log<TurnFinished>("c")).SelectMany(t => t.Keys).Distinct().Count());
        Assert.Equal(2, (await bot.Log<TurnFinished>("c")).SelectMany(t => t.Keys).Count());
    }

    [Fact]
    public async Task WhatBecameDurableWithoutOurLearningOfItIsAnsweredOnce()
    {
        await using var bot = await WholeBot.Start();
        await bot.Open("c", pushed: true);
        bot.Store.After = _ => throw new StoreUnavailableException("The line to the disk broke.");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.Say("c", "hello", "k"));
        Assert.Single(await bot.Log<Accepted>("c"));

        await bot.Until(async () => (await bot.Log<Said>("c")).Count > 0, Second);
        bot.Store.After = _ => Task.CompletedTask;
        await bot.Say("c", "hello", "k");
        await bot.Finished("c", Second);
        Assert.Single(await bot.Log<Accepted>("c"));
        Assert.Equal(["disclosure", "greeting"], await bot.Phrases("c"));
    }

    [Fact]
    public async Task WhatWasAcceptedAndNotAnsweredIsTakenUpAtTheNextStart()
    {
        await using var bot = await WholeBot.Start();
        bot.Store.Before = append => IsAnswer(append) ? new TaskCompletionSource().Task : Task.CompletedTask;
        await bot.Open("c", pushed: true);
        Assert.IsType<TrustBot.Turns.AcceptOutcome.Done>(await bot.Say("c", "hello"));
        await bot.Crash();

        await bot.StartAgain();
        await bot.Finished("c");
        Assert.Equal(["disclosure", "greeting"], await bot.Phrases("c"));
        Assert.Equal(2, bot.Push.Sent.Count);
    }

    private static bool IsAnswer(Append append) => append.Events.OfType<TurnFinished>().Any();
}
