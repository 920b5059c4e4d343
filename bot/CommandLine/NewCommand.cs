using System.Globalization;
using TrustBot.Dialogs.Locales;
using TrustBot.Locales;
using TrustBot.Workbench;

namespace TrustBot.CommandLine;

/// <summary>Makes the files of a new culture.</summary>
internal static class NewCommand
{
    public static int Run(string[] settings, string tag, string from)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(settings).Build();
        var folder = LocaleFolder.Find(configuration["Locales:Path"] ?? "");
        var (read, faults) = LocaleFolder.Read(folder);
        if (read is null) throw new StartUpException($"The locale files in {folder} have errors; mend them first:\n{string.Join('\n', faults.Where(f => f.Level == FaultLevel.Error).Take(20))}");
        if (read.Locales.Cultures.ContainsKey(tag)) throw new StartUpException($"{tag} is there already: {Path.Combine(folder, tag)}");
        if (read.Locales.Cultures.GetValueOrDefault(from) is not { } culture)
            throw new StartUpException($"There is no culture `{from}` to begin from. There are: {string.Join(", ", read.Locales.Cultures.Keys)}");
        foreach (var file in Scaffold.Of(tag, Name(tag), culture, LocaleFolder.Files(folder)))
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var written = new FileStream(path, FileMode.CreateNew);
            written.Write(System.Text.Encoding.UTF8.GetBytes(file.Text));
            Console.WriteLine(path);
        }
        Console.WriteLine($"Next: write in {Path.Combine(folder, tag)}, then `lint` and `preview {tag}`. A bot that runs uses it as soon as it is saved without errors.");
        return 0;
    }

    private static string Name(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).NativeName;
        }
        catch (CultureNotFoundException)
        {
            throw new StartUpException($"`{tag}` is not a BCP 47 culture. Write it like ja-JP.");
        }
    }
}
