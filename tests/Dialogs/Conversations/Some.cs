using System.Collections.Immutable;
using System.Text.Json;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs.Tests.Conversations;

/// <summary>Sample records, every field filled, for tests that do not care which.</summary>
internal static class Some
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 22, 15, 19, 751, TimeSpan.Zero);

    public static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement.Clone();

    public static ConversationReference Reference { get; } = new()
    {
        ChannelId = Channels.DirectLine,
        ConversationId = "channel-conversation",
        ServiceUrl = "https://example.com/",
        User = new() { Id = "dl_1", Name = "Aiko", Role = Roles.User, Unknown = new() { ["aadObjectId"] = Json("null") } },
        Bot = new() { Id = "bot", Name = "AI", Role = Roles.Bot },
    };

    public static Activity Message { get; } = new()
    {
        Type = ActivityTypes.Message,
        Text = "靴はどこ? 👟",
        Locale = "ja-JP",
        From = Reference.User,
        ChannelId = Channels.DirectLine,
        ServiceUrl = "https://example.com/",
        ChannelData = Json("""{"clientActivityID":"m41ubdmg5pb","deep":{"null":null,"list":[1.50,"x"]}}"""),
        Entities = [Json("""{"type":"clientInfo"}"""), AiLabel.Entity],
        SuggestedActions = new() { Actions = [new() { Type = "imBack", Title = "Yes", Value = Json("\"Yes\"") }] },
        Attachments = [new() { ContentType = "text/plain", Name = "a.txt", Content = Json("{}") }],
        Unknown = new() { ["odd"] = Json("[null,{}]") },
    };

    public static AgentRef Agent { get; } = new("agent-1", "Mei");

    public static Reason Reason { get; } = new(ReasonCodes.AskedForHuman, 0.93, 0.6, [new("asks_human", "cue", 3, 5, "human", 2.25)]);

    public static Decision Decision { get; } = new(Act.HandOffNow, Tier.High, [Reason], [Reason with { Code = ReasonCodes.Frustration }], "policy-1");

    public static Disclosure Disclosure { get; } = new("hash", "ja-JP", Channels.DirectLine, Now, "first");

    public static Promise Promise { get; } = new("p1", "callback", Now.AddHours(3), "Asia/Tokyo", "2026-11-22 10:15", "open", "+81 3 0000 0000");

    public static Effect Effect { get; } = new("c|7|1", "book-callback", ImmutableSortedDictionary<string, string>.Empty.Add("phone", "1").Add("名", "値"));

    public static Reading Reading { get; } = new()
    {
        Language = "ja-JP",
        PLanguage = 0.99,
        Sentiment = -0.4,
        Frustration = 0.31,
        PFrustration = 0.2,
        Dissatisfaction = 0.5,
        PDissatisfaction = 0.45,
        PIndirect = 0.4,
        Distress = Distress.Moderate,
        PDistress = new(0.8, 0.6, 0.1, 0.01),
        PCrisis = 0.1,
        Risk = ImmutableSortedDictionary<string, double>.Empty.Add("fraud_in_progress", 0.07),
        PAsksHuman = 0.93,
        PDeclinesHuman = 0.01,
        PAbuse = 0.02,
        PSarcasm = 0.03,
        PDeniesDanger = 0.04,
        PStopScoring = 0.05,
        Register = Dialogs.Locales.Register.Formal,
        Uncertain = ["too_short"],
        Evidence = Reason.Evidence,
    };

    public static Accepted Accepted { get; } = new("directline|c|1", Message, ["card"]);

    public static Conversation Conversation { get; } = Conversation.Open("c-1", Reference, "ja-JP", Now) with
    {
        LastCustomerAt = Now,
        Culture = "ja-JP",
        CultureFromWords = true,
        Territory = "JP",
        Zone = "Asia/Tokyo",
        Register = Dialogs.Locales.Register.Formal,
        RegisterLed = Dialogs.Locales.Register.Formal,
        RegisterWished = Dialogs.Locales.Register.Polite,
        Mood = Dialogs.Locales.Mood.Distressed,
        ScoringOff = true,
        Custody = Custody.Human,
        Agent = Agent,
        Queue = new(Now, Tier.Medium, ReasonCodes.Care, 2, Now),
        Handoffs = 3,
        HandoffReasons = [Reason],
        Disclosures = [Disclosure],
        Friction = new(0.4, Now, 1, "where", "Where?", Now, "clarify", "h", 9),
        Danger = Danger.Care,
        Topic = new("order-status", "order", ["refund-status"]),
        Slots = Effect.Data,
        FactsTold = [new("order LN-1001 status", "shipped", Now, "orders")],
        Promises = [Promise],
        Wordings = ImmutableSortedDictionary<string, int>.Empty.Add("greeting", 1),
        LastDecision = Decision,
        LastGrounds = ["orders", "LN-1001"],
        Pending = [new(2, Now, Accepted)],
        Effects = [Effect],
        Undelivered = [4, 5],
        Timers = ImmutableSortedDictionary<string, DateTimeOffset>.Empty.Add("queue-update", Now.AddSeconds(90)),
    };
}
