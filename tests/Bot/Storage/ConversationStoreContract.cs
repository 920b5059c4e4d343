using System.Text.Json;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Storage;

/// <summary>What every store must do; a store's own test class inherits these facts and adds only its own.</summary>
public abstract class ConversationStoreContract : IAsyncLifetime
{
    private protected IConversationStore Store { get; private set; } = null!;

    /// <summary>Opens the store under test.</summary>
    private protected abstract Task<IConversationStore> OpenStore();

    /// <summary>Ends the store's life in this process and opens what it has kept.</summary>
    private protected abstract Task<IConversationStore> Reopen();

    public async Task InitializeAsync() => Store = await OpenStore();

    public abstract Task DisposeAsync();

    private protected async Task<Conversation> Opened(string? id = null)
    {
        var append = Some.Opening(id ?? Some.Id());
        Assert.IsType<AppendOutcome.Appended>(await Store.Append(append, default));
        return append.Snapshot;
    }

    private protected async Task<Conversation> Changed(Conversation seen, Func<Conversation, Conversation> change, ConversationEvent? why = null, DateTimeOffset? at = null)
    {
        var append = Some.Changing(seen, change, why, at);
        Assert.IsType<AppendOutcome.Appended>(await Store.Append(append, default));
        return append.Snapshot;
    }

    private protected async Task ReopenStore() => Store = await Reopen();

    private static string Json(ConversationEvent e) => JsonSerializer.Serialize(e, ConversationJson.Default.ConversationEvent);

    private protected static string Json(Conversation? c) => JsonSerializer.Serialize(c!, ConversationJson.Default.Conversation);

    [Fact]
    public async Task EveryKindOfEventComesBackAsItWasWritten()
    {
        var id = Some.Id();
        var at = Some.Noon.AddTicks(7);
        var full = Some.Full(id) with { Version = Some.EveryEvent.Count };
        var outcome = await Store.Append(new Append(full, 0, Some.EveryEvent, at), default);

        var entries = Assert.IsType<AppendOutcome.Appended>(outcome).Entries;
        Assert.Equal(Enumerable.Range(1, Some.EveryEvent.Count).Select(i => (long)i), entries.Select(e => e.Seq));
        await ReopenStore();
        var read = await Store.Read(id, 0, 100, default);
        Assert.Equal(Some.EveryEvent.Select(Json), read.Select(e => Json(e.Event)));
        Assert.All(read, e => Assert.Equal(at, e.At));
        Assert.Equal(Json(full), Json(await Store.Load(id, default)));
    }

