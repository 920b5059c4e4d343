namespace TrustBot.Storage.Sqlite;

/// <summary>Where the embedded store lies and how hard it writes; section <c>Store</c>.</summary>
internal sealed class StoreOptions
{
    public const string Section = "Store";
    public const string DefaultPath = "./data/trustbot.db";

    /// <summary>The database file; relative to the current directory.</summary>
    public string Path { get; set; } = DefaultPath;

    /// <summary><c>full</c>: a commit has reached the disk. <c>off</c>: for benchmarks only, a power cut loses words.</summary>
    public string Sync { get; set; } = "full";

    public bool SyncIsOff => string.Equals(Sync, "off", StringComparison.OrdinalIgnoreCase);

    public bool SyncIsKnown => SyncIsOff || string.Equals(Sync, "full", StringComparison.OrdinalIgnoreCase);
}
