using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;
using TrustBot.Storage.Sqlite;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Storage;

public sealed class SqliteStoreTests : ConversationListsContract
{
    private readonly Scratch _scratch = new();
    private readonly EphemeralDataProtectionProvider _keyRing = new();
    private SqliteStore? _open;

    private string Database => _scratch.File("trustbot.db");

    private protected override Task<IConversationStore> OpenStore() => Task.FromResult<IConversationStore>(_open = OpenAt(Database));

    private protected override async Task<IConversationStore> Reopen()
    {
        await _open!.DisposeAsync();
        return await OpenStore();
    }

    public override async Task DisposeAsync()
    {
        await _open!.DisposeAsync();
        _scratch.Dispose();
    }

    private SqliteStore OpenAt(string path, IDataProtectionProvider? keyRing = null)
    {
        var store = new SqliteStore(new StoreOptions { Path = path }, keyRing ?? _keyRing, NullLogger<SqliteStore>.Instance);
        store.Open();
        return store;
    }

    private IEnumerable<string> Files() =>
        Directory.GetFiles(_scratch.Folder).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal));

    private void Meddle(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }

    [Fact]
    public async Task WhatWasAcknowledgedIsThereAfterAnUncleanEnd()
    {
        var append = Some.Accepting(await Opened(), "kept", "k");
        await Store.Append(append, default);
        // The files as they lie on the disk while the process still runs are what a killed one leaves behind.
        var left = Directory.CreateDirectory(_scratch.File("left")).FullName;
        foreach (var file in Files()) File.Copy(file, Path.Combine(left, Path.GetFileName(file)));
        await using var store = OpenAt(Path.Combine(left, "trustbot.db"));
        Assert.Equal(Json(append.Snapshot), Json(await store.Load(append.Snapshot.Id, default)));
        Assert.Equal("kept", ((Accepted)(await store.Read(append.Snapshot.Id, 1, 1, default))[0].Event).Activity.Text);
        Assert.IsType<AppendOutcome.Duplicate>(await store.Append(append, default));
    }

    [Fact]
    public async Task NothingIsHalfWrittenWhenAnAppendFailsAndTheStoreGoesOn()
    {
        var seen = await Opened();
        Meddle("CREATE TRIGGER broken BEFORE UPDATE ON conversations BEGIN SELECT RAISE(ABORT, 'broken'); END");
        var append = Some.Accepting(seen, "hello", "k");
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Append(append, default));
        Assert.Contains(Database, failure.Message, StringComparison.Ordinal);
        Assert.Single(await Store.Read(seen.Id, 0, 10, default));
        Assert.Equal(1, (await Store.Load(seen.Id, default))!.Version);
        Meddle("DROP TRIGGER broken");
        Assert.IsType<AppendOutcome.Appended>(await Store.Append(append, default));
    }

    [Fact]
    public async Task NoWordOfACustomerOrAgentStandsInClearOnTheDisk()
    {
        const string secret = "sesame-opens-the-cave";
        var seen = await Changed(await Opened(), c => c with { Agent = new AgentRef(secret, secret), Slots = c.Slots.Add("word", secret) });
        await Store.Append(Some.Accepting(seen, secret, secret), default);
        AssertSealed();
        Assert.Contains(Files(), f => f.EndsWith("-wal", StringComparison.Ordinal));
        await ReopenStore();
        AssertSealed();

        void AssertSealed()
        {
            foreach (var file in Files())
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                foreach (var word in (string[])[secret, Some.Reference.User!.Name!])
                {
                    Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)));
                    Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)));
                }
            }
        }
    }

    [Fact]
    public async Task ALineMovedToAnotherPlaceDoesNotOpen()
    {
        var seen = await Opened();
        await Changed(await Changed(seen, c => c), c => c);
        Meddle("UPDATE events SET payload = (SELECT payload FROM events WHERE seq = 2) WHERE seq = 3");
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Read(seen.Id, 0, 10, default));
        Assert.Contains("event 3", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AConversationWhoseKeyIsGoneIsGone()
    {
        var seen = await Opened();
        Meddle($"DELETE FROM keys WHERE conversation = '{seen.Id}'");
        await ReopenStore();
        Assert.Null(await Store.Load(seen.Id, default));
        Assert.Empty(await Store.Read(seen.Id, 0, 10, default));
        Assert.Empty(await Store.List([Custody.Bot], 10, default));
        Assert.IsType<AppendOutcome.Conflict>(await Store.Append(Some.Changing(seen, c => c), default));
    }

    [Fact]
    public async Task TheDeepestActivityThatIsAcceptedCanBeKept()
    {
        var levels = ActivityReader.MaxDepth - 1;
        var body = $$"""{"type":"event","name":"deep","value":{{new string('[', levels)}}{{new string(']', levels)}}}""";
        var (activity, fault) = ActivityReader.Read(Encoding.UTF8.GetBytes(body));
        Assert.Null(fault);
        var seen = await Opened();
        var accepted = new Accepted("k", activity!, []);
        Assert.IsType<AppendOutcome.Appended>(await Store.Append(new Append(seen.Accept(accepted, Some.Noon), 1, [accepted], Some.Noon), default));
        await ReopenStore();
        Assert.Single((await Store.Load(seen.Id, default))!.Pending);
        Assert.Single(await Store.Read(seen.Id, 1, 10, default));
    }

    [Fact]
    public async Task OldKeysAreForgottenSoThatTheFileDoesNotGrowWithThem()
    {
        var now = await Opened();
        for (var i = 0; i < 5; i++)
        {
            var append = Some.Accepting(now, "hello", $"k{i}");
            await Store.Append(append, default);
            now = append.Snapshot;
        }
        await Store.Append(Some.Accepting(now, "next day", "k9", Some.Noon.AddHours(25)), default);
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        Assert.Equal(1, connection.Scalar<long>("SELECT count(*) FROM heard"));
    }

    [Fact]
    public async Task AStoppedStoreSaysSo()
    {
        var seen = await Opened();
        await _open!.DisposeAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Append(Some.Changing(seen, c => c), default));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Read(seen.Id, 0, 10, default));
    }
}
