using System.Text.Json;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Turns;

/// <summary>Where someone is decides which line of help they are given: known it stays, unknown it is never guessed.</summary>
public sealed class ContextTests
{
    private static Conversation After(Conversation conversation, string? zone, string? locale, string? country = null)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message, Text = "hello", ChannelId = Channels.DirectLine, LocalTimezone = zone, Locale = locale,
            Entities = country is null ? null : [JsonSerializer.SerializeToElement(new { type = "clientInfo", country })],
        };
        return ((TurnResult.Done)Turn.Run(conversation.Accept(new($"k{conversation.Version}", activity, []), Conversations.Some.Now), Facts.None, Shipped.ByCues, Conversations.Some.Now)).Snapshot;
    }

    private static Conversation New => Conversation.Open("c", new() { ChannelId = Channels.DirectLine, ConversationId = "c" }, null, Conversations.Some.Now);

    [Theory]
    [InlineData("Asia/Tokyo", "en-US", "SG", "SG")]
    [InlineData("Asia/Tokyo", "en-US", null, "JP")]
    [InlineData("Asia/Calcutta", "en-US", null, "IN")]
    [InlineData(null, "en-US", null, "US")]
    [InlineData("UTC", "en-US", null, "US")]
    [InlineData("Etc/UTC", "en-US", null, "US")]
    [InlineData("Europe/Rome", "en-US", null, null)]
    [InlineData("Nowhere/Land", "en-US", null, "US")]
    [InlineData(null, "en", null, null)]
    [InlineData(null, null, "XX", null)]
    public void TheCountryComesFirstThenTheClockThenTheSettings(string? zone, string? locale, string? country, string? territory) =>
        Assert.Equal(territory, After(New, zone, locale, country).Territory);

    [Fact]
    public void ItDoesNotFlipBetweenTurns()
    {
        var first = After(New, "Asia/Tokyo", "en-US", "SG");
        Assert.Equal("SG", After(first, "Asia/Tokyo", "en-US").Territory);
        Assert.Equal(("SG", "Asia/Tokyo"), (After(first, null, null).Territory, After(first, null, null).Zone));
        Assert.Equal("US", After(first, "America/New_York", "en-US").Territory);
        Assert.Equal("JP", After(After(New, "Asia/Tokyo", null), null, "en-US").Territory);
        Assert.Null(After(After(New, null, "en-US"), "Europe/Rome", "en-US").Territory);
    }

    [Fact]
    public void ACultureWhoseFolderIsGoneIsChosenAnew()
    {
        var snapshot = After(New with { Culture = "xx-XX", LocaleHint = "en" }, null, "en");
        Assert.Equal("en", snapshot.Culture);
    }
}