    [Fact]
    public void TheSampleHasEveryKindOfEvent()
    {
        var kinds = typeof(ConversationEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ConversationEvent)));
        Assert.Equal(kinds.Select(k => k.Name).Order(), Some.EveryEvent.Select(e => e.GetType().Name).Order());
    }

    [Fact]
    public async Task AnUnknownConversationIsNullAndItsLogIsEmpty()
    {
        Assert.Null(await Store.Load("nobody", default));
        Assert.Empty(await Store.Read("nobody", 0, 10, default));
    }

    [Fact]
    public async Task ReadingGoesOnAfterASequenceAndStopsAtTheLimit()
    {
        var conversation = await Opened();
        for (var i = 0; i < 9; i++) conversation = await Changed(conversation, c => c);
        Assert.Equal([4L, 5L, 6L], (await Store.Read(conversation.Id, 3, 3, default)).Select(e => e.Seq));
        Assert.Empty(await Store.Read(conversation.Id, 10, 3, default));
    }

    [Fact]
    public async Task AWriterWhoSawAnOlderVersionChangesNothing()
    {
        var seen = await Opened();
        var newer = await Changed(seen, c => c with { Culture = "en" });
        Assert.IsType<AppendOutcome.Conflict>(await Store.Append(Some.Changing(seen, c => c with { Culture = "ja-JP" }), default));
        Assert.Equal(Json(newer), Json(await Store.Load(seen.Id, default)));
        Assert.Equal(2, (await Store.Read(seen.Id, 0, 10, default)).Count);
    }

    [Fact]
    public async Task OpeningWhatIsOpenAndChangingWhatIsNotAreConflicts()
    {
        var seen = await Opened();
        Assert.IsType<AppendOutcome.Conflict>(await Store.Append(Some.Opening(seen.Id), default));
        Assert.IsType<AppendOutcome.Conflict>(await Store.Append(Some.Changing(seen with { Id = Some.Id() }, c => c), default));
    }

    [Fact]
    public async Task TheSameKeyWithinADayChangesNothingAndSaysWhereItWasHeard()
    {
        var seen = await Opened();
        var first = Some.Accepting(seen, "hello", "k");
        await Store.Append(first, default);
        await ReopenStore();
        var again = Some.Accepting(first.Snapshot, "hello", "k", Some.Noon.AddHours(23.9));
        Assert.Equal(2, Assert.IsType<AppendOutcome.Duplicate>(await Store.Append(again, default)).Seq);
        // One who has not even seen the first one is told the same.
        Assert.Equal(2, Assert.IsType<AppendOutcome.Duplicate>(await Store.Append(first, default)).Seq);
        Assert.Equal(2, (await Store.Load(seen.Id, default))!.Version);
    }

    [Fact]
    public async Task TheSameKeyAfterADayIsHeardAnewAndThenRemembered()
    {
        var first = Some.Accepting(await Opened(), "hello", "k");
        await Store.Append(first, default);
        var nextDay = Some.Accepting(first.Snapshot, "hello", "k", Some.Noon.AddHours(24.1));
        Assert.IsType<AppendOutcome.Appended>(await Store.Append(nextDay, default));
        var again = Some.Accepting(nextDay.Snapshot, "hello", "k", Some.Noon.AddHours(47));
        Assert.Equal(3, Assert.IsType<AppendOutcome.Duplicate>(await Store.Append(again, default)).Seq);
    }

    [Fact]
    public async Task AKeyBelongsToItsConversation()
    {
        await Store.Append(Some.Accepting(await Opened(), "hello", "k"), default);
        Assert.IsType<AppendOutcome.Appended>(await Store.Append(Some.Accepting(await Opened(), "hello", "k"), default));
    }

    [Fact]
    public async Task AnAppendWhoseNumbersDoNotFitIsRefusedBeforeAnythingIsWritten()
    {
        var seen = await Opened();
        var gap = Some.Changing(seen, c => c) with { Events = [new Noted(Some.Agent, "1"), new Noted(Some.Agent, "2")] };
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Append(gap, default));
        Assert.Single(await Store.Read(seen.Id, 0, 10, default));
    }

    [Fact]
    public async Task ManyConversationsAtOnceKeepTheirOrderWithoutGapsAndAreAllDurable()
    {
        const int conversations = 50, messages = 20;
        var ids = await Task.WhenAll(Enumerable.Range(0, conversations).Select(_ => Task.Run(async () =>
        {
            var now = await Opened();
            for (var i = 0; i < messages; i++)
            {
                var append = Some.Accepting(now, $"message {i}", $"key {i}");
                Assert.IsType<AppendOutcome.Appended>(await Store.Append(append, default));
                now = append.Snapshot;
            }
            return now.Id;
        })));
        await ReopenStore();
        foreach (var id in ids)
        {
            var log = await Store.Read(id, 0, 1000, default);
            Assert.Equal(Enumerable.Range(1, messages + 1).Select(i => (long)i), log.Select(e => e.Seq));
            Assert.Equal(Enumerable.Range(0, messages).Select(i => $"message {i}"), log.Skip(1).Select(e => ((Accepted)e.Event).Activity.Text));
        }
    }

    [Fact]
    public async Task OfManyWhoWriteOnOneVersionExactlyOneSucceedsAndItsWordsAreTheOnesKept()
    {
        var seen = await Opened();
        var appends = Enumerable.Range(0, 40).Select(i => Some.Accepting(seen, $"rival {i}")).ToArray();
        var outcomes = await Task.WhenAll(appends.Select(a => Task.Run(() => Store.Append(a, default))));
        var winner = Assert.Single(outcomes.OfType<AppendOutcome.Appended>());
        Assert.Equal(39, outcomes.OfType<AppendOutcome.Conflict>().Count());
        var log = await Store.Read(seen.Id, 0, 10, default);
        Assert.Equal(Json(winner.Entries[0].Event), Json(log[1].Event));
        Assert.Equal(Json(appends[Array.IndexOf(outcomes, winner)].Snapshot), Json(await Store.Load(seen.Id, default)));
    }

    [Fact]
    public async Task OfManyWhoOpenOneConversationOneSucceedsAndItIsReadable()
    {
        var id = Some.Id();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Store.Append(Some.Opening(id), default))));
        Assert.Single(outcomes.OfType<AppendOutcome.Appended>());
        await ReopenStore();
        Assert.Single(await Store.Read(id, 0, 10, default));
        Assert.NotNull(await Store.Load(id, default));
    }
}
