using Microsoft.Extensions.Logging.Abstractions;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Tests.Support;
using TrustBot.Turns;

namespace TrustBot.Tests.Turns;

/// <summary>Promise 6: delivery is honest.</summary>
public sealed class DeliveryTests
{
    private readonly InMemoryStore _store = new();
    private readonly FakeClock _clock = new();
    private readonly FakePush _push = new();
    private readonly Delivery _delivery;

    public DeliveryTests() =>
        _delivery = new(_store, new(NullLogger<Lanes>.Instance), [_push], new(), _clock, NullLogger<Delivery>.Instance);

    [Fact]
    public async Task TheMarkIsDurableBeforeTheSend()
    {
        var line = await Say("one");
        DeliveryState? before = null;
        _push.Answer = async _ =>
        {
            before = (await Marks(line)).LastOrDefault();
            return new(PushResult.Delivered);
        };
        await _delivery.Deliver("c");
        Assert.Equal(DeliveryState.Started, before);
        Assert.Equal([DeliveryState.Started, DeliveryState.Delivered], await Marks(line));
        Assert.Empty((await _store.Load("c", default))!.Undelivered);
    }

    [Fact]
    public async Task NothingIsSentWhenTheMarkCannotBeKept()
    {
        await Say("one");
        _store.Unplugged = true;
        await Assert.ThrowsAnyAsync<Exception>(() => _delivery.Deliver("c"));
        Assert.Empty(_push.Sent);
    }

    [Theory]
    [InlineData(false, 0, true, DeliveryState.Delivered)]
    [InlineData(false, 1, false, DeliveryState.Unknown)]
    [InlineData(true, 1, true, DeliveryState.Delivered)]
    [InlineData(true, 2, false, DeliveryState.Unknown)]
    public async Task AfterACrashOnlyWhatWasNeverStartedIsSentOrWhatMayRepeatOnce(bool mayRepeat, int started, bool sent, DeliveryState last)
    {
        var line = await Say("one", mayRepeat);
        for (var i = 0; i < started; i++) await Mark(line, DeliveryState.Started);
        await _delivery.Deliver("c");
        Assert.Equal(sent ? 1 : 0, _push.Sent.Count);
        Assert.Equal(last, (await Marks(line))[^1]);
        Assert.Empty((await _store.Load("c", default))!.Undelivered);
    }

    [Fact]
    public async Task AChannelThatBreaksInTheMiddleLeavesTheLineUnknownAndTheNextGoesOn()
    {
        var (first, second) = (await Say("one"), await Say("two"));
        _push.Answer = a => a.Text == "one" ? throw new InvalidOperationException("broken") : Task.FromResult(new PushOutcome(PushResult.Delivered));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _delivery.Deliver("c"));
        await _delivery.Deliver("c");
        Assert.Equal(["one", "two"], _push.Sent);
        Assert.Equal([DeliveryState.Started, DeliveryState.Unknown], await Marks(first));
        Assert.Equal([DeliveryState.Started, DeliveryState.Delivered], await Marks(second));
    }

    [Fact]
    public async Task WhatDidNotReachTheChannelIsTriedAgainAndTheOrderIsKept()
    {
        var first = await Say("one");
        await Say("two");
        await Say("three");
        var down = 3;
        _push.Answer = _ => Task.FromResult(new PushOutcome(down-- > 0 ? PushResult.NotSent : PushResult.Delivered));
        await Delivered();
        Assert.Equal(["one", "one", "one", "one", "two", "three"], _push.Sent);
        Assert.Equal(
            [DeliveryState.Started, DeliveryState.NotSent, DeliveryState.Started, DeliveryState.NotSent, DeliveryState.Started, DeliveryState.NotSent, DeliveryState.Started, DeliveryState.Delivered],
            await Marks(first));
    }

    [Fact]
    public async Task AChannelThatIsGoneForAnHourRefusesTheLineAfterFewTries()
    {
        var line = await Say("one", mayRepeat: true);
        _push.Answer = _ => Task.FromResult(new PushOutcome(PushResult.NotSent, "no connection"));
        await Delivered();
        Assert.Equal(DeliveryState.Refused, (await Marks(line))[^1]);
        Assert.InRange(_push.Sent.Count, 12, 40);
        Assert.True(_clock.GetUtcNow() - Some.Noon >= TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData(PushResult.Refused, DeliveryState.Refused)]
    [InlineData(PushResult.Unknown, DeliveryState.Unknown)]
    public async Task ARefusalAndADoubtAreMarkedAndNotRepeated(object result, object expected)
    {
        var (first, second) = (await Say("one"), await Say("two"));
        _push.Answer = a => Task.FromResult(new PushOutcome(a.Text == "one" ? (PushResult)result : PushResult.Delivered, "why"));
        await _delivery.Deliver("c");
        await _delivery.Deliver("c");
        Assert.Equal(["one", "two"], _push.Sent);
        Assert.Equal([DeliveryState.Started, (DeliveryState)expected], await Marks(first));
        Assert.Equal(DeliveryState.Delivered, (await Marks(second))[^1]);
    }

    [Fact]
    public async Task AnAgentsOwnLineIsSentThoughAHumanHasIt()
    {
        var (bots, agents) = (await Say("from the bot"), await Say("from the agent", speaker: Roles.Agent));
        var now = (await _store.Load("c", default))!;
        await _store.Append(Some.Changing(now, c => c with { Custody = Custody.Human }, new CustodyMoved(Custody.Waiting, Custody.Human, "claimed", Some.Agent)), default);
        await _delivery.Deliver("c");
        Assert.Equal(["from the agent"], _push.Sent);
        Assert.Equal([DeliveryState.Superseded], await Marks(bots));
        Assert.Equal(DeliveryState.Delivered, (await Marks(agents))[^1]);
    }

    private async Task Delivered()
    {
        while ((await _store.Load("c", default))!.Undelivered.Length > 0)
        {
            var round = _delivery.Deliver("c");
            while (!round.IsCompleted)
            {
                await Task.Delay(2);
                _clock.Advance(TimeSpan.FromMilliseconds(100));
            }
            await round;
            _clock.Advance(TimeSpan.FromSeconds(5));
        }
    }

    private async Task<long> Say(string text, bool mayRepeat = false, string speaker = Roles.Bot)
    {
        if (await _store.Load("c", default) is not { } now)
        {
            now = Conversation.Open("c", Some.Reference with { ServiceUrl = "http://channel.example" }, null, Some.Noon);
            await _store.Append(new(now, 0, [new Opened(now.Reference, null)], Some.Noon), default);
        }
        await _store.Append(Some.Changing(now, c => c with { Undelivered = c.Undelivered.Add(now.Version + 1) },
            new Said(new() { Type = ActivityTypes.Message, Text = text }, speaker, [], 0, mayRepeat)), default);
        return now.Version + 1;
    }

    private async Task Mark(long line, DeliveryState state) =>
        await _store.Append(Some.Changing((await _store.Load("c", default))!, c => c, new DeliveryChanged(line, state, null)), default);

    private async Task<List<DeliveryState>> Marks(long line) =>
        [.. (await _store.Read("c", 0, 1000, default)).Select(e => e.Event).OfType<DeliveryChanged>().Where(d => d.Line == line).Select(d => d.State)];
}
