using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Tests.Support;
using TrustBot.Turns;

namespace TrustBot.Tests.Turns;

/// <summary>Promise 4: who has it is one field, and is looked at again before every send.</summary>
public sealed class CustodyTests
{
    [Fact]
    public async Task ABotLineThatWaitedWhileAHumanTookOverIsMarkedAndNotSent()
    {
        await using var bot = await WholeBot.Start();
        var channel = new TaskCompletionSource<PushOutcome>();
        bot.Push.Answer = _ => channel.Task;
        await bot.Open("c", pushed: true);
        await bot.Say("c", "hello");
        await bot.Until(() => Task.FromResult(bot.Push.Sent.Count == 1));
        await bot.Say("c", "I want to talk to a human");
        await bot.Until(async () => (await bot.Now("c")).Custody == Custody.Waiting);
        await bot.AtDesk("c", "Ana", InternalEvents.Claim);
        // The claim stands although the channel still holds the first line.
        await bot.Until(async () => (await bot.Now("c")).Custody == Custody.Human);
        await bot.AtDesk("c", "Ana", null, "Hello, Ana here");
        await bot.Until(async () => (await bot.Now("c")).Pending.IsEmpty);
        Assert.Single(bot.Push.Sent);

        channel.SetResult(new(PushResult.Delivered));
        await bot.Finished("c");
        var said = (await bot.Store.Read("c", 0, 1000, default)).Where(e => e.Event is Said).ToDictionary(e => e.Seq, e => (Said)e.Event);
        var stale = Assert.Single(said, s => s.Value.Phrases.Contains("greeting"));
        var mark = Assert.Single(await bot.Log<DeliveryChanged>("c"), d => d.Line == stale.Key);
        Assert.Equal(DeliveryState.Superseded, mark.State);
        Assert.Equal(said.Where(s => s.Key != stale.Key).OrderBy(s => s.Key).Select(s => s.Value.Activity.Text), bot.Push.Sent);
    }

    [Fact]
    public async Task OfManyAgentsWhoClaimAtOnceOneHasIt()
    {
        await using var bot = await WholeBot.Start();
        await Waiting(bot);
        string[] agents = ["Ana", "Ben", "Chi", "Dee"];
        await Task.WhenAll(agents.Select(a => Task.Run(() => bot.AtDesk("c", a, InternalEvents.Claim))));
        await Task.WhenAll(agents.Select(a => Task.Run(() => bot.AtDesk("c", a, null, $"{a} here"))));
        await bot.Finished("c");

        var move = Assert.Single(await bot.Log<CustodyMoved>("c"), m => m.To == Custody.Human);
        Assert.Equal(move.Agent, (await bot.Now("c")).Agent);
        Assert.Single(await bot.Phrases("c"), "human-joined");
        var words = Assert.Single(await bot.Log<Said>("c"), s => s.Speaker == Roles.Agent);
        Assert.Equal($"{move.Agent!.Name} here", words.Activity.Text);
    }

    [Fact]
    public async Task TheBotIsMuteWhileAHumanHasItAndNoOneElseCanEndIt()
    {
        await using var bot = await WholeBot.Start();
        await Waiting(bot);
        await bot.AtDesk("c", "Ana", InternalEvents.Claim);
        await bot.Finished("c");
        var before = (await bot.Log<Said>("c")).Count;

        await bot.Say("c", "where is my order LN-1001");
        await bot.Say("c", "I want to die");
        foreach (var deed in new[] { InternalEvents.Return, InternalEvents.Requeue, InternalEvents.Close, InternalEvents.Claim }) await bot.AtDesk("c", "Ben", deed);
        var now = await bot.Finished("c");
        Assert.Equal((Custody.Human, "Ana", before), (now.Custody, now.Agent!.Id, (await bot.Log<Said>("c")).Count));
        Assert.Equal(Danger.Crisis, now.Danger);
    }

    private static async Task Waiting(WholeBot bot)
    {
        await bot.Open("c");
        await bot.Say("c", "I want to talk to a human");
        Assert.Equal(Custody.Waiting, (await bot.Finished("c")).Custody);
    }
}
