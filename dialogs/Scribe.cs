using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs;

/// <summary>Writes down what a turn does: events in order, and the snapshot that follows from them.</summary>
internal sealed class Scribe(Conversation conversation, Settings settings, DateTimeOffset now)
{
    private readonly (string Id, long Version) _before = (conversation.Id, conversation.Version);
    private readonly ImmutableArray<ConversationEvent>.Builder _events = ImmutableArray.CreateBuilder<ConversationEvent>();

    /// <summary>How many told facts, promises and disclosures the snapshot keeps; the log keeps all.</summary>
    private const int MostKept = 50;

    public Conversation Snapshot { get; private set; } = conversation;
    public Settings Settings => settings;
    public DateTimeOffset Now => now;

    /// <summary>The sequence the next event will have.</summary>
    public long NextSeq => _before.Version + _events.Count + 1;

    /// <summary>What references and choices derive from: conversation and sequence.</summary>
    public string Seed => string.Create(CultureInfo.InvariantCulture, $"{_before.Id}|{_before.Version}");

    public void Set(Func<Conversation, Conversation> change) => Snapshot = change(Snapshot);

    public void Add(ConversationEvent happened) => _events.Add(happened);

    /// <summary>Says lines as one message of the AI, in one style.</summary>
    /// <param name="lines">Phrases, joined into one reply.</param>
    /// <param name="chips">Keys of the buttons; a text beginning with = is taken as it is.</param>
    /// <param name="replyTo">Sequence of what it answers; 0 when nothing.</param>
    /// <param name="mayRepeat">Disclosure, handoff and crisis lines may be sent once more when in doubt.</param>
    public string Say(IEnumerable<Line> lines, IEnumerable<string> chips, long replyTo, bool mayRepeat = false)
    {
        var style = Style.Of(Snapshot, settings.Locales);
        var keys = ImmutableArray.CreateBuilder<string>();
        var parts = new List<string>();
        foreach (var line in lines)
        {
            var (text, index) = Wording.Of(style, line, Snapshot.Wordings.GetValueOrDefault(line.Key, -1), Seed);
            Set(c => c with { Wordings = c.Wordings.SetItem(line.Key, index) });
            keys.Add(line.Key);
            parts.Add(text);
        }
        var whole = string.Join(style.Culture.Voice.Formats.Join, parts);
        var labels = chips.Select(c => c[0] == '=' ? c[1..] : Wording.Label(style, c)).ToList();
        AddSaid(new()
        {
            Type = ActivityTypes.Message,
            Text = whole,
            TextFormat = "plain",
            Locale = style.Culture.Tag,
            InputHint = "acceptingInput",
            From = new() { Id = "trustbot", Name = Wording.Label(style, "ai-name"), Role = Roles.Bot },
            Entities = [AiLabel.Entity],
            SuggestedActions = labels.Count == 0 ? null : new() { Actions = [.. labels.Select(Chip)] },
        }, Roles.Bot, keys.ToImmutable(), replyTo, mayRepeat);
        return whole;
    }

    /// <summary>Says a human's own words, under the human's name and without the AI's mark.</summary>
    public void SayAs(AgentRef agent, string text, long replyTo) =>
        AddSaid(new()
        {
            Type = ActivityTypes.Message,
            Text = text,
            TextFormat = "plain",
            Locale = Snapshot.Culture,
            From = new()
            {
                Id = "agent-" + agent.Id,
                Name = Wording.Of(Style.Of(Snapshot, settings.Locales), Line.Of("human-label", ("agent", agent.Name)), -1, "").Text,
                Role = Roles.Agent,
            },
        }, Roles.Agent, [], replyTo, false);

    /// <summary>Moves custody by its table; a move the table does not allow is a defect, not an outcome.</summary>
    public void Move(Custody to, string reason, AgentRef? agent = null)
    {
        var from = Snapshot.Custody;
        if (from == to) return;
        if (!CustodyTable.Allows(from, to)) throw new InvalidOperationException($"Custody cannot move from {from} to {to} ({reason}).");
        Add(new CustodyMoved(from, to, reason, agent));
        Set(c => c with { Custody = to, Agent = to == Custody.Human ? agent : null });
    }

    public void Timer(string name, DateTimeOffset due) => Set(c => c with { Timers = c.Timers.SetItem(name, due) });

    public void NoTimer(params ReadOnlySpan<string> names)
    {
        foreach (var name in names) Snapshot = Snapshot with { Timers = Snapshot.Timers.Remove(name) };
    }

    public void Promise(Promise promise)
    {
        Add(new PromiseChanged(promise));
        Set(c => c with { Promises = [.. c.Promises.Where(p => p.Id != promise.Id).Append(promise).TakeLast(MostKept)] });
    }

    public void Told(IEnumerable<FactTold> facts) =>
        Set(c => c with { FactsTold = [.. c.FactsTold.Where(f => !facts.Any(n => n.Key == f.Key)).Concat(facts).TakeLast(MostKept)] });

    public void Request(Effect effect)
    {
        Add(new EffectRequested(effect));
        Set(c => c with { Effects = c.Effects.Add(effect) });
    }

    /// <summary>Ends the turn: these activities are answered.</summary>
    public TurnResult.Done Finish(IReadOnlyCollection<PendingActivity> answered)
    {
        var keys = answered.Select(p => p.Accepted.Key).ToImmutableArray();
        Add(new TurnFinished(keys, settings.Locales.Hash, settings.Policy.Version));
        var left = Snapshot.Pending.RemoveAll(p => keys.Contains(p.Accepted.Key));
        return new(Snapshot with { Pending = left, Version = _before.Version + _events.Count }, _events.ToImmutable());
    }

    private void AddSaid(Activity activity, string speaker, ImmutableArray<string> keys, long replyTo, bool mayRepeat)
    {
        var seq = NextSeq;
        Add(new Said(activity, speaker, keys, replyTo, mayRepeat));
        if (Snapshot.Reference.ServiceUrl is not null) Set(c => c with { Undelivered = c.Undelivered.Add(seq) });
    }

    private static CardAction Chip(string label) =>
        new() { Type = "imBack", Title = label, Value = JsonSerializer.SerializeToElement(label, ScribeJson.Default.String) };
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class ScribeJson : System.Text.Json.Serialization.JsonSerializerContext;
