using TrustBot.Dialogs;
using TrustBot.Locales;

namespace TrustBot.CommandLine;

/// <summary>What the commands about listening start from.</summary>
internal static class Workplace
{
    /// <summary>The locale files and policy that the settings name.</summary>
    /// <exception cref="StartUpException">A file has an error.</exception>
    public static Settings Settings(string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(settings).Build();
        var (read, faults) = LocaleFolder.Read(LocaleFolder.Find(configuration["Locales:Path"] ?? ""));
        return read ?? throw new StartUpException(string.Join('\n', faults.Where(f => f.Level == Dialogs.Locales.FaultLevel.Error)));
    }

    /// <summary>Says on the error stream how far long work has come.</summary>
    public static Action<string> Progress()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        return step => Console.Error.WriteLine($"{watch.Elapsed:mm\\:ss} {step}");
    }
}
