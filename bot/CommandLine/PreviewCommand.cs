using TrustBot.Dialogs.Locales;
using TrustBot.Locales;
using TrustBot.Workbench;

namespace TrustBot.CommandLine;

/// <summary>Shows what a culture says, or how a customer's message is read and answered in it.</summary>
internal static class PreviewCommand
{
    public static async Task<int> Run(string[] settings, string tag, string page, string filter, string say)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(settings).Build();
        var folder = LocaleFolder.Find(configuration["Locales:Path"] ?? "");
        var (read, faults) = LocaleFolder.Read(folder);
        if (read is null)
            throw new StartUpException($"The locale files in {folder} cannot be shown:\n{string.Join('\n', faults.Where(f => f.Level == FaultLevel.Error).Take(20).Select(f => "  " + f))}");
        var culture = read.Locales.Find(tag)
            ?? throw new StartUpException($"No culture answers to `{tag}`. There are: {string.Join(", ", read.Locales.Cultures.Keys)}");
        if (page.Length > 0)
        {
            await File.WriteAllTextAsync(page, PreviewPage.Of(read.Locales, culture));
            Console.WriteLine($"{culture.Tag}: {Path.GetFullPath(page)}");
        }
        var lines = say.Length > 0 ? await SaidPreview.Of(read, culture, say, TimeProvider.System.GetUtcNow())
            : page.Length > 0 ? [] : PreviewTable.Of(read.Locales, culture, filter);
        foreach (var line in lines) Console.WriteLine(line);
        return 0;
    }
}
