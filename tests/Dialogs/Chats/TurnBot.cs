using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Tests.Support;
using TrustBot.Dialogs.Topics;

namespace TrustBot.Dialogs.Tests.Chats;

/// <summary>The real turn, with a sample back office and a clock that only moves when it is told to.</summary>
internal sealed class TurnBot(Settings settings, DateTimeOffset? start = null) : IChatBot
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private readonly HashSet<string> _down = [];
    private readonly List<string> _said = [];
    private AgentRef _agent = new("a1", "Mei");
    private QueueFact _queue = new(1, TimeSpan.FromMinutes(3), 1);
    private DateTimeOffset _now = start ?? Start;
    private string? _zone, _locale;
    private string _channel = Channels.DirectLine;
    private int _keys;

    public List<LogEntry> Log { get; } = [];

    /// <summary>All that the AI has said, how, and when.</summary>
    public List<(string Text, IReadOnlyList<string> Phrases, Register Register, DateTimeOffset At)> Spoken { get; } = [];

    public Conversation Conversation { get; private set; } = null!;
    public Custody Custody => Conversation.Custody;
    public string? Reason => Conversation.Queue?.Reason ?? Log.Select(e => e.Event).OfType<CustodyMoved>().LastOrDefault(m => m.To == Custody.Waiting)?.Reason;

    public IReadOnlyList<string> Open(Chat chat)
    {
        (_zone, _locale, _channel) = (chat.Zone, chat.Culture, chat.Channel);
        var reference = new ConversationReference { ChannelId = chat.Channel, ConversationId = "chat", User = new() { Id = "dl_customer" } };
        Conversation = Conversation.Open(chat.Path, reference, chat.Culture, _now);
        Log.Add(new(1, _now, new Opened(reference, chat.Culture)));
        return Accept(Customer(ActivityTypes.ConversationUpdate) with { MembersAdded = [new() { Id = "dl_customer" }] });
    }

    public IReadOnlyList<string> User(string words)
    {
        _now += TimeSpan.FromSeconds(20);
        return Accept(Customer(ActivityTypes.Message) with { Text = words });
    }

    public IReadOnlyList<string> Desk(DeskDeed deed)
    {
        _now += TimeSpan.FromSeconds(5);
        if (deed is DeskDeed.Claim claim) _agent = new("agent-" + claim.Agent, claim.Agent);
        return Accept(deed switch
        {
            DeskDeed.Claim => AtDesk(InternalEvents.Claim, null),
            DeskDeed.Return { Agreed: var agreed } => AtDesk(InternalEvents.Return, new JsonObject { ["agreed"] = agreed ?? "" }),
            DeskDeed.Requeue => AtDesk(InternalEvents.Requeue, null),
            DeskDeed.ClearDanger => AtDesk(InternalEvents.ClearDanger, null),
            DeskDeed.Close close => AtDesk(InternalEvents.Close, new JsonObject { ["outcome"] = close.Outcome, ["escalationRight"] = close.EscalationRight, ["note"] = null }),
            DeskDeed.Note note => AtDesk(InternalEvents.Note, null) with { Text = note.Words },
            DeskDeed.Says says => AtDesk(null, null) with { Type = ActivityTypes.Message, Text = says.Words },
            _ => throw new InvalidOperationException(deed.ToString()),
        });
    }

    public IReadOnlyList<string> Advance(TimeSpan by)
    {
        _said.Clear();
        for (var end = _now + by; ; )
        {
            var next = Conversation.Timers.OrderBy(t => t.Value).FirstOrDefault(t => t.Value <= end);
            if (next.Key is null)
            {
                _now = end;
                return [.. _said];
            }
            _now = next.Value > _now ? next.Value : _now;
            Run(new() { Type = ActivityTypes.Event, Name = InternalEvents.Timer, ChannelId = Channels.Timer, Value = Json(new JsonObject { ["name"] = next.Key }) }, $"timer:{next.Key}:{next.Value.UtcTicks}");
        }
    }

    public void Queue(QueueFact queue) => _queue = queue;

    public void Set(string system, bool up) => _ = up ? _down.Remove(system) : _down.Add(system);

    private IReadOnlyList<string> Accept(Activity activity)
    {
        _said.Clear();
        Run(activity, $"k{_keys++}");
        return [.. _said];
    }

    private void Run(Activity activity, string key)
    {
        var accepted = new Accepted(key, activity, []);
        Conversation = Conversation.Accept(accepted, _now);
        Log.Add(new(Conversation.Version, _now, accepted));
        for (var facts = Facts.None; !Conversation.Pending.IsEmpty;)
        {
            switch (Turn.Run(Conversation, facts, settings, _now))
            {
                case TurnResult.Needs needs:
                    facts = needs.Reads.Aggregate(facts, (all, need) => all.With(need, Read(need)));
                    break;
                case TurnResult.Done done:
                    Take(done);
                    break;
            }
        }
    }

    private void Take(TurnResult.Done done)
    {
        Assert.Equal(Conversation.Version + done.Events.Length, done.Snapshot.Version);
        foreach (var happened in done.Events)
        {
            Log.Add(new(Log.Count + 1, _now, happened));
            if (happened is not Said said) continue;
            _said.AddRange(said.Speaker == Roles.Agent ? ["agent"] : said.Phrases);
            if (said.Speaker != Roles.Agent) Spoken.Add((said.Activity.Text ?? "", said.Phrases, done.Snapshot.Register, _now));
        }
        Conversation = done.Snapshot;
        foreach (var effect in Conversation.Effects)
            Run(new() { Type = ActivityTypes.Event, Name = InternalEvents.EffectOutcome, ChannelId = Channels.Effect, Value = Json(new JsonObject { ["key"] = effect.Key, ["done"] = !_down.Contains(effect.Kind), ["detail"] = "" }) }, $"effect:{effect.Key}");
    }

    private Fact Read(Need need) => _down.Contains(need.Kind) ? new Unavailable("down") : need.Kind == FactKinds.Queue ? _queue : SampleFacts.Read(need, _now);

    private Activity Customer(string type) => new()
    {
        Type = type,
        ChannelId = _channel,
        Locale = _locale,
        LocalTimezone = _zone,
        From = new() { Id = "dl_customer", Role = Roles.User },
    };

    private Activity AtDesk(string? name, JsonObject? value) => new()
    {
        Type = ActivityTypes.Event,
        Name = name,
        ChannelId = Channels.Desk,
        From = new() { Id = _agent.Id, Name = _agent.Name, Role = Roles.Agent },
        Value = value is null ? null : Json(value),
    };

    private static JsonElement Json(JsonObject value) => JsonSerializer.SerializeToElement(value);
}
