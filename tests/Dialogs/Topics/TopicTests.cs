using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;
using TrustBot.Dialogs.Tests.Support;
using TrustBot.Dialogs.Topics;

namespace TrustBot.Dialogs.Tests.Topics;

/// <summary>Each topic's branches, from what is known and what systems answer.</summary>
public sealed class TopicTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly Unavailable Late = new("late");

    private static Names Name(string name) => new(ImmutableSortedDictionary<string, string>.Empty.Add("en", name));

    private static OrderFact Order(OrderStatus status, int daysAgo = 9) => new("LN-1001", Name("lamp"), status, Now.AddDays(-daysAgo), status == OrderStatus.Delayed ? "stock" : null);

    private static TopicTurn Say(string text, string topic = "", string asking = "", string[]? heard = null, DateTimeOffset? now = null, string? zone = "Asia/Tokyo", params (string, string)[] slots) => new(
        Conversation.Open("c", Conversations.Some.Reference, "en", Now) with { Culture = "en", Zone = zone, Topic = new(topic, asking, []), Slots = slots.ToImmutableSortedDictionary(s => s.Item1, s => s.Item2) },
        new(Shipped.Settings.Locales["en"], Register.Polite, Mood.Calm), text, [.. heard ?? []], Facts.None, Shipped.Settings.Policy, "c|7", now ?? Now);

    private static TopicOutcome Outcome(TopicTurn turn, params (string Kind, Fact Fact)[] answers)
    {
        var outcome = Choose.Run(turn, Shipped.Settings.Topics);
        if (outcome is not TopicOutcome.Needs needs || answers.Length == 0) return outcome;
        return Choose.Run(turn with { Facts = needs.Reads.Aggregate(Facts.None, (f, n) => f.With(n, answers.Single(a => a.Kind == n.Kind).Fact)) }, Shipped.Settings.Topics);
    }

    private static Draft Answer(TopicTurn turn, params (string Kind, Fact Fact)[] answers) => Assert.IsType<TopicOutcome.Answered>(Outcome(turn, answers)).Draft;

    private static string Key(Draft draft) => string.Join(' ', draft.Lines.Select(l => l.Key));

    [Theory]
    [InlineData(OrderStatus.Preparing, "order-preparing")]
    [InlineData(OrderStatus.Shipped, "order-shipped")]
    [InlineData(OrderStatus.OutForDelivery, "order-out")]
    [InlineData(OrderStatus.Delivered, "order-delivered")]
    [InlineData(OrderStatus.Delayed, "order-delayed")]
    [InlineData(OrderStatus.Cancelled, "order-cancelled")]
    public void AnOrderIsToldAsItStands(OrderStatus status, string key)
    {
        var draft = Answer(Say("where is my order", slots: (Slots.Order, "LN-1001")), (FactKinds.Order, Order(status)));
        Assert.Equal(key, Key(draft));
        Assert.Equal("source-orders LN-1001", string.Join(' ', draft.Grounds));
    }

    [Fact]
    public void AnOrderIsAskedForOnceAndAgainOnlyWhenItIsNotFound()
    {
        Assert.Equal("ask-order", Key(Answer(Say("where is my order"))));
        var again = Answer(Say("where is my order", slots: (Slots.Order, "LN-9999")), (FactKinds.Order, new NotFound()));
        Assert.Equal(("order-not-found", "", "order"), (Key(again), again.Slots[Slots.Order], again.Topic.Asking));
        var down = Answer(Say("where is my order", slots: (Slots.Order, "LN-1001")), (FactKinds.Order, Late));
        Assert.Equal("system-unavailable", Key(down));
    }

    [Fact]
    public void ARefundAsksItsFourSystemsTogether() =>
        Assert.Equal([FactKinds.Order, FactKinds.RefundPolicy, FactKinds.Warehouse, FactKinds.Finance],
            Assert.IsType<TopicOutcome.Needs>(Outcome(Say("where is my refund", slots: (Slots.Order, "LN-1001")))).Reads.Select(n => n.Kind));

    [Theory]
    [InlineData("paid", "received", 9, "refund-paid")]
    [InlineData("due", "received", 9, "refund-received")]
    [InlineData("none", "received", 9, "refund-received")]
    [InlineData("none", "announced", 9, "refund-awaiting-parcel")]
    [InlineData("none", "none", 9, "refund-none")]
    [InlineData("none", "none", 30, "refund-none")]
    [InlineData("none", "none", 31, "refund-outside-policy")]
    public void ARefundIsOneCoherentAnswer(string finance, string warehouse, int daysAgo, string key)
    {
        var draft = Refund(finance, warehouse, "known", daysAgo);
        Assert.Equal(key, Key(draft));
        Assert.Equal(key == "refund-outside-policy", draft is { OffersHuman: true, Tier: Tier.High });
        Assert.Equal(key == "refund-received", draft.Promises is [{ Kind: "refund", State: "open", Zone: "Asia/Tokyo" }]);
    }

    [Theory]
    [InlineData("down", "received", "known", "the warehouse received your parcel", "our finance system")]
    [InlineData("paid", "down", "known", "SGD 49.90 was paid", "our warehouse system")]
    [InlineData("due", "none", "down", "finance pays by", "our returns rules")]
    [InlineData("down", "down", "known", "returns are open for 30 days", "our warehouse system, our finance system")]
    public void ASystemThatDoesNotAnswerIsNamedAndWhatIsKnownIsTold(string finance, string warehouse, string policy, string known, string missing)
    {
        var line = Assert.Single(Refund(finance, warehouse, policy, 9).Lines);
        Assert.Equal("refund-partly", line.Key);
        Assert.Contains(known, line.Values["known"], StringComparison.Ordinal);
        Assert.Equal(missing, line.Values["missing"]);
    }

    private static Draft Refund(string finance, string warehouse, string policy, int daysAgo) => Answer(Say("where is my refund", slots: (Slots.Order, "LN-1001")),
        (FactKinds.Order, Order(OrderStatus.Delivered, daysAgo)),
        (FactKinds.RefundPolicy, policy == "down" ? Late : new RefundPolicyFact(30, 5)),
        (FactKinds.Warehouse, warehouse switch { "down" => Late, "received" => new WarehouseFact(true, Now.AddDays(-2)), "announced" => new WarehouseFact(true, null), _ => new NotFound() }),
        (FactKinds.Finance, finance switch { "down" => Late, "paid" => new FinanceFact(Now.AddDays(-1), null, 49.90m, "SGD"), "due" => new FinanceFact(null, Now.AddDays(2), 49.90m, "SGD"), _ => new NotFound() }));

    [Theory]
    [InlineData("2026-11-23T02:01Z", "Asia/Tokyo", "morning", "2026-11-24T03:00Z")]
    [InlineData("2026-11-23T02:00Z", "Asia/Tokyo", "morning", "2026-11-23T03:00Z")]
    [InlineData("2026-11-23T14:59Z", "Asia/Tokyo", "evening", "2026-11-24T11:00Z")]
    [InlineData("2026-11-23T15:01Z", "Asia/Tokyo", "evening", "2026-11-24T11:00Z")]
    [InlineData("2026-11-23T15:01Z", "Asia/Tokyo", "morning", "2026-11-24T03:00Z")]
    [InlineData("2026-03-28T20:00Z", "Europe/London", "morning", "2026-03-29T11:00Z")]
    [InlineData("2026-10-24T20:00Z", "Europe/London", "morning", "2026-10-25T12:00Z")]
    [InlineData("2026-11-01T04:30Z", "America/New_York", "evening", "2026-11-02T01:00Z")]
    [InlineData("2026-11-23T02:00Z", null, "morning", "2026-11-23T12:00Z")]
    public void ACallIsDueAtTheEndOfThePartOfTheDayInTheCustomersZone(string now, string? zone, string part, string due)
    {
        var draft = Answer(Say("yes", "callback", "confirm", ["yes"], DateTimeOffset.Parse(now), zone, (Slots.Phone, "61234567"), (Slots.Daypart, part)));
        var promise = Assert.Single(draft.Promises);
        Assert.Equal((DateTimeOffset.Parse(due), zone ?? "UTC", "61234567"), (promise.Due, promise.Zone, promise.Detail));
        Assert.Equal(zone is null, promise.Said.EndsWith("(UTC)", StringComparison.Ordinal));
        Assert.Equal((promise.Id, "book-callback"), (draft.Effects.Single().Data["promise"], draft.Effects.Single().Kind));
    }

    [Fact]
    public void ACallIsBookedOnlyAfterNumberTimeAndYes()
    {
        Assert.Equal("ask-phone", Key(Answer(Say("can someone call me back"))));
        Assert.Equal("ask-time", Key(Answer(Say("call me back", slots: (Slots.Phone, "61234567")))));
        var confirm = Answer(Say("in the morning", "callback", Slots.Daypart, ["morning"], slots: (Slots.Phone, "61234567")));
        Assert.Equal(("callback-confirm", 0), (Key(confirm), confirm.Effects.Length));
        var no = Answer(Say("no", "callback", "confirm", ["no"], slots: [(Slots.Phone, "61234567"), (Slots.Daypart, "morning")]));
        Assert.Equal(("ask-phone", "", ""), (Key(no), no.Slots[Slots.Phone], no.Slots[Slots.Daypart]));
    }

    [Fact]
    public void AComplaintIsFiledOnceInTheCustomersWordsWithAReferenceThatFollowsFromWhereItStands()
    {
        const string Words = "the lamp arrived broken and nobody answered";
        Draft File(string seed) => Answer(Say(Words, "complaint", Slots.Complaint) with { Seed = seed });
        var (draft, same, other) = (File("c|7"), File("c|7"), File("c|8"));
        var reference = draft.Lines[0].Values["reference"];
        Assert.Equal((reference, "complaint-filed", Words), (same.Lines[0].Values["reference"], Key(draft), draft.Effects.Single().Data["words"]));
        Assert.NotEqual(reference, other.Lines[0].Values["reference"]);
        Assert.Matches("^CP-[234679CDFHJKMNPQRTWXY]{7}$", reference);
        Assert.Equal(Now + Shipped.Settings.Policy.Times["complaint-answer"], draft.Promises.Single().Due);
    }

    [Fact]
    public void ReferencesDoNotRepeat() => Assert.Equal(5000, Enumerable.Range(0, 5000)
        .Select(i => Answer(Say("the lamp arrived broken", "complaint", Slots.Complaint) with { Seed = $"c|{i}" }).Lines[0].Values["reference"]).Distinct().Count());

    [Theory]
    [InlineData("the lamp is broken", "complaint-filed")]
    [InlineData("start over please", "start-over")]
    [InlineData("what can you do", "what-can-you-do")]
    [InlineData("my internet is down all the time", "complaint-filed")]
    public void TalkAboutTheTalkIsNoComplaint(string text, string key) => Assert.Equal(key, Key(Answer(Say(text, "complaint", Slots.Complaint))));

    [Fact]
    public void AFewWordsThatWaveItAwayAreNoComplaint() => Assert.NotEqual("complaint-filed", Key(Answer(Say("never mind", "complaint", Slots.Complaint, ["dissatisfaction"]))));

    [Fact]
    public void AnotherQuestionIsNoArea()
    {
        Assert.Equal("ask-order", Key(Answer(Say("where is my order", "outage", Slots.Area))));
        Assert.Equal("outage-none", Key(Answer(Say("Orchard Road", "outage", Slots.Area), (FactKinds.Outage, new OutageFact(false, null)))));
    }

    [Fact]
    public void BillOutageAndHoursAnswerOrSayThatASystemDoesNot()
    {
        Assert.Equal("ask-account", Key(Answer(Say("why is my bill so high"))));
        Assert.Equal("bill-not-found", Key(Answer(Say("why is my bill so high", slots: (Slots.Account, "AC-1")), (FactKinds.Bill, new NotFound()))));
        Assert.Equal("system-unavailable", Key(Answer(Say("why is my bill so high", slots: (Slots.Account, "AC-1")), (FactKinds.Bill, Late))));
        Assert.Equal("hours-open", Key(Answer(Say("what are your opening hours"), (FactKinds.Hours, new HoursFact(true, Now.AddHours(2))))));
        Assert.Equal("hours-closed", Key(Answer(Say("what are your opening hours"), (FactKinds.Hours, new HoursFact(false, Now.AddHours(2))))));
        var outage = Answer(Say("238801", "outage", Slots.Area), (FactKinds.Outage, new OutageFact(true, null)));
        Assert.Equal(("outage-yes", "not known yet"), (Key(outage), outage.Lines[0].Values["eta"]));
    }

    [Fact]
    public void UnsureCostsOneQuestionAndItsAnswerIsTaken()
    {
        var turn = Say("yes", Clarify, heard: ["yes"]);
        var one = turn with { Conversation = turn.Conversation with { Topic = new(Clarify, "", ["order-status"]) } };
        Assert.Equal("ask-order", Key(Answer(one)));
        var two = turn with { Text = "2", Heard = [], Conversation = turn.Conversation with { Topic = new(Clarify, "", ["order-status", "bill"]) } };
        Assert.Equal("ask-account", Key(Answer(two)));
        var lost = turn with { Text = "fnord", Heard = [], Conversation = turn.Conversation with { Topic = new(Clarify, "", ["order-status"]) } };
        Assert.True(Answer(lost).NotUnderstood);
    }

    private const string Clarify = "(clarify)";
}
