using System.Text.Json;
using System.Text.Json.Nodes;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Tests.Support;
using TrustBot.Dialogs.Topics;

namespace TrustBot.Dialogs.Tests.Turns;

/// <summary>A conversation that goes wherever chance takes it, and is held to the promises at every step.</summary>
internal sealed class Walk(int seed, string? locale = "en")
{
    private static readonly string[] Words =
    [
        "hello", "where is my order", "LN-1001", "where is my order LN-1002?", "refund for LN-1005", "where is my refund", "AC-2001", "my bill please",
        "I want to make a complaint", "the router broke twice and nobody called me back as you had promised, and I am still waiting for it to be fixed",
        "call me back", "+65 6123 4567", "morning", "yes", "no", "human", "I want to talk to a human", "no human please", "never mind, I'll wait no longer",
        "this is useless", "USELESS!!! YOU NEVER UNDERSTAND ANYTHING!!!", "you stupid machine", "are you a human?", "why did you say that", "start over",
        "what can you do", "thanks", "bye", "1", "2", "when are you open", "is there an outage in 238801", "i want to", "die", "i want to die",
        "I meant dine", "I can't cope any more", "don't analyse my mood", "I will call my lawyer", "someone used my card", "", "   ", "?", "👍", "🙃🙃🙃",
        "qwertz uiop asdf", "注文はどこですか", "人間と話したい", "死にたい", "返金はいつですか", "Où est ma commande ?", "\u202e\u200b\ud83d", "{order}", "%s %n \\u0000",
        "lorem ipsum dolor sit amet consetetur sadipscing elitr sed diam nonumy eirmod tempor invidunt ut labore et dolore magna aliquyam erat",
    ];

    private readonly Random _chance = new(seed);
    private readonly string _id = $"walk-{seed}";
    private DateTimeOffset _now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private DateTimeOffset _lastSaid = DateTimeOffset.MinValue;
    private int _keys;

    public Conversation Now { get; private set; } = null!;

    public int Said { get; private set; }

    public HashSet<(Custody, Custody)> Moves { get; } = [];

    public void Open()
    {
        var reference = new ConversationReference { ChannelId = Channels.DirectLine, ConversationId = _id, User = new() { Id = "dl_customer" }, ServiceUrl = seed % 3 == 0 ? "http://channel.example" : null };
        Now = Conversation.Open(_id, reference, locale, _now);
    }

    public void Step()
    {
        _now += TimeSpan.FromSeconds(_chance.Next(1, 60));
        if (Now.Reference.ServiceUrl is not null && _chance.Next(3) > 0) Now = Now with { Undelivered = [] };
        foreach (var due in Now.Timers.Where(t => t.Value <= _now).ToList()) Run(Inside(Channels.Timer, InternalEvents.Timer, new() { ["name"] = due.Key }));
        foreach (var effect in Now.Effects) Run(Inside(Channels.Effect, InternalEvents.EffectOutcome, new() { ["key"] = effect.Key, ["done"] = _chance.Next(4) > 0, ["detail"] = "" }));
        switch (_chance.Next(12))
        {
            case 0 when Now.Custody == Custody.Waiting: Run(AtDesk(InternalEvents.Claim)); break;
            case 1 or 2 when Now.Custody == Custody.Human: Run(AtDesk(Pick(InternalEvents.Return, InternalEvents.Requeue, InternalEvents.Close, InternalEvents.ClearDanger))); break;
            case 3: Run(AtDesk(Pick(InternalEvents.Claim, InternalEvents.Return, InternalEvents.Close, InternalEvents.Note, "desk/nonsense"))); break;
            case 4: Run(Customer(ActivityTypes.ConversationUpdate)); break;
            case 5: Run([.. Enumerable.Range(0, _chance.Next(2, 6)).Select(_ => Message())]); break;
            default: Run(Message()); break;
        }
    }

    public Activity Message(string? words = null) => Customer(ActivityTypes.Message) with { Text = words ?? Pick(Words) + (_chance.Next(40) == 0 ? string.Concat(Enumerable.Repeat(" and again", 400)) : "") };

