using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Storage;

/// <summary>What every store must be able to find: what is due, what is unfinished, who waits.</summary>
public abstract class ConversationListsContract : ConversationStoreContract
{
    private Task<Conversation> Waits(Conversation seen, Tier tier, int sinceMinute) => Changed(seen, c => c with
    {
        Custody = Custody.Waiting,
        Queue = new QueueStand(Some.Noon.AddMinutes(sinceMinute), tier, ReasonCodes.Frustration, 0, Some.Noon),
    });

    private Task<Conversation> Claimed(Conversation seen, DateTimeOffset at) => Changed(
        seen,
        c => c with { Custody = Custody.Human, Agent = Some.Agent, Queue = null },
        new CustodyMoved(Custody.Waiting, Custody.Human, "claimed", Some.Agent),
        at);

    private Task<Conversation> Timed(Conversation seen, params int[] minutes) => Changed(seen, c => c with
    {
        Timers = minutes.ToImmutableSortedDictionary(m => $"timer {m}", m => Some.Noon.AddMinutes(m)),
    });

    [Fact]
    public async Task DueGivesWhatHasComeEarliestFirst()
    {
        var late = await Timed(await Opened(), 9, 30);
        var early = await Timed(await Opened(), 50, 3);
        await Timed(await Opened(), 11);
        await Opened();
        Assert.Equal([early.Id, late.Id], await Store.Due(Some.Noon.AddMinutes(10), 10, default));
        Assert.Equal([early.Id], await Store.Due(Some.Noon.AddMinutes(10), 1, default));
        await Timed(early);
        Assert.Equal([late.Id], await Store.Due(Some.Noon.AddMinutes(9), 10, default));
    }

    [Fact]
    public async Task WithOpenWorkGivesWhatIsUnfinishedAlsoAfterAStart()
    {
        var accepted = Some.Accepting(await Opened(), "hello");
        await Store.Append(accepted, default);
        var deed = await Changed(await Opened(), c => c with { Effects = [Some.Effect] });
        var line = await Changed(await Opened(), c => c with { Undelivered = [1] });
        await Opened();
        await ReopenStore();
        Assert.Equal(new[] { accepted.Snapshot.Id, deed.Id, line.Id }.Order(), (await Store.WithOpenWork(10, default)).Order());
        Assert.Equal(2, (await Store.WithOpenWork(2, default)).Count);
        await Changed(accepted.Snapshot, c => c with { Pending = [] });
        Assert.DoesNotContain(accepted.Snapshot.Id, await Store.WithOpenWork(10, default));
    }

    [Fact]
    public async Task TheQueueIsOrderedByTierThenByWaitingTime()
    {
        var lowFirst = await Waits(await Opened(), Tier.Low, 0);
        var highLate = await Waits(await Opened(), Tier.High, 9);
        var medium = await Waits(await Opened(), Tier.Medium, 2);
        var highEarly = await Waits(await Opened(), Tier.High, 4);
        var queue = await Store.List([Custody.Waiting], 10, default);
        Assert.Equal([highEarly.Id, highLate.Id, medium.Id, lowFirst.Id], queue.Select(r => r.Id));
        Assert.Equal([highEarly.Id], (await Store.List([Custody.Waiting], 1, default)).Select(r => r.Id));
    }

    [Fact]
    public async Task OthersAreListedLatestChangeFirst()
    {
        var older = await Changed(await Opened(), c => c with { Custody = Custody.Human }, at: Some.Noon.AddMinutes(1));
        var newest = await Changed(await Opened(), c => c with { Custody = Custody.Offered }, at: Some.Noon.AddMinutes(3));
        var newer = await Changed(await Opened(), c => c with { Custody = Custody.Human }, at: Some.Noon.AddMinutes(2));
        await Waits(await Opened(), Tier.Low, 0);
        Assert.Equal([newest.Id, newer.Id, older.Id], (await Store.List([Custody.Human, Custody.Offered], 10, default)).Select(r => r.Id));
        Assert.Empty(await Store.List([Custody.Closed], 10, default));
        Assert.Empty(await Store.List([], 10, default));
    }

    [Fact]
    public async Task ARowSaysWhatTheDeskNeeds()
    {
        var waiting = await Waits(await Opened(), Tier.High, 4);
        await ReopenStore();
        var row = Assert.Single(await Store.List([Custody.Waiting], 10, default));
        Assert.Equal(
            (waiting.Id, Custody.Waiting, Tier.High, ReasonCodes.Frustration, Some.Noon.AddMinutes(4), null, null, waiting.Version),
            (row.Id, row.Custody, row.Tier, row.Reason, row.WaitingSince, row.AgentId, row.AgentName, row.Version));
        await Changed(await Claimed(waiting, Some.Noon.AddMinutes(9)), c => c with { Culture = "ja-JP", Mood = Dialogs.Locales.Mood.Strained }, at: Some.Noon.AddMinutes(10));
        await ReopenStore();
        row = Assert.Single(await Store.List([Custody.Human], 10, default));
        Assert.Equal(
            (null, Some.Agent.Id, Some.Agent.Name, "ja-JP", "directline", "Strained", Some.Noon.AddMinutes(10)),
            (row.WaitingSince, row.AgentId, row.AgentName, row.Culture, row.ChannelId, row.Mood, row.Updated));
    }

    [Fact]
    public async Task RecentWaitsAreMeasuredWhenAHumanTakesItNewestFirst()
    {
        await Claimed(await Waits(await Opened(), Tier.Low, 0), Some.Noon.AddMinutes(5));
        var second = await Claimed(await Waits(await Opened(), Tier.Low, 2), Some.Noon.AddMinutes(9));
        await Changed(await Waits(await Opened(), Tier.Low, 0), c => c with { Custody = Custody.Closed }, new CustodyMoved(Custody.Waiting, Custody.Closed, "left", null));
        await Changed(second, c => c);
        await ReopenStore();
        Assert.Equal([TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(5)], await Store.RecentWaits(10, default));
        Assert.Equal([TimeSpan.FromMinutes(7)], await Store.RecentWaits(1, default));
    }
}
