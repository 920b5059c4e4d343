using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage.Sqlite;

namespace TrustBot.Tests.Running;

/// <summary>What a stopped bot has left in its folder, opened with its own keys.</summary>
internal sealed class Inspection : IAsyncDisposable
{
    private readonly IDataProtectionProvider _keys;
    private readonly string _folder;

    public Inspection(string folder)
    {
        _folder = folder;
        _keys = DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(folder, "data", "keys")), b => b.SetApplicationName("TrustBot"));
        Store = new SqliteStore(new StoreOptions { Path = Path.Combine(folder, "data", "trustbot.db") }, _keys, NullLogger<SqliteStore>.Instance);
        Store.Open();
    }

    public SqliteStore Store { get; }

    /// <summary>The keys of the deeds in the sample business's book.</summary>
    public IReadOnlyList<string> Deeds() => [.. File.ReadAllLines(Path.Combine(_folder, "data", "sample-business.book"))
        .Select(l => System.Text.Json.JsonDocument.Parse(_keys.CreateProtector("TrustBot.SampleBusiness").Unprotect(l)).RootElement.GetProperty("Key").GetString()!)];

    public Task<IReadOnlyList<LogEntry>> Log(string id) => Store.Read(id, 0, 100_000, default);

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
