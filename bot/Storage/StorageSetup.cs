using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using TrustBot.Privacy;
using TrustBot.Storage.Sqlite;

namespace TrustBot.Storage;

internal static class StorageSetup
{
    /// <summary>The embedded store, open before anything listens or runs, and closed after everything has stopped.</summary>
    public static WebApplicationBuilder AddSqliteStore(this WebApplicationBuilder builder)
    {
        builder.AddPrivacy();
        builder.Services.AddOptions<StoreOptions>()
            .BindConfiguration(StoreOptions.Section)
            .Validate(o => !string.IsNullOrWhiteSpace(o.Path), $"Store:Path is empty. Name the database file, for example {StoreOptions.DefaultPath}.")
            .Validate(o => o.SyncIsKnown, "Store:Sync must be full, or off for benchmarks.")
            .ValidateOnStart();
        builder.Services.AddSingleton(s => new SqliteStore(
            s.GetRequiredService<IOptions<StoreOptions>>().Value,
            s.GetRequiredService<IDataProtectionProvider>(),
            s.GetRequiredService<ILogger<SqliteStore>>()));
        builder.Services.AddSingleton<IConversationStore>(s => s.GetRequiredService<SqliteStore>());
        builder.Services.AddHostedService<StoreLifetime>();
        return builder;
    }
}
