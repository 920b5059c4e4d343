using TrustBot.Dialogs;
using TrustBot.Dialogs.Locales;
using TrustBot.Privacy;

namespace TrustBot.Locales;

/// <summary>Where the locale files are (section <c>Locales</c>).</summary>
internal sealed class LocaleOptions
{
    public const string Section = "Locales";

    /// <summary>The folder; empty means <c>./locales</c>, else the one shipped beside the program.</summary>
    public string Path { get; set; } = "";
}

/// <summary>The locale files, read and checked at start; a turn uses one immutable snapshot of them.</summary>
internal sealed class LocaleFolder
{
    internal LocaleFolder(string path, Settings settings, ProtectionWords protection, IReadOnlyList<LocaleFault> warnings) =>
        (Path, Current, Protection, Warnings) = (path, settings, protection, warnings);

    /// <summary>The folder read.</summary>
    public string Path { get; }

    /// <summary>The settings turns run by.</summary>
    public Settings Current { get; }

    /// <summary>The words that announce secrets.</summary>
    public ProtectionWords Protection { get; }

    /// <summary>What the operator should know about them.</summary>
    public IReadOnlyList<LocaleFault> Warnings { get; }

    /// <summary>Reads and checks a folder.</summary>
    /// <exception cref="StartUpException">It is not there, or holds an error: file, line, key, problem and how to mend it.</exception>
    public static LocaleFolder Open(string path)
    {
        var folder = Find(path);
        var (settings, protection, faults) = Read(folder);
        return settings is not null
            ? new(folder, settings, protection, faults)
            : throw new StartUpException(
                $"The locale files in {folder} cannot be used:\n"
                + string.Join('\n', faults.Where(f => f.Level == FaultLevel.Error).Take(20).Select(f => "  " + f))
                + "\nMend them and start again; `lint` checks them without starting.");
    }

    /// <summary>Reads and checks everything in a folder; settings are null when a fault is an error.</summary>
    public static (Settings? Settings, ProtectionWords Protection, IReadOnlyList<LocaleFault> Faults) Read(string folder)
    {
        var files = Files(folder);
        var (settings, faults) = Settings.Read(files);
        var (protection, protectionFaults) = ProtectionWords.Parse(files);
        var all = faults.Concat(protectionFaults).ToList();
        return (protectionFaults.Any(f => f.Level == FaultLevel.Error) ? null : settings, protection, all);
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
}