    public void Run(params Activity[] activities)
    {
        foreach (var activity in activities) Now = Now.Accept(new($"k{_keys++}", activity, []), _now);
        for (var (facts, rounds) = (Facts.None, 0); !Now.Pending.IsEmpty; rounds++)
        {
            Assert.True(rounds < 10, "The turn asks for reads without end.");
            var result = Turn.Run(Now, facts, Shipped.ByCues, _now);
            Assert.Equal(Json(result), Json(Turn.Run(Now, facts, Shipped.ByCues, _now)));
            if (result is TurnResult.Needs needs) facts = needs.Reads.Aggregate(facts, (all, need) => all.With(need, Read(need)));
            else (facts, rounds) = Take((TurnResult.Done)result, activities);
        }
    }

    private (Facts, int) Take(TurnResult.Done done, Activity[] activities)
    {
        Assert.Equal(Now.Version + done.Events.Length, done.Snapshot.Version);
        var custody = Now.Custody;
        foreach (var move in done.Events.OfType<CustodyMoved>())
        {
            Assert.Equal(custody, move.From);
            Assert.True(CustodyTable.Allows(move.From, move.To), $"{move.From} to {move.To}");
            Moves.Add((move.From, move.To));
            custody = move.To;
        }
        Assert.Equal(custody, done.Snapshot.Custody);
        Assert.Equal(custody == Custody.Human, done.Snapshot.Agent is not null);
        // Kept while a human has it: put back, the customer has waited since the first time.
        if (custody != Custody.Human) Assert.Equal(custody == Custody.Waiting, done.Snapshot.Queue is not null);
        if (custody == Custody.Waiting) Assert.True(done.Snapshot.Timers.ContainsKey("queue"), "Who waits would never hear from us.");

        var said = done.Events.OfType<Said>().ToList();
        if (Said == 0 && said.Count > 0) Assert.Contains(said[0].Phrases, p => p is "disclosure" or "disclosure-crisis");
        Assert.All(said, s => Assert.False(string.IsNullOrWhiteSpace(s.Activity.Text)));
        Assert.DoesNotContain(said, s => s.Speaker == Roles.Bot && Now.Custody == Custody.Human && custody == Custody.Human);
        Said += said.Count;
        if (said.Count > 0) _lastSaid = _now;

        var isCustomers = activities[0].Type == ActivityTypes.Message && !Channels.IsInternal(activities[0].ChannelId);
        var heardLately = custody == Custody.Waiting && _now - _lastSaid < TimeSpan.FromSeconds(15);
        if (isCustomers && custody != Custody.Human)
            Assert.True(said.Count > 0 || heardLately, $"A dead end: custody {custody}, nothing said to \"{string.Join(" / ", activities.Select(a => a.Text))}\".");
        Now = done.Snapshot;
        return (Facts.None, 0);
    }

    private Fact Read(Need need) => _chance.Next(8) == 0 ? new Unavailable("late")
        : need.Kind == FactKinds.Queue ? new QueueFact(_chance.Next(1, 9), _chance.Next(3) == 0 ? null : TimeSpan.FromMinutes(_chance.Next(1, 20)), _chance.Next(3))
        : SampleFacts.Read(need, _now);

    private Activity Customer(string type) => new() { Type = type, ChannelId = Channels.DirectLine, Locale = locale, From = new() { Id = "dl_customer", Role = Roles.User } };

    private static Activity AtDesk(string name) => Inside(Channels.Desk, name, new() { ["agreed"] = "a new router", ["outcome"] = "resolved", ["escalationRight"] = "yes" }) with { From = new() { Id = "a1", Name = "Mei" }, Text = "a note" };

    private static Activity Inside(string channel, string name, JsonObject value) => new()
    {
        Type = ActivityTypes.Event, ChannelId = channel, Name = name, Value = JsonSerializer.SerializeToElement(value),
    };

    private T Pick<T>(params T[] of) => of[_chance.Next(of.Length)];

    private static string Json(TurnResult result) => result is TurnResult.Done done
        ? JsonSerializer.Serialize(done.Snapshot, ConversationJson.Default.Conversation) + string.Join('\n', done.Events.Select(e => JsonSerializer.Serialize(e, ConversationJson.Default.ConversationEvent)))
        : string.Join('\n', ((TurnResult.Needs)result).Reads);
}
