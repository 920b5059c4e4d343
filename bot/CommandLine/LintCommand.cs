using TrustBot.Dialogs.Locales;
using TrustBot.Locales;

namespace TrustBot.CommandLine;

/// <summary>Checks the locale files without starting anything.</summary>
internal static class LintCommand
{
    public static int Run(string[] settings, bool warnings)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(settings).Build();
        var folder = LocaleFolder.Find(configuration["Locales:Path"] ?? "");
        var (read, found) = LocaleFolder.Read(folder);
        var faults = found.Concat(read is null ? [] : TerritoryLint.Ageing(read.Locales, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime))).ToList();
        var errors = faults.Count(f => f.Level == FaultLevel.Error);
        foreach (var fault in faults.Where(f => warnings || f.Level == FaultLevel.Error)) Console.WriteLine(fault);
        Console.WriteLine($"{folder}: {errors} errors, {faults.Count - errors} warnings{(warnings || faults.Count == errors ? "" : " (--warnings shows them)")}");
        return errors == 0 ? 0 : 1;
    }
}
