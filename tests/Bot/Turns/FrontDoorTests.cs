using System.Threading.Channels;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage.Sqlite;
using TrustBot.Tests.Support;
using TrustBot.Turns;

namespace TrustBot.Tests.Turns;

public sealed class FrontDoorTests : IAsyncLifetime
{
    private readonly Scratch _scratch = new();
    private readonly FakeClock _clock = new();
    private readonly ConversationFeed _feed = new();
    private readonly Channel<string> _woken = System.Threading.Channels.Channel.CreateUnbounded<string>();
    private SqliteStore _store = null!;
    private FrontDoor _door = null!;

    public async Task InitializeAsync()
    {
        _store = new SqliteStore(new StoreOptions { Path = _scratch.File("trustbot.db") }, new EphemeralDataProtectionProvider(), NullLogger<SqliteStore>.Instance);
        _store.Open();
        var lanes = new Lanes(NullLogger<Lanes>.Instance);
        lanes.RunWith(async id => await _woken.Writer.WriteAsync(id));
        _door = new FrontDoor(_store, lanes, Some.Protector(), _feed, _clock);
        await _door.Open("c1", Some.Reference, "ja", default);
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _scratch.Dispose();
    }

    [Fact]
    public async Task AMessageIsAcknowledgedOnlyWhenItIsDurableAndProtected()
    {
        var done = Assert.IsType<AcceptOutcome.Done>(await _door.Accept("c1", "k", Some.Message("my password is hunter2") with { Speak = "pw: hunter2" }, default));
        Assert.Equal((2, "c1|0000002", false), (done.Seq, done.ActivityId, done.WasDuplicate));
        var kept = (Accepted)(await _store.Read("c1", 1, 10, default)).Single().Event;
        Assert.Equal(("my password is [password]", "pw: [password]"), (kept.Activity.Text, kept.Activity.Speak));
        Assert.Equal(["password"], kept.Hidden.AsEnumerable());
        Assert.Equal("c1", await Woken());
    }

    [Fact]
    public async Task TheSameActivityChangesNothingButWakesWhoeverMayHaveMissedIt()
    {
        await _door.Accept("c1", "k", Some.Message("hello"), default);
        Assert.Equal("c1", await Woken());
        var again = Assert.IsType<AcceptOutcome.Done>(await _door.Accept("c1", "k", Some.Message("hello"), default));
        Assert.Equal((2, true), (again.Seq, again.WasDuplicate));
        Assert.Equal("c1", await Woken());
        Assert.Equal(2, (await _store.Load("c1", default))!.Version);
    }

    [Fact]
    public async Task OpeningTwiceGivesTheOneThatIsThere()
    {
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Some.Noon, (await _door.Open("c1", Some.Reference, "en", default)).OpenedAt);
        Assert.IsType<AcceptOutcome.Unknown>(await _door.Accept("nobody", "k", Some.Message("hello"), default));
    }

    private async Task<string> Woken() => await _woken.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
}
