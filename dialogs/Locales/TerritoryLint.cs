using System.Globalization;

namespace TrustBot.Dialogs.Locales;

/// <summary>What an operator should know about lines of help as time goes by.</summary>
public static class TerritoryLint
{
    /// <summary>After so long a number is looked up again; lines of help were renumbered in five of our territories within three years.</summary>
    public static readonly TimeSpan Ages = TimeSpan.FromDays(730);

    /// <summary>Lines whose facts are older than <see cref="Ages"/> on a day.</summary>
    public static IEnumerable<LocaleFault> Ageing(LocaleSet locales, DateOnly today) =>
        from territory in locales.Territories.Values
        from line in territory.Lines
        where Until(line.AsOf) is { } until && until.DayNumber + Ages.Days < today.DayNumber
        select new LocaleFault(FaultLevel.Warning, $"territories/{territory.Code}.yaml", line.Line, 0, $"lines.{line.Name}.as-of",
            $"`{line.Name}` was true in {line.AsOf}, over two years ago", "Look it up again at its source and renew `as-of`");

    /// <summary>The last day a date of year, month or day stands for.</summary>
    private static DateOnly? Until(string asOf) =>
        DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : DateOnly.TryParseExact(asOf, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month.AddMonths(1).AddDays(-1)
        : DateOnly.TryParseExact(asOf, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? year.AddYears(1).AddDays(-1)
        : null;
}
