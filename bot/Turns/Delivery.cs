using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;

namespace TrustBot.Turns;

/// <summary>
/// Pushes lines to channels that do not read the log, in order, honestly (promise 6): a mark is durable before each
/// send; what was started and has no outcome after a crash is unknown and not repeated, except lines that may repeat once.
/// A bot line that waited while a human took over is not sent (promise 4).
/// </summary>
internal sealed class Delivery
{
    /// <summary>A channel that cannot be reached for this long refuses the line.</summary>
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(1), LongestPause = TimeSpan.FromMinutes(5), WaitedFor = TimeSpan.FromSeconds(2);

    private readonly (IConversationStore Store, Lanes Lanes, ConversationFeed Feed, TimeProvider Clock, ILogger Log) _with;
    private readonly IEnumerable<IPush> _channels;
    private readonly Rounds _rounds;

    public Delivery(IConversationStore store, Lanes lanes, IEnumerable<IPush> channels, ConversationFeed feed, TimeProvider clock, ILogger<Delivery> log)
    {
        _with = (store, lanes, feed, clock, log);
        _channels = channels;
        _rounds = new(Deliver, log);
    }

    /// <summary>Delivers what waits in a conversation, in the background: a slow channel holds up no turn.</summary>
    public void Wake(string conversationId) => _rounds.Wake(conversationId);

    public bool Busy => _rounds.Busy;

    /// <summary>Delivers what waits, oldest first; returns early when the channel cannot be reached, to be woken again later.</summary>
    internal async Task Deliver(string conversationId)
    {
        while (await _with.Store.Load(conversationId, CancellationToken.None) is { Undelivered: [var line, ..] } conversation)
            if (!await Next(conversation, line)) return;
    }

    /// <summary>Does one step for the oldest line; false when it and all behind it must wait.</summary>
    private async Task<bool> Next(Conversation conversation, long line)
    {
        var history = await DeliveryHistory.Of(_with.Store, conversation, line);
        if (history.Entry is not { Event: Said said } entry) return await Done(DeliveryState.Refused, "the line is gone");
        if (conversation.Custody == Custody.Human && history.HumanSince > line && said is { Speaker: Roles.Bot, MayRepeat: false })
            return await Done(DeliveryState.Superseded, null);
        if (history.InDoubt >= (said.MayRepeat ? 2 : 1)) return await Done(DeliveryState.Unknown, "the process ended while it was being sent");
        if (_channels.FirstOrDefault(c => c.Serves(conversation.Reference)) is not { } channel)
            return await Done(DeliveryState.Refused, "no channel serves this conversation");
        if (history.Unreached > 0 && history.UnreachedAt + Pause(history.Unreached) - _with.Clock.GetUtcNow() is var pause && pause > TimeSpan.Zero)
            return await Waited(pause);

        if (!await Mark(conversation.Id, line, DeliveryState.Started, null, done: false)) return false;
        var outcome = await channel.Send(conversation.Reference, Transcript.Visible(conversation, entry)!, CancellationToken.None);
        switch (outcome.Result)
        {
            case PushResult.Delivered: return await Done(DeliveryState.Delivered, null);
            case PushResult.Unknown: return await Done(DeliveryState.Unknown, outcome.Detail);
            case PushResult.NotSent when _with.Clock.GetUtcNow() - entry.At < GiveUpAfter:
                _with.Log.LogWarning("Conversation {Conversation}: the channel cannot be reached ({Detail}); line {Line} waits.", conversation.Id, outcome.Detail, line);
                return await Mark(conversation.Id, line, DeliveryState.NotSent, outcome.Detail, done: false);
            default: return await Done(DeliveryState.Refused, outcome.Detail);
        }

        Task<bool> Done(DeliveryState state, string? detail) => Mark(conversation.Id, line, state, detail, done: true);
    }

    /// <summary>A short pause is waited for and everything looked at again; a long one is left to the sweep.</summary>
    private async Task<bool> Waited(TimeSpan pause)
    {
        if (pause > WaitedFor) return false;
        await Task.Delay(pause, _with.Clock);
        return true;
    }

    private static TimeSpan Pause(int unreached)
    {
        var doubled = TimeSpan.FromMilliseconds(200 * Math.Pow(2, Math.Min(unreached, 16) - 1));
        return doubled < LongestPause ? doubled : LongestPause;
    }

    private async Task<bool> Mark(string conversationId, long line, DeliveryState state, string? detail, bool done)
    {
        while (true)
        {
            using var lane = await _with.Lanes.Enter(conversationId, CancellationToken.None);
            if (await _with.Store.Load(conversationId, CancellationToken.None) is not { } now) return false;
            var next = now with { Version = now.Version + 1, Undelivered = done ? now.Undelivered.Remove(line) : now.Undelivered };
            var append = new Append(next, now.Version, [new DeliveryChanged(line, state, detail)], _with.Clock.GetUtcNow());
            if (await _with.Store.AppendInTime(append, _with.Clock, CancellationToken.None) is not AppendOutcome.Appended) continue;
            if (state is not DeliveryState.Started and not DeliveryState.Delivered) _with.Feed.Announce(conversationId);
            return true;
        }
    }
}

/// <summary>What the log says about the delivery of one line.</summary>
/// <param name="Entry">The line.</param>
/// <param name="InDoubt">How often a send was started that has no outcome.</param>
/// <param name="Unreached">How often nothing reached the channel.</param>
/// <param name="UnreachedAt">When that was last so.</param>
/// <param name="HumanSince">The place in the log where a human last took the conversation; 0 when none did since the line.</param>
internal sealed record DeliveryHistory(LogEntry? Entry, int InDoubt, int Unreached, DateTimeOffset UnreachedAt, long HumanSince)
{
    public static async Task<DeliveryHistory> Of(IConversationStore store, Conversation conversation, long line)
    {
        var history = new DeliveryHistory(null, 0, 0, DateTimeOffset.MinValue, 0);
        for (var after = line - 1; ;)
        {
            var entries = await store.Read(conversation.Id, after, 200, CancellationToken.None);
            history = entries.Aggregate(history, (h, entry) => h.With(entry, line));
            if (entries.Count < 200) return history;
            after = entries[^1].Seq;
        }
    }

    private DeliveryHistory With(LogEntry entry, long line) => entry.Event switch
    {
        Said when entry.Seq == line => this with { Entry = entry },
        DeliveryChanged { State: DeliveryState.Started } mark when mark.Line == line => this with { InDoubt = InDoubt + 1 },
        DeliveryChanged { State: DeliveryState.NotSent } mark when mark.Line == line => this with { InDoubt = InDoubt - 1, Unreached = Unreached + 1, UnreachedAt = entry.At },
        CustodyMoved { To: Custody.Human } => this with { HumanSince = entry.Seq },
        _ => this,
    };
}
