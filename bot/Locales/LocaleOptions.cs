namespace TrustBot.Locales;

/// <summary>Where the locale files are (section <c>Locales</c>).</summary>
internal sealed class LocaleOptions
{
    public const string Section = "Locales";

    /// <summary>The folder; empty means <c>./locales</c>, else the one shipped beside the program.</summary>
    public string Path { get; set; } = "";

    /// <summary>The file that keeps the last good set, for a start while the files are broken; empty means one beside the store.</summary>
    public string LastGood { get; set; } = "";

    /// <summary>How often the files are looked at for changes, in milliseconds; 0 turns it off.</summary>
    public int WatchMilliseconds { get; set; } = 500;
}
