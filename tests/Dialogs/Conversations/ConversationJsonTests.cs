using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs.Tests.Conversations;

public sealed class ConversationJsonTests
{
    private static readonly ConversationEvent[] Events =
    [
        new Opened(Some.Reference, "ja-JP"), new Opened(Some.Reference with { User = null, Bot = null, ServiceUrl = null }, null),
        Some.Accepted, new Accepted("k", new Activity { Type = "typing" }, []),
        new Disclosed(Some.Disclosure), new Sensed(2, 3, Some.Reading, 0.25), new Sensed(2, 2, new Reading { Language = "en" }, 0),
        new Decided(Some.Decision), new Decided(new Decision(Act.Silent, Tier.Low, [], [], "")),
        new Said(Some.Message, Roles.Bot, ["disclosure", "greeting"], 2, true), new Said(Some.Message, Roles.Agent, [], 0, false),
        new CustodyMoved(Custody.Waiting, Custody.Human, "desk/claim", Some.Agent), new CustodyMoved(Custody.Bot, Custody.Waiting, ReasonCodes.Crisis, null),
        new PromiseChanged(Some.Promise), new EffectRequested(Some.Effect), new EffectFinished("k", true, "reference"), new EffectFinished("k", false, null),
        new Noted(Some.Agent, "called\nback"), new WrappedUp(Some.Agent, new WrapUp("resolved", "yes", null)), new WrappedUp(Some.Agent, new WrapUp("referred", "late", "note")),
        new DeliveryChanged(7, DeliveryState.Superseded, "a human had taken over"), new TurnFailed("k", "ref"), new TurnFinished(["k1", "k2"], "hash", "policy-1"),
    ];

    public static TheoryData<int> EventNumbers() => [.. Enumerable.Range(0, Events.Length)];

    [Theory]
    [MemberData(nameof(EventNumbers))]
    public void AnEventIsReadAsItWasWritten(int number)
    {
        var json = JsonSerializer.Serialize(Events[number], ConversationJson.Default.ConversationEvent);
        var read = JsonSerializer.Deserialize(json, ConversationJson.Default.ConversationEvent)!;
        Assert.Equal(Events[number].GetType(), read.GetType());
        Assert.Equal(json, JsonSerializer.Serialize(read, ConversationJson.Default.ConversationEvent));
        Assert.All(read.GetType().GetProperties(), p => Assert.Equal(p.GetValue(Events[number]) is null, p.GetValue(read) is null));
    }

    [Fact]
    public void EveryKindOfEventIsTried() => Assert.Equal(
        typeof(ConversationEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType).OrderBy(t => t.Name),
        Events.Select(e => e.GetType()).Distinct().OrderBy(t => t.Name));

    [Fact]
    public void EveryKindOfEventCanBeWritten() => Assert.Equal(
        typeof(ConversationEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ConversationEvent))).OrderBy(t => t.Name),
        typeof(ConversationEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType).OrderBy(t => t.Name));

    [Fact]
    public void AConversationIsReadAsItWasWritten()
    {
        var json = Write(Some.Conversation);
        Assert.Equal(json, Write(Read(json)));
        var fresh = Conversation.Open("c", Some.Reference, null, Some.Now);
        Assert.Equal(Write(fresh), Write(Read(Write(fresh))));
    }

    /// <summary>A field that is not written would still be read as it was written: so each must be seen.</summary>
    [Fact]
    public void EveryFieldOfAConversationIsWritten()
    {
        var names = typeof(Conversation).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));
        Assert.Equal(names.Order(StringComparer.Ordinal), JsonNode.Parse(Write(Some.Conversation))!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AConversationWrittenBeforeAFieldExistedIsReadWithItsDefault()
    {
        var old = Read("""{"id":"c","version":3,"register":"Polite","reference":{"channelId":"directline","conversationId":"x"}}""");
        Assert.Equal(Write(new Conversation { Id = "c", Version = 3, Reference = new() { ChannelId = "directline", ConversationId = "x" } }), Write(old));
        Assert.False(old.HasOpenWork());
    }

    [Fact]
    public void AReadingWrittenBeforeAFieldExistedIsReadWithItsDefault()
    {
        var old = (Sensed)JsonSerializer.Deserialize("""{"kind":"sensed","first":1,"last":1,"reading":{"language":"en"},"friction":0}""", ConversationJson.Default.ConversationEvent)!;
        var reading = new Reading { Language = "en" };
        Assert.Equal((reading.PDistress, reading.Risk, reading.Evidence.Length, reading.Uncertain.Length), (old.Reading.PDistress, old.Reading.Risk, old.Reading.Evidence.Length, old.Reading.Uncertain.Length));
    }

    [Fact]
    public void TheDeepestActivityThatIsAcceptedCanBeKept()
    {
        var levels = ActivityReader.MaxDepth - 1;
        var (deepest, _) = ActivityReader.Read(Encoding.UTF8.GetBytes($$"""{"type":"message","channelData":{{new string('[', levels)}}{{new string(']', levels)}}}"""));
        var accepted = new Accepted("k", deepest!, []);
        var json = JsonSerializer.Serialize<ConversationEvent>(accepted, ConversationJson.Default.ConversationEvent);
        Assert.IsType<Accepted>(JsonSerializer.Deserialize(json, ConversationJson.Default.ConversationEvent));
        Assert.Single(Read(Write(Some.Conversation with { Pending = [new(2, Some.Now, accepted)] })).Pending);
    }

    private static string Write(Conversation conversation) => JsonSerializer.Serialize(conversation, ConversationJson.Default.Conversation);

    private static Conversation Read(string json) => JsonSerializer.Deserialize(json, ConversationJson.Default.Conversation)!;
}
