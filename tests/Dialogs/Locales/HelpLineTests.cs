using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Tests.Locales;

public sealed class HelpLineTests
{
    private static HelpLine At(string zone, params OpenHours[] hours) =>
        new() { Name = "A", Kind = "crisis", AsOf = "2026", Source = "s", Confidence = "high", Zone = zone, Hours = [.. hours] };

    private static OpenHours From(int from, int to, params DayOfWeek[] days) => new([.. days], from, to);

    private static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time + "Z");

    [Theory]
    [InlineData("2026-11-23T06:59", false)]
    [InlineData("2026-11-23T07:00", true)]
    [InlineData("2026-11-23T11:59", true)]
    [InlineData("2026-11-23T12:00", false)]
    [InlineData("2026-11-24T08:00", false)]
    public void ItIsOpenByTheClockOfItsOwnZone(string utc, bool open) =>
        Assert.Equal(open, At("Asia/Tokyo", From(16 * 60, 21 * 60, DayOfWeek.Monday)).OpenAt(Utc(utc)));

    [Theory]
    [InlineData("2026-03-28T09:30", true)]
    [InlineData("2026-03-28T08:30", false)]
    [InlineData("2026-03-29T08:30", true)]
    [InlineData("2026-10-25T08:30", false)]
    [InlineData("2026-10-25T09:30", true)]
    public void WhenClocksChangeTheHoursMoveWithThem(string utc, bool open) =>
        Assert.Equal(open, At("Europe/London", From(9 * 60 + 30, 17 * 60, DayOfWeek.Saturday, DayOfWeek.Sunday)).OpenAt(Utc(utc)));

    [Theory]
    [InlineData("2026-11-23T14:59", true)]
    [InlineData("2026-11-23T15:00", false)]
    public void TwentyFourHoursMeansTheEndOfTheDay(string utc, bool open) =>
        Assert.Equal(open, At("Asia/Tokyo", From(22 * 60, 1440, DayOfWeek.Monday)).OpenAt(Utc(utc)));

    [Fact]
    public void HoursNobodyKnowsAreNeitherOpenNorClosed()
    {
        Assert.Null(At("Asia/Tokyo").OpenAt(Utc("2026-11-23T07:00")));
        Assert.Null(At("Nowhere/Land", From(0, 1440, DayOfWeek.Monday)).OpenAt(Utc("2026-11-23T07:00")));
        Assert.True((At("") with { Always = true }).OpenAt(Utc("2026-11-23T07:00")));
    }
}
