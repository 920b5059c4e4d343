using TrustBot.Dialogs;
using TrustBot.Dialogs.Locales;
using TrustBot.Privacy;

namespace TrustBot.Locales;

/// <summary>
/// The locale files: read and checked at start, and again whenever one is saved. A turn uses one immutable snapshot of
/// them; a file that is broken changes nothing until it is mended.
/// </summary>
internal sealed class LocaleFolder
{
    private readonly LastGoodLocales? _lastGood;
    private volatile Stand _stand;

    internal LocaleFolder(string path, Settings settings, ProtectionWords protection, IReadOnlyList<LocaleFault> warnings)
        : this(path, null, new(settings, protection, warnings, []))
    {
    }

    private readonly bool _cuesOnly;

    private LocaleFolder(string path, LastGoodLocales? lastGood, Stand stand, bool cuesOnly = false) =>
        (Path, _lastGood, _stand, _cuesOnly) = (path, lastGood, Heard(stand, cuesOnly), cuesOnly);

    /// <summary>The folder read.</summary>
    public string Path { get; }

    /// <summary>The settings turns run by.</summary>
    public Settings Current => _stand.Settings;

    /// <summary>The words that announce secrets.</summary>
    public ProtectionWords Protection => _stand.Protection;

    /// <summary>What the operator should know about them.</summary>
    public IReadOnlyList<LocaleFault> Warnings => _stand.Warnings;

    /// <summary>Errors that keep the files as they stand now from being used; while there are any, the last good set speaks.</summary>
    public IReadOnlyList<LocaleFault> Broken => _stand.Broken;

    /// <summary>Reads and checks a folder. Where it is broken and a last good set is kept, that one speaks on.</summary>
    /// <exception cref="StartUpException">It is not there, or holds an error and nothing good is kept: file, line, key, problem and how to mend it.</exception>
    /// <param name="path">The folder.</param>
    /// <param name="lastGood">Where the last good set is kept.</param>
    /// <param name="cuesOnly">Whether to hear by cues and the exchange alone, without the learned listener.</param>
    public static LocaleFolder Open(string path, LastGoodLocales? lastGood = null, bool cuesOnly = false)
    {
        var folder = Find(path);
        var digest = lastGood?.Digest();
        var (read, faults, files) = ReadAll(folder, digest);
        var broken = Errors(faults);
        if (read is { } good)
        {
            if (digest?.Hash != good.Settings.Locales.Hash) lastGood?.Keep(files, good.Settings.Digest());
            return new(folder, lastGood, new(good.Settings, good.Protection, faults, []), cuesOnly);
        }
        if (lastGood?.Files() is { } kept && Check(kept) is ({ } before, var warnings))
            return new(folder, lastGood, new(before.Settings, before.Protection, warnings, broken), cuesOnly);
        throw new StartUpException(
            $"The locale files in {folder} cannot be used:\n"
            // What is wrong at a place comes before what is missing because of it, and the base before those that stand on it.
            + string.Join('\n', broken.OrderBy(f => f.Line == 0).ThenBy(f => !f.Path.StartsWith(LocaleSet.Base + "/", StringComparison.Ordinal)).Take(20).Select(f => "  " + f))
            + "\nMend them and start again; `lint` checks them without starting.");
    }

    /// <summary>Reads the files anew. What is good is used from the next turn on; what is broken is told, and nothing changes.</summary>
    public void Reload()
    {
        var (read, faults, files) = ReadAll(Path);
        if (read is not { } good)
        {
            _stand = _stand with { Broken = Errors(faults) };
            return;
        }
        _stand = Heard(new(good.Settings, good.Protection, faults, []), _cuesOnly);
        _lastGood?.Keep(files, good.Settings.Digest());
    }

    /// <summary>Reads and checks everything in a folder; settings are null when a fault is an error.</summary>
    public static (Settings? Settings, IReadOnlyList<LocaleFault> Faults) Read(string folder)
    {
        var (read, faults, _) = ReadAll(folder);
        return (read?.Settings, faults);
    }

    /// <summary>The folder to read: the one named, else ./locales, else the one beside the program.</summary>
    public static string Find(string path)
    {
        var candidates = path.Length > 0 ? [path] : new[] { "locales", System.IO.Path.Combine(AppContext.BaseDirectory, "locales") };
        return candidates.FirstOrDefault(Directory.Exists) is { } found
            ? System.IO.Path.GetFullPath(found)
            : throw new StartUpException($"There is no folder {string.Join(" nor ", candidates)} with locale files. Name it with Locales:Path.");
    }

    /// <summary>The YAML files of a folder, with paths relative to it.</summary>
    public static IReadOnlyList<LocaleFile> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => new LocaleFile(System.IO.Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f)))];

    private static ((Settings Settings, ProtectionWords Protection)? Read, IReadOnlyList<LocaleFault> Faults, IReadOnlyList<LocaleFile> Files) ReadAll(string folder, LocaleDigest? digest = null)
    {
        IReadOnlyList<LocaleFile> files;
        try
        {
            files = Files(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [new(FaultLevel.Error, folder, 0, 0, "(folder)", e.Message.TrimEnd('.'), "Make the files readable for the bot")], []);
        }
        var (read, faults) = digest is not null && Trust(files, digest) is { } trusted ? trusted : Check(files);
        return (read, faults, files);
    }

    /// <summary>The same without checking again what was found good before; null when these are other files, or something is wrong.</summary>
    private static ((Settings, ProtectionWords)? Read, IReadOnlyList<LocaleFault> Faults)? Trust(IReadOnlyList<LocaleFile> files, LocaleDigest digest)
    {
        var (settings, faults) = Settings.Trust(files, digest);
        var (protection, protectionFaults) = ProtectionWords.Parse(files);
        return settings is null || Errors([.. faults, .. protectionFaults]).Count > 0 ? null : ((settings, protection), faults);
    }

    private static ((Settings Settings, ProtectionWords Protection)? Read, IReadOnlyList<LocaleFault> Faults) Check(IReadOnlyList<LocaleFile> files)
    {
        var (settings, faults) = Settings.Read(files);
        var (protection, protectionFaults) = ProtectionWords.Parse(files);
        IReadOnlyList<LocaleFault> all = [.. faults, .. protectionFaults];
        return (settings is null || Errors(protectionFaults).Count > 0 ? null : (settings, protection), all);
    }

    private static Stand Heard(Stand stand, bool cuesOnly) => cuesOnly ? stand with { Settings = stand.Settings.With(Dialogs.Sensing.Listener.CuesOnly) } : stand;

    private static IReadOnlyList<LocaleFault> Errors(IEnumerable<LocaleFault> faults) => [.. faults.Where(f => f.Level == FaultLevel.Error)];

    private sealed record Stand(Settings Settings, ProtectionWords Protection, IReadOnlyList<LocaleFault> Warnings, IReadOnlyList<LocaleFault> Broken);
}
