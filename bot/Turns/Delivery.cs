using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;

namespace TrustBot.Turns;

/// <summary>
/// Pushes lines to channels that do not read the log, in order, honestly (promise 6): a mark is durable before each
/// send; what was started and has no outcome after a crash is unknown and not repeated, except lines that may repeat once.
/// A bot line that waited while a human took over is not sent (promise 4).
/// </summary>
internal sealed class Delivery(IConversationStore store, Lanes lanes, IEnumerable<IPush> channels, ConversationFeed feed, TimeProvider clock, ILogger<Delivery> log)
{
    private const int Tries = 4;

    public async Task Deliver(string conversationId)
    {
        while (await store.Load(conversationId, CancellationToken.None) is { Undelivered.Length: > 0 } conversation)
            if (!await DeliverNext(conversation, conversation.Undelivered[0])) return;
    }

    /// <summary>Delivers one line; false when the channel cannot be reached and the rest must wait.</summary>
    private async Task<bool> DeliverNext(Conversation conversation, long line)
    {
        var history = await History(conversation, line);
        if (history.Said is not { } said) return await Mark(conversation.Id, line, DeliveryState.Refused, "the line is gone", done: true);
        if (IsSuperseded(conversation, said, line, history.HumanSince)) return await Mark(conversation.Id, line, DeliveryState.Superseded, null, done: true);
        if (history.Started >= (said.Event is Said { MayRepeat: true } ? 2 : 1))
            return await Mark(conversation.Id, line, DeliveryState.Unknown, "the process ended while it was being sent", done: true);
        if (channels.FirstOrDefault(c => c.Serves(conversation.Reference)) is not { } channel)
            return await Mark(conversation.Id, line, DeliveryState.Refused, "no channel serves this conversation", done: true);
        for (var attempt = 1; ; attempt++)
        {
            await Mark(conversation.Id, line, DeliveryState.Started, null, done: false);
            var outcome = await channel.Send(conversation.Reference, Transcript.Visible(conversation, said)!, CancellationToken.None);
            switch (outcome.Result)
            {
                case PushResult.Delivered: return await Mark(conversation.Id, line, DeliveryState.Delivered, null, done: true);
                case PushResult.Refused: return await Mark(conversation.Id, line, DeliveryState.Refused, outcome.Detail, done: true);
                case PushResult.Unknown: return await Mark(conversation.Id, line, DeliveryState.Unknown, outcome.Detail, done: true);
            }
            if (attempt == Tries)
            {
                log.LogWarning("Conversation {Conversation}: the channel cannot be reached ({Detail}); line {Line} waits.", conversation.Id, outcome.Detail, line);
                return await Mark(conversation.Id, line, DeliveryState.Refused, outcome.Detail, done: true);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt * attempt), clock);
        }
    }

    private static bool IsSuperseded(Conversation conversation, LogEntry said, long line, long humanSince) =>
        conversation.Custody == Custody.Human && said.Event is Said { Speaker: Roles.Bot } && humanSince > line
        && said.Event is Said { MayRepeat: false };

    /// <summary>The line, how often it was started, and since when a human has the conversation.</summary>
    private async Task<(LogEntry? Said, int Started, long HumanSince)> History(Conversation conversation, long line)
    {
        var (said, started, human) = ((LogEntry?)null, 0, 0L);
        for (var after = line - 1; ;)
        {
            var entries = await store.Read(conversation.Id, after, 200, CancellationToken.None);
            foreach (var entry in entries)
            {
                if (entry.Seq == line && entry.Event is Said) said = entry;
                if (entry.Event is DeliveryChanged { State: DeliveryState.Started } mark && mark.Line == line) started++;
                if (entry.Event is CustodyMoved { To: Custody.Human }) human = entry.Seq;
            }
            if (entries.Count < 200) return (said, started, human);
            after = entries[^1].Seq;
        }
    }

    private async Task<bool> Mark(string conversationId, long line, DeliveryState state, string? detail, bool done)
    {
        while (true)
        {
            using var lane = await lanes.Enter(conversationId, CancellationToken.None);
            if (await store.Load(conversationId, CancellationToken.None) is not { } now) return false;
            var next = now with { Version = now.Version + 1, Undelivered = done ? now.Undelivered.Remove(line) : now.Undelivered };
            var append = new Append(next, now.Version, [new DeliveryChanged(line, state, detail)], clock.GetUtcNow());
            if (await store.Append(append, CancellationToken.None) is not AppendOutcome.Appended) continue;
            if (state is not DeliveryState.Started and not DeliveryState.Delivered) feed.Announce(conversationId);
            return true;
        }
    }
}
