using System.Collections.Immutable;
using System.Text.Json;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Privacy;
using TrustBot.Storage;

namespace TrustBot.Tests.Support;

using Channels = Dialogs.Activities.Channels;

/// <summary>The one house of sample data.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    public static readonly AgentRef Agent = new("agent-7", "Sample Agent");

    public static readonly Reason Reason = new(ReasonCodes.Frustration, 0.81, 0.7, [new Evidence("frustration", "cue", 3, 7, "useless", 1.9)]);

    public static readonly Decision Decision = new(Act.HandOffNow, Tier.Medium, [Reason], [], "policy-1");

    public static readonly Effect Effect = new("c|7|complaint", "file-complaint", ImmutableSortedDictionary<string, string>.Empty.Add("order", "LN-1001"));

    public static readonly Promise Promise = new("p-1", "callback", Noon.AddHours(3), "Asia/Tokyo", "3 pm", "open", "call back");

    public static readonly Disclosure Disclosure = new("hash-1", "en", Channels.DirectLine, Noon, "first");

    public static ConversationReference Reference { get; } = new()
    {
        ChannelId = Channels.DirectLine,
        ConversationId = "channel-1",
        User = new ChannelAccount { Id = "dl_user", Name = "Sample Customer", Role = Roles.User },
        Bot = new ChannelAccount { Id = "bot", Role = Roles.Bot },
    };

    /// <summary>The words that ship.</summary>
    public static ProtectionWords ProtectionWords { get; } = ProtectionWords.Parse(
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "locales"), "protect.yaml", SearchOption.AllDirectories)
            .Select(f => new LocaleFile(Path.GetFileName(Path.GetDirectoryName(f)!) + "/protect.yaml", File.ReadAllText(f)))).Words;

    public static Protector Protector(byte secret = 1) => new([secret], () => ProtectionWords);

    public static string Id() => Guid.NewGuid().ToString("N");

    public static Activity Message(string text) => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = Channels.DirectLine,
        From = Reference.User,
        Text = text,
        ChannelData = JsonSerializer.SerializeToElement(new { clientActivityID = "abc" }),
    };

    public static Accepted Accepted(string text, string key = "key-1") => new(key, Message(text), ["card"]);

    public static Reading Reading { get; } = new()
    {
        Language = "ja-JP",
        Sentiment = -0.4,
        PDistress = new DistressOdds(0.5, 0.2, 0.1, 0.01),
        Risk = ImmutableSortedDictionary<string, double>.Empty.Add("self_harm", 0.07),
        Register = Register.Formal,
        Uncertain = ["too_short"],
        Evidence = Reason.Evidence,
    };

    /// <summary>One event of every kind.</summary>
    public static IReadOnlyList<ConversationEvent> EveryEvent { get; } =
    [
        new Opened(Reference, "ja-JP"),
        Accepted("荷物はどこですか 📦"),
        new Disclosed(Disclosure),
        new Sensed(2, 2, Reading, 0.3),
        new Decided(Decision),
        new Said(Message("お調べします。"), Roles.Bot, ["checking"], 2, true),
        new CustodyMoved(Custody.Waiting, Custody.Human, "claimed", Agent),
        new PromiseChanged(Promise),
        new EffectRequested(Effect),
        new EffectFinished(Effect.Key, true, "CASE-1"),
        new Noted(Agent, "calm now"),
        new WrappedUp(Agent, new WrapUp("resolved", "yes", null)),
        new DeliveryChanged(6, DeliveryState.Started, null),
        new TurnFailed("key-1", "ref-1"),
        new TurnFinished(["key-1"], "locales-1", "policy-1"),
    ];

    /// <summary>A conversation with something in most of its fields.</summary>
    public static Conversation Full(string id) => Conversation.Open(id, Reference, "ja", Noon) with
    {
        Culture = "ja-JP",
        Register = Register.Formal,
        Mood = Mood.Strained,
        Custody = Custody.Human,
        Agent = Agent,
        Queue = new QueueStand(Noon, Tier.High, ReasonCodes.Crisis, 2, Noon.AddMinutes(1)),
        HandoffReasons = [Reason],
        Disclosures = [Disclosure],
        Danger = Danger.Care,
        Slots = ImmutableSortedDictionary<string, string>.Empty.Add("order", "LN-1001"),
        FactsTold = [new FactTold("order LN-1001 status", "shipped", Noon, "orders")],
        Promises = [Promise],
        Wordings = ImmutableSortedDictionary<string, int>.Empty.Add("greeting", 1),
        LastDecision = Decision,
        Pending = [new PendingActivity(2, Noon, Accepted("hello"))],
        Effects = [Effect],
        Undelivered = [6],
        Timers = ImmutableSortedDictionary<string, DateTimeOffset>.Empty.Add("grace", Noon.AddMinutes(5)),
    };

    /// <summary>The append that opens a conversation.</summary>
    public static Append Opening(string id, DateTimeOffset? at = null) =>
        new(Conversation.Open(id, Reference, null, at ?? Noon), 0, [new Opened(Reference, null)], at ?? Noon);

    /// <summary>The append that accepts a message.</summary>
    public static Append Accepting(Conversation seen, string text, string? key = null, DateTimeOffset? at = null)
    {
        var accepted = Accepted(text, key ?? "none");
        return new Append(seen.Accept(accepted, at ?? Noon), seen.Version, [accepted], at ?? Noon, key);
    }

    /// <summary>The append that changes the snapshot and says with one event why.</summary>
    public static Append Changing(Conversation seen, Func<Conversation, Conversation> change, ConversationEvent? why = null, DateTimeOffset? at = null) =>
        new(change(seen) with { Version = seen.Version + 1 }, seen.Version, [why ?? new Noted(Agent, "changed")], at ?? Noon);
}
