using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TrustBot.BackOffice;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Topics;
using TrustBot.Storage;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Turns;

/// <summary>Promise 3: a system may break, a store may not.</summary>
public sealed class BrokenSystemsTests
{
    private static readonly (string, string)[] Hasty = [("Turns:GatherMilliseconds", "150"), ("Turns:DeedMilliseconds", "1000")];

    [Theory]
    [InlineData("throws")]
    [InlineData("throws at once")]
    [InlineData("never answers")]
    [InlineData("blocks its thread")]
    [InlineData("answers nothing")]
    [InlineData("answers something else")]
    [InlineData("gives up")]
    public async Task ASystemThatDoesNotAnswerIsNotKnownAndSaidSo(string how)
    {
        using var end = new ManualResetEventSlim();
        var orders = new Source(FactKinds.Order, (_, cancel) => how switch
        {
            "throws" => Task.Run<Fact>(Fact () => throw new InvalidOperationException("out of order"), cancel),
            "throws at once" => throw new InvalidOperationException("out of order"),
            "never answers" => new TaskCompletionSource<Fact>().Task,
            "blocks its thread" => Blocked(end),
            "answers nothing" => Task.FromResult<Fact>(null!),
            "answers something else" => Task.FromResult<Fact>(new HoursFact(true, Some.Noon)),
            _ => Task.FromCanceled<Fact>(new(true)),
        });
        await using var bot = await WholeBot.Start(services => Replace(services, orders), Hasty);
        await bot.Open("c");
        await bot.Say("c", "where is my order LN-1001");
        await bot.Finished("c");
        end.Set();

        Assert.Equal(["disclosure", "system-unavailable"], await bot.Phrases("c"));
        Assert.Empty(await bot.Log<TurnFailed>("c"));
        Assert.Equal(1, orders.Calls);
    }

    [Fact]
    public async Task WhatOneDepartmentDoesNotKnowIsSaidTogetherWithWhatTheOthersDo()
    {
        var finance = new Source(FactKinds.Finance, (_, _) => Task.FromResult<Fact>(new HoursFact(true, Some.Noon)));
        await using var bot = await WholeBot.Start(services => Replace(services, finance), Hasty);
        await bot.Open("c");
        await bot.Say("c", "where is my refund for LN-1002");
        await bot.Finished("c");
        Assert.Contains("refund-partly", await bot.Phrases("c"));
    }

    [Fact]
    public async Task ReadsAreGatheredOnceAndKeptWhenAnotherWroteFirst()
    {
        var orders = new Source(FactKinds.Order, (number, _) => Task.FromResult<Fact>(
            new OrderFact(number, new(Some.Effect.Data.Clear().Add("en", "router")), OrderStatus.Shipped, Some.Noon, null)));
        await using var bot = await WholeBot.Start(services => Replace(services, orders), Hasty);
        await bot.Open("c");
        var rivals = 3;
        bot.Store.Before = async append =>
        {
            if (!append.Events.OfType<TurnFinished>().Any() || Interlocked.Decrement(ref rivals) < 0) return;
            var seen = (await bot.Store.Inner.Load("c", default))!;
            await bot.Store.Inner.Append(Some.Changing(seen, c => c), default);
        };
        await bot.Say("c", "where is my order LN-1001");
        await bot.Finished("c");

        Assert.Equal(3, (await bot.Log<Noted>("c")).Count);
        Assert.Equal(["disclosure", "order-shipped"], await bot.Phrases("c"));
        Assert.Equal(1, orders.Calls);
    }

    [Fact]
    public async Task ADeedThatCannotBeDoneBreaksItsPromiseOpenlyAndCallsAHuman()
    {
        var deed = new Deed((_, _) => throw new InvalidOperationException("out of order"));
        await using var bot = await WholeBot.Start(services => Replace(services, deed), Hasty);
        await Complain(bot);
        var now = await bot.Finished("c", TimeSpan.FromMilliseconds(100));

        Assert.Equal((3, Custody.Waiting), (deed.Calls, now.Custody));
        Assert.Single(await bot.Log<EffectFinished>("c"), e => !e.Done);
        Assert.Equal("broken", Assert.Single(now.Promises).State);
        Assert.Contains("system-unavailable", await bot.Phrases("c"));
    }

    [Fact]
    public async Task ADeedThatHangsHoldsUpNoAnswerAndIsGivenUp()
    {
        var deed = new Deed((_, _) => new TaskCompletionSource<string>().Task);
        await using var bot = await WholeBot.Start(services => Replace(services, deed), Hasty);
        await Complain(bot);
        await bot.Until(() => Task.FromResult(deed.Calls == 1));
        await bot.Say("c", "where is my order LN-1001");
        await bot.Until(async () => (await bot.Phrases("c")).Contains("order-delayed"));
        Assert.Equal(1, deed.Calls);

        var now = await bot.Finished("c", TimeSpan.FromMilliseconds(250));
        Assert.Equal((3, Custody.Waiting), (deed.Calls, now.Custody));
    }

    private static async Task Complain(WholeBot bot)
    {
        await bot.Open("c");
        await bot.Say("c", "I want to make a complaint");
        await bot.Finished("c");
        await bot.Say("c", "the router broke twice and nobody called me back as you had promised");
    }

    private static Task<Fact> Blocked(ManualResetEventSlim end)
    {
        end.Wait();
        return Task.FromResult<Fact>(new NotFound());
    }

    private static void Replace(IServiceCollection services, Source source)
    {
        foreach (var old in services.Where(s => s.ServiceType == typeof(IFactSource) && (s.ImplementationInstance as IFactSource)?.Kind == source.Kind).ToList()) services.Remove(old);
        services.AddSingleton<IFactSource>(source);
    }

    private static void Replace(IServiceCollection services, Deed deed)
    {
        services.RemoveAll<IDeed>();
        services.AddSingleton<IDeed>(deed);
    }

    private sealed class Source(string kind, Func<string, CancellationToken, Task<Fact>> read) : IFactSource
    {
        private int _calls;
        public int Calls => Volatile.Read(ref _calls);
        public string Kind => kind;

        public Task<Fact> Read(string key, CancellationToken cancel)
        {
            Interlocked.Increment(ref _calls);
            return read(key, cancel);
        }
    }

    private sealed class Deed(Func<Effect, CancellationToken, Task<string>> does) : IDeed
    {
        private int _calls;
        public int Calls => Volatile.Read(ref _calls);
        public string Kind => "file-complaint";

        public Task<string> Do(Effect effect, CancellationToken cancel)
        {
            Interlocked.Increment(ref _calls);
            return does(effect, cancel);
        }
    }
}
