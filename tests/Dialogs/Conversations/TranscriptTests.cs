using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Tests.Activities;

namespace TrustBot.Dialogs.Tests.Conversations;

public sealed class TranscriptTests
{
    [Fact]
    public void AnActivityIdLeadsBackToItsPlaceInTheLog() => Prop.ForAll(Arb.From(ActivityGen.Text), Arb.From(Gen.Choose(1, int.MaxValue)), (conversation, seq) =>
        Transcript.SeqOf(conversation, Transcript.ActivityId(conversation, seq)) == seq).QuickCheckThrowOnFailure();

    [Fact]
    public void AnActivityIdHasSevenDigitsAndMoreWhenTheyAreNeeded()
    {
        Assert.Equal("c|0000007", Transcript.ActivityId("c", 7));
        Assert.Equal("c|123456789", Transcript.ActivityId("c", 123456789));
        Assert.Equal(long.MaxValue, Transcript.SeqOf("c", Transcript.ActivityId("c", long.MaxValue)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("c")]
    [InlineData("c|")]
    [InlineData("c|x")]
    [InlineData("c|-1")]
    [InlineData("c|+1")]
    [InlineData("c| 1")]
    [InlineData("c|1 ")]
    [InlineData("c|1,0")]
    [InlineData("c|٣")]
    [InlineData("c|0000001|0000002")]
    [InlineData("C|0000001")]
    [InlineData("cc|0000001")]
    [InlineData("c|99999999999999999999")]
    public void AnIdThatIsNotOfThisConversationHasNoPlace(string? id) => Assert.Equal(0, Transcript.SeqOf("c", id));

    [Theory]
    [InlineData(Channels.Desk)]
    [InlineData(Channels.Timer)]
    [InlineData(Channels.Effect)]
    public void WhatComesFromInsideIsNotTheCustomersToSee(string channel) =>
        Assert.Null(See(new Accepted("k", Some.Message with { ChannelId = channel }, [])));

    [Theory]
    [InlineData(ActivityTypes.Event)]
    [InlineData(ActivityTypes.Typing)]
    [InlineData(ActivityTypes.ConversationUpdate)]
    [InlineData(ActivityTypes.Invoke)]
    [InlineData(ActivityTypes.EndOfConversation)]
    public void OnlyMessagesOfTheCustomerComeBackAsEcho(string type) => Assert.Null(See(new Accepted("k", Some.Message with { Type = type }, [])));

    [Fact]
    public void OfAllOtherEventsTheCustomerSeesNothing() => Assert.All(
        new ConversationEvent[]
        {
            new Opened(Some.Reference, null), new Disclosed(Some.Disclosure), new Sensed(1, 1, Some.Reading, 0), new Decided(Some.Decision),
            new CustodyMoved(Custody.Bot, Custody.Waiting, "x", null), new Noted(Some.Agent, "secret"), new WrappedUp(Some.Agent, new("a", "b", "c")),
            new TurnFailed("k", "r"), new EffectRequested(Some.Effect), new DeliveryChanged(1, DeliveryState.Unknown, null), new TurnFinished([], "", ""),
        },
        e => Assert.Null(See(e)));

    [Theory]
    [InlineData(Roles.Bot, "bot", "bot")]
    [InlineData(Roles.Agent, "bot", "agent")]
    public void AnAgentIsABotOnTheWireAndAHumanInOurField(string speaker, string role, string ours)
    {
        var seen = See(new Said(Some.Message with { From = new() { Id = "x", Name = "Mei", Role = Roles.Agent } }, speaker, [], 2, false))!;
        Assert.Equal((role, "Mei", "x"), (seen.From!.Role, seen.From.Name, seen.From.Id));
        Assert.Equal(ours, seen.ChannelData!.Value.GetProperty("trustbot").GetProperty("speaker").GetString());
        Assert.Equal(Transcript.ActivityId("c-1", 2), seen.ReplyToId);
    }

    [Fact]
    public void TheCustomersOwnLineComesBackWithTheirMarkAndOurPlace()
    {
        var seen = See(new Accepted("k", Some.Message with { From = new() { Id = "me", Role = "bot" }, ReplyToId = "theirs" }, []))!;
        Assert.Equal(("c-1|0000042", "me", Roles.User, "theirs"), (seen.Id, seen.From!.Id, seen.From.Role, seen.ReplyToId));
        Assert.Equal("m41ubdmg5pb", seen.ChannelData!.Value.GetProperty("clientActivityID").GetString());
        Assert.Equal(42, seen.ChannelData.Value.GetProperty("webchat:sequence-id").GetInt64());
        Assert.Equal(("2026-11-21T22:15:19.751Z", Channels.DirectLine, "channel-conversation"), (seen.Timestamp, seen.ChannelId, seen.Conversation!.Id));
        Assert.Null(seen.ServiceUrl);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("""{"webchat:sequence-id":"mine","trustbot":{"speaker":"agent"}}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"trustbot":1,"trustbot":2}""")]
    public void WhateverTheCustomerPutsIntoChannelDataTheStampIsOurs(string channelData)
    {
        var seen = See(new Accepted("k", Some.Message with { ChannelData = Some.Json(channelData) }, []))!;
        var data = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(seen, ActivityJson.Default.Activity)).RootElement.GetProperty("channelData");
        Assert.Equal(42, data.GetProperty("webchat:sequence-id").GetInt64());
        Assert.Equal("user", data.GetProperty("trustbot").GetProperty("speaker").GetString());
    }

    [Fact]
    public void AnyActivityThatIsAcceptedCanBeShown() => Prop.ForAll(ActivityGen.Activities, json =>
    {
        var (activity, _) = ActivityReader.Read(Encoding.UTF8.GetBytes(json));
        var seen = See(new Said(activity!, Roles.Bot, [], 0, false))!;
        Assert.NotEmpty(JsonSerializer.Serialize(seen, ActivityJson.Default.Activity));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void TheDeepestActivityThatIsAcceptedCanBeShown()
    {
        var levels = ActivityReader.MaxDepth - 2;
        var (deepest, _) = ActivityReader.Read(Encoding.UTF8.GetBytes($$$"""{"type":"message","channelData":{"a":{{{new string('[', levels)}}}{{{new string(']', levels)}}}}}"""));
        Assert.NotEmpty(JsonSerializer.Serialize(See(new Accepted("k", deepest!, []))!, ActivityJson.Default.Activity));
    }

    [Fact]
    public void TimesAreUtcWithMilliseconds() =>
        Assert.Equal("2026-11-21T22:15:19.000Z", Transcript.Time(new DateTimeOffset(2026, 11, 22, 7, 15, 19, TimeSpan.FromHours(9))));

    private static Activity? See(ConversationEvent e) => Transcript.Visible(Some.Conversation, new LogEntry(42, Some.Now, e));
}
