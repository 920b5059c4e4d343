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
    [InlineData(89 * 60, "about 89 minutes")]
    [InlineData(90 * 60, "about 2 hours")]
    public void ADurationIsRoundedUpAndNeverNone(int seconds, string said) => Assert.Equal(said, Written.Duration(Of("en"), TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void JapaneseWritesItsOwnDates()
    {
        var said = Written.DateAndTime(Of("ja"), At, "Asia/Tokyo");
        Assert.Contains("11月24日", said, StringComparison.Ordinal);
        Assert.Equal("1,200円", Written.Money(Of("ja"), 1200, "JPY"));
    }

    [Theory]
    [InlineData("2026-11-24T14:59Z", "9:00 pm today")]
    [InlineData("2026-11-23T15:00Z", "9:00 pm today")]
    [InlineData("2026-11-23T14:59Z", "9:00 pm tomorrow")]
    [InlineData("2026-11-22T14:59Z", "Tuesday 24 November, 9:00 pm")]
    public void TodayAndTomorrowAreThoseOfTheCustomersZone(string now, string said) =>
        Assert.Equal(said, Written.When(Of("en"), DateTimeOffset.Parse("2026-11-24T12:00Z"), "Asia/Tokyo", DateTimeOffset.Parse(now)));

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void AYearIsGregorianAndNoMarkIsHidden(string calendar)
    {
        var culture = Mini.Set(("en/voice.yaml", Mini.Voice.Replace("date: \"d MMMM\"", "date: \"d MMMM yyyy h:mm tt\"").Replace("en-GB", calendar)))["en"];
        var said = Written.Date(new(culture, Register.Polite, Mood.Calm), At, "Asia/Tokyo");
        Assert.Contains("2026", said, StringComparison.Ordinal);
        Assert.DoesNotContain(said, c => c is '\u202F' or '\u200F' or '\u200E');
    }
}
