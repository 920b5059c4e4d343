using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Speaking;

public sealed class WrittenTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 16, 5, 0, TimeSpan.Zero);

    private static Style Of(string tag) => new(Shipped.Settings.Locales.Find(tag) ?? Shipped.Settings.Locales["en"], Register.Polite, Mood.Calm);

    [Theory]
    [InlineData("Asia/Tokyo", "Tuesday 24 November, 1:05")]
    [InlineData("America/New_York", "Monday 23 November, 11:05")]
    [InlineData("Europe/London", "Monday 23 November, 4:05")]
    public void ATimeIsSaidInTheCustomersZone(string zone, string said)
    {
        Assert.StartsWith(said, Written.DateAndTime(Of("en"), At, zone), StringComparison.Ordinal);
        Assert.DoesNotContain("UTC", Written.DateAndTime(Of("en"), At, zone), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Nowhere/Land")]
    public void AZoneNobodyKnowsSaysUtc(string? zone)
    {
        Assert.StartsWith("Monday 23 November, 4:05", Written.DateAndTime(Of("en"), At, zone), StringComparison.Ordinal);
        Assert.EndsWith(" (UTC)", Written.DateAndTime(Of("en"), At, zone), StringComparison.Ordinal);
        Assert.EndsWith(" (UTC)", Written.Time(Of("en"), At, zone), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-29T00:30Z", "12:30")]
    [InlineData("2026-03-29T01:30Z", "2:30")]
    [InlineData("2026-10-25T00:30Z", "1:30")]
    [InlineData("2026-10-25T01:30Z", "1:30")]
    public void TheHourFollowsTheChangeOfClocks(string at, string said) => Assert.StartsWith(said, Written.Time(Of("en"), DateTimeOffset.Parse(at), "Europe/London"), StringComparison.Ordinal);

    [Theory]
    [InlineData("49.90", "SGD", "SGD 49.90")]
    [InlineData("1200", "JPY", "JPY 1,200")]
    [InlineData("1234567.5", "USD", "USD 1,234,567.50")]
    public void MoneyIsGroupedAndNamed(string amount, string currency, string said) =>
        Assert.Equal(said, Written.Money(Of("en"), decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency));

    [Theory]
    [InlineData(0, "about 1 minute")]
    [InlineData(60, "about 1 minute")]
    [InlineData(61, "about 2 minutes")]
    public void MinutesAreRoundedUpAndNeverNone(int seconds, string said) => Assert.Equal(said, Written.Minutes(Of("en"), TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void JapaneseWritesItsOwnDates()
    {
        var said = Written.DateAndTime(Of("ja"), At, "Asia/Tokyo");
        Assert.Contains("11月24日", said, StringComparison.Ordinal);
        Assert.Contains("JPY 1,200", Written.Money(Of("ja"), 1200, "JPY"), StringComparison.Ordinal);
    }
}
