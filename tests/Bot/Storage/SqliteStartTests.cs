using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using TrustBot.Storage.Sqlite;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Storage;

public sealed class SqliteStartTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly EphemeralDataProtectionProvider _keyRing = new();

    private string Database => _scratch.File("data/trustbot.db");

    public void Dispose() => _scratch.Dispose();

    private SqliteStore OpenAt(string path, IDataProtectionProvider? keyRing = null)
    {
        var store = new SqliteStore(new StoreOptions { Path = path }, keyRing ?? _keyRing, NullLogger<SqliteStore>.Instance);
        store.Open();
        return store;
    }

    private string Refusal(string path, IDataProtectionProvider? keyRing = null) =>
        Assert.Throws<StartUpException>(() => OpenAt(path, keyRing)).Message;

    [Fact]
    public async Task ASecondOpenerIsRefusedUntilTheFirstHasClosed()
    {
        await using (OpenAt(Database))
            Assert.Equal(
                $"Another process already uses the store {Database}. Stop that process, or give this one a file of its own with Store:Path.",
                Refusal(Database));
        await using var next = OpenAt(Database);
    }

    [Fact]
    public async Task ASecondProcessIsRefused()
    {
        await using var first = OpenAt(Database);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TrustBot.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _scratch.Folder,
            Environment = { ["Store__Path"] = Database, ["KeyRing__Path"] = _scratch.File("keys"), ["URLS"] = "http://127.0.0.1:0" },
        };
        using var second = Process.Start(start)!;
        var told = await Task.WhenAll(second.StandardOutput.ReadToEndAsync(), second.StandardError.ReadToEndAsync()).WaitAsync(TimeSpan.FromSeconds(60));
        await second.WaitForExitAsync();
        Assert.NotEqual(0, second.ExitCode);
        Assert.Contains($"Another process already uses the store {Database}.", string.Concat(told), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatCannotBeWrittenIsNamed()
    {
        File.WriteAllText(_scratch.File("data"), "a file where the folder should be");
        var told = Refusal(Database);
        Assert.Contains($"The folder {_scratch.File("data")} cannot be written", told, StringComparison.Ordinal);
        Assert.Contains("Store:Path", told, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNoDatabaseIsNamedAndLeftAsItIs()
    {
        Directory.CreateDirectory(_scratch.File("data"));
        var text = string.Concat(Enumerable.Repeat("not a database. ", 500));
        File.WriteAllText(Database, text);
        Assert.Contains($"{Database} is not a database of TrustBot.", Refusal(Database), StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Database));
    }

    [Fact]
    public async Task AStoreOfANewerProgramIsNotTouched()
    {
        await using (OpenAt(Database)) { }
        using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            connection.Open();
            connection.Run("INSERT INTO schema (version) VALUES (999)");
        }
        Assert.Contains("written by a newer TrustBot (schema 999", Refusal(Database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherKeyRingIsNoticedAtStart()
    {
        await using (OpenAt(Database)) { }
        Assert.Contains("KeyRing:Path", Refusal(Database, new EphemeralDataProtectionProvider()), StringComparison.Ordinal);
        await using var right = OpenAt(Database);
    }

    [Fact]
    public void AFullDiskIsToldAsSuch()
    {
        using var connection = new SqliteConnection($"Data Source={_scratch.File("full.db")};Pooling=False");
        connection.Open();
        connection.Run("PRAGMA max_page_count = 2; CREATE TABLE t (b)");
        var fault = Assert.Throws<SqliteException>(() => connection.Run("INSERT INTO t VALUES (zeroblob(100000))"));
        Assert.StartsWith("The disk that holds here.db is full.", SqliteFaults.Tell(fault, "here.db"), StringComparison.Ordinal);
    }
}
