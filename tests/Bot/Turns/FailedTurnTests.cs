using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TrustBot.Dialogs;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Locales;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Turns;

/// <summary>Promise 5: a turn that fails calls a human.</summary>
public sealed class FailedTurnTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly LocaleFolder Shipped = ShippedLocales.Folder;

    [Theory]
    [InlineData("topics")]
    [InlineData("sense")]
    [InlineData("a phrase")]
    public async Task TheWordsAreKeptTheCustomerIsToldAndAHumanIsCalled(string broken)
    {
        await using var bot = await WholeBot.Start(With(Broken(broken)), ("Turns:SettleMilliseconds", "700"));
        await bot.Open("c");
        await bot.Say("c", "hello there");
        var now = await bot.Finished("c", Second / 10);

        Assert.Equal((Custody.Waiting, ReasonCodes.TurnFailed), (now.Custody, now.Queue!.Reason));
        Assert.Equal(["disclosure", "turn-failed"], await bot.Phrases("c"));
        Assert.Equal("hello there", Assert.Single(await bot.Log<Accepted>("c")).Activity.Text);
        var failed = Assert.Single(await bot.Log<TurnFailed>("c"));
        Assert.Contains(bot.Journal.Errors, e => e.Contains(failed.Reference, StringComparison.Ordinal));
        var seen = (await bot.Log<Said>("c")).Select(s => s.Activity.Text!).ToList();
        Assert.DoesNotContain(seen, t => t.Contains(failed.Reference, StringComparison.Ordinal) || t.Contains("Exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhenEvenTheApologyCannotBeFoundAHumanIsCalledInSilence()
    {
        await using var bot = await WholeBot.Start(With(Broken("every phrase")));
        await bot.Open("c", locale: null);
        await bot.Say("c", "hello there");
        Assert.Equal(Custody.Waiting, (await bot.Finished("c")).Custody);
        Assert.Single(await bot.Log<TurnFailed>("c"));
        Assert.Empty(await bot.Log<Said>("c"));
    }

    [Theory]
    [InlineData(Custody.Closed, Custody.Waiting)]
    [InlineData(Custody.Offered, Custody.Waiting)]
    [InlineData(Custody.Waiting, Custody.Waiting)]
    [InlineData(Custody.Human, Custody.Human)]
    public async Task ItIsSoWhoeverHasTheConversation(Custody before, Custody after)
    {
        await using var bot = await WholeBot.Start(With(Broken("sense")));
        await bot.Open("c");
        await bot.Store.Append(Some.Changing(await bot.Now("c"), c => c with
        {
            Custody = before,
            Agent = before == Custody.Human ? Some.Agent : null,
            Queue = before == Custody.Waiting ? new(bot.Clock.GetUtcNow(), Tier.Low, "", 1, bot.Clock.GetUtcNow()) : null,
        }), default);
        await bot.Say("c", "hello there");
        Assert.Equal(after, (await bot.Finished("c")).Custody);
        Assert.Single(await bot.Log<TurnFailed>("c"));
    }

    [Fact]
    public async Task ManyThatFailAtOnceFailOnceEachAndTheRestIsServed()
    {
        await using var bot = await WholeBot.Start(With(Broken("topics")));
        var ids = Enumerable.Range(0, 40).Select(i => $"c{i}").ToList();
        foreach (var id in ids) await bot.Open(id);
        await Task.WhenAll(ids.Select(id => Task.Run(() => bot.Say(id, "hello there"))));
        await bot.Open("other");
        await bot.Say("other", "I want to talk to a human");
        foreach (var id in ids) await bot.Finished(id);
        for (var i = 0; i < 20; i++)
        {
            bot.Clock.Advance(Second);
            await Task.Delay(5);
        }
        foreach (var id in ids) Assert.Single(await bot.Log<TurnFailed>(id));
        Assert.Contains(await bot.Phrases("other"), p => p.StartsWith("handoff", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADueTimeWhoseTurnFailsFallsDueAgainLaterAndNotForEver()
    {
        await using var bot = await WholeBot.Start(With(Broken("longest-wait")));
        await bot.Open("c");
        await bot.Say("c", "I want to talk to a human");
        await bot.Until(async () => (await bot.Log<TurnFailed>("c")).Count == 2, Second);
        var now = await bot.Finished("c");
        Assert.Equal(Custody.Waiting, now.Custody);
        Assert.True(now.Timers[Timer] > bot.Clock.GetUtcNow(), "It is due in the past.");
        Assert.Equal(2, (await bot.Log<TurnFailed>("c")).Select(f => f.Key).Distinct().Count());
    }

    [Fact]
    public async Task AnOutcomeWhoseTurnFailsIsNotAskedForWithoutEnd()
    {
        await using var bot = await WholeBot.Start(With(Broken("system-unavailable")));
        await bot.Open("c");
        var effect = Some.Effect with { Kind = "nothing-does-this" };
        await bot.Store.Append(Some.Changing(await bot.Now("c"), c => c with { Effects = [effect] }, new EffectRequested(effect)), default);
        var now = await bot.Finished("c", Second);
        Assert.Equal(Custody.Waiting, now.Custody);
        Assert.Single(await bot.Log<EffectFinished>("c"), e => !e.Done);
        Assert.Contains("turn-failed", await bot.Phrases("c"));
    }

    private const string Timer = "queue";

    private static Action<IServiceCollection> With(Settings settings) => services =>
    {
        services.RemoveAll<LocaleFolder>();
        services.AddSingleton(new LocaleFolder(Shipped.Path, settings, Shipped.Protection, []));
    };

    private static Settings Broken(string what)
    {
        var whole = Shipped.Current;
        return what switch
        {
            "topics" => whole with { Topics = null! },
            "sense" => whole with { Sense = null! },
            "a phrase" => Without(whole, k => k is "not-understood" or "greeting" or "clarify" or "clarify-one"),
            "every phrase" => Without(whole, k => k != "ai-name") with { Sense = null! },
            "system-unavailable" => Without(whole, k => k == "system-unavailable"),
            _ => whole with { Policy = whole.Policy with { Times = whole.Policy.Times.Remove(what) } },
        };
    }

    private static Settings Without(Settings whole, Func<string, bool> gone) => whole with
    {
        Locales = new LocaleSet(
            whole.Locales.Cultures.Values.Select(c => c with { Parts = new(c.Parts.Value with { Voice = c.Voice with { Phrases = c.Voice.Phrases.RemoveRange(c.Voice.Phrases.Keys.Where(gone)) } }) }),
            whole.Locales.Territories.Values, "broken"),
    };
}
