using System.Collections.Immutable;
using System.Text.Json;
using TrustBot.Desk;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Handoffs;
using TrustBot.Storage;
using TrustBot.Turns;

namespace TrustBot.Tests.Desk;

using Channels = Dialogs.Activities.Channels;

/// <summary>A store that keeps everything in memory and can be made to fail.</summary>
internal sealed class DeskStore : IConversationStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Conversation> _snapshots = [];
    private readonly Dictionary<string, List<LogEntry>> _logs = [];
    private readonly Dictionary<(string, string), long> _keys = [];

    public bool Away { get; set; }

    public Task<Conversation?> Load(string conversationId, CancellationToken cancel) => Now(() => _snapshots.GetValueOrDefault(conversationId));

    public Task<AppendOutcome> Append(Append append, CancellationToken cancel) => Now<AppendOutcome>(() =>
    {
        var id = append.Snapshot.Id;
        if (append.DedupeKey is { } key && _keys.TryGetValue((id, key), out var seen)) return new AppendOutcome.Duplicate(seen);
        if ((_snapshots.GetValueOrDefault(id)?.Version ?? 0) != append.ExpectedVersion) return new AppendOutcome.Conflict();
        var log = _logs.TryGetValue(id, out var known) ? known : _logs[id] = [];
        var entries = append.Events.Select((e, i) => new LogEntry(append.ExpectedVersion + 1 + i, append.At, e)).ToList();
        log.AddRange(entries);
        _snapshots[id] = append.Snapshot;
        if (append.DedupeKey is { } first) _keys[(id, first)] = entries[0].Seq;
        return new AppendOutcome.Appended(entries);
    });

    public Task<IReadOnlyList<LogEntry>> Read(string conversationId, long after, int limit, CancellationToken cancel) =>
        Now<IReadOnlyList<LogEntry>>(() => [.. _logs.GetValueOrDefault(conversationId, []).Where(e => e.Seq > after).Take(limit)]);

    public Task<IReadOnlyList<ConversationRow>> List(IReadOnlyCollection<Custody> custody, int limit, CancellationToken cancel) =>
        Now<IReadOnlyList<ConversationRow>>(() =>
        {
            var rows = _snapshots.Values.Where(c => custody.Contains(c.Custody)).Select(Row);
            return [.. (custody.Contains(Custody.Waiting)
                ? rows.OrderByDescending(r => r.Tier).ThenBy(r => r.WaitingSince)
                : rows.OrderByDescending(r => r.Updated)).Take(limit)];
        });

    public Task<IReadOnlyList<string>> Due(DateTimeOffset now, int limit, CancellationToken cancel) => Now<IReadOnlyList<string>>(() => []);
    public Task<IReadOnlyList<string>> WithOpenWork(int limit, CancellationToken cancel) => Now<IReadOnlyList<string>>(() => []);
    public Task<IReadOnlyList<TimeSpan>> RecentWaits(int limit, CancellationToken cancel) => Now<IReadOnlyList<TimeSpan>>(() => []);

    private ConversationRow Row(Conversation c) => new(c.Id, c.Custody, c.Queue?.Tier ?? Tier.Low, c.Queue?.Reason ?? "", c.Queue?.Since,
        c.Agent?.Id, c.Agent?.Name, c.Culture, c.Reference.ChannelId, c.Mood.ToString(), _logs[c.Id][^1].At, c.Version);

    private Task<T> Now<T>(Func<T> work)
    {
        if (Away) throw new StoreUnavailableException("The store is away.");
        lock (_gate) return Task.FromResult(work());
    }
}

/// <summary>Packets by conversation id; none unless given.</summary>
internal sealed class DeskPackets : IPackets
{
    public Dictionary<string, HandoffPacket> Given { get; } = [];
    public bool Broken { get; set; }

    public Task<HandoffPacket?> For(string conversationId, AgentRef agent, CancellationToken cancel) =>
        Broken ? throw new InvalidOperationException("no packet") : Task.FromResult(Given.GetValueOrDefault(conversationId));
}

/// <summary>Answers what the desk does by the custody table, as the real turn will, and nothing else.</summary>
internal sealed class DeskTurn(IConversationStore store, ConversationFeed feed, TimeProvider clock)
{
    /// <summary>Set to hold answers back.</summary>
    public TaskCompletionSource? Held { get; set; }

    public async Task Run(string id)
    {
        if (Held is { } held) await held.Task;
        while (await store.Load(id, default) is { Pending: [var pending, ..] } now)
        {
            var (events, next) = Answer(now, pending);
            events = events.Add(new TurnFinished([pending.Accepted.Key], "l", "p"));
            next = next with { Version = now.Version + events.Length, Pending = now.Pending.RemoveAt(0) };
            await store.Append(new(next, now.Version, events, clock.GetUtcNow()), default);
            feed.Announce(id);
        }
    }

    private (ImmutableArray<ConversationEvent>, Conversation) Answer(Conversation c, PendingActivity pending)
    {
        var a = pending.Accepted.Activity;
        if (a.ChannelId != Channels.Desk) return ([], c);
        var me = new AgentRef(a.From!.Id!, a.From.Name!);
        var mine = c.Custody == Custody.Human && c.Agent?.Id == me.Id;
        return (a.Type, a.Name) switch
        {
            (ActivityTypes.Message, _) when mine => ([new Said(a, Roles.Agent, [], pending.Seq, false)], c),
            (_, InternalEvents.Claim) when c.Custody == Custody.Waiting =>
                ([new CustodyMoved(c.Custody, Custody.Human, "claimed", me)], c with { Custody = Custody.Human, Agent = me }),
            (_, InternalEvents.Note) => ([new Noted(me, a.Text!)], c),
            (_, InternalEvents.Requeue) when mine => ([new CustodyMoved(c.Custody, Custody.Waiting, "requeued", null)], c with { Custody = Custody.Waiting, Agent = null }),
            (_, InternalEvents.Return) when mine => ([new CustodyMoved(c.Custody, Custody.Bot, "returned", null)], c with { Custody = Custody.Bot, Agent = null }),
            (_, InternalEvents.ClearDanger) when mine => ([], c with { Danger = Danger.None }),
            (_, InternalEvents.Close) when mine => ([new WrappedUp(me, Wrap(a.Value!.Value)), new CustodyMoved(c.Custody, Custody.Closed, "closed", me)],
                c with { Custody = Custody.Closed, Agent = null }),
            _ => ([], c),
        };
    }

    private static WrapUp Wrap(JsonElement value) => value.Deserialize(ConversationJson.Default.WrapUp)!;
}
