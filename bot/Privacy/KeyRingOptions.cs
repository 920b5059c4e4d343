namespace TrustBot.Privacy;

/// <summary>Where the one key ring lies: it opens the store, cookies and tokens; section <c>KeyRing</c>.</summary>
internal sealed class KeyRingOptions
{
    public const string Section = "KeyRing";
    public const string DefaultPath = "./data/keys";

    /// <summary>The folder, apart from the database file so that a copy of that file alone opens nothing.</summary>
    public string Path { get; set; } = DefaultPath;
}
