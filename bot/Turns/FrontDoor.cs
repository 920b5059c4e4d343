using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Privacy;
using TrustBot.Storage;

namespace TrustBot.Turns;

/// <summary>
/// The one door to a conversation: channels, the desk, timers and effects all come in here. What it accepts is
/// protected, deduplicated and durable before it returns; the turn runs after that, one at a time per conversation.
/// </summary>
internal sealed class FrontDoor(IConversationStore store, Lanes lanes, Protector protector, ConversationFeed feed, TimeProvider clock)
{
    /// <summary>How many activities may wait unanswered in one conversation before it is told to slow down.</summary>
    internal const int MostPending = 200;

    /// <summary>Opens a conversation, or returns the one that has this id.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be written.</exception>
    public async Task<Conversation> Open(string conversationId, ConversationReference reference, string? locale, CancellationToken cancel)
    {
        using var turn = await lanes.Enter(conversationId, cancel);
        if (await store.Load(conversationId, cancel) is { } existing) return existing;
        var now = clock.GetUtcNow();
        var opened = Conversation.Open(conversationId, reference, locale, now);
        var outcome = await store.AppendInTime(new Append(opened, 0, [new Opened(reference, locale)], now), clock, cancel);
        return outcome is AppendOutcome.Appended ? opened : (await store.Load(conversationId, cancel))!;
    }

    /// <summary>Accepts an activity. The same <paramref name="key"/> within 24 hours is accepted once.</summary>
    /// <exception cref="StoreUnavailableException">It is not durable; the channel must be told so.</exception>
    public async Task<AcceptOutcome> Accept(string conversationId, string key, Activity activity, CancellationToken cancel)
    {
        var (kept, hidden) = protector.ProtectActivity(conversationId, activity);
        var accepted = new Accepted(key, kept, hidden);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var turn = await lanes.Enter(conversationId, cancel);
            if (await store.Load(conversationId, cancel) is not { } conversation) return new AcceptOutcome.Unknown();
            if (conversation.Pending.Length >= MostPending) return new AcceptOutcome.Busy(TimeSpan.FromSeconds(1));
            var now = clock.GetUtcNow();
            var next = conversation.Accept(accepted, now);
            switch (await store.AppendInTime(new Append(next, conversation.Version, [accepted], now, key), clock, cancel))
            {
                case AppendOutcome.Appended:
                    feed.Announce(conversationId);
                    lanes.Wake(conversationId);
                    return Done(conversationId, next.Version, false);
                case AppendOutcome.Duplicate duplicate:
                    // The first time may have become durable without our learning of it; then nobody has been woken.
                    lanes.Wake(conversationId);
                    return Done(conversationId, duplicate.Seq, true);
            }
        }
        return new AcceptOutcome.Busy(TimeSpan.FromSeconds(1));
    }

    /// <summary>
    /// Waits until everything accepted up to a place in the log is answered, or until the time is over.
    /// </summary>
    /// <returns>Whether it is answered.</returns>
    public async Task<bool> Answered(string conversationId, long seq, TimeSpan atMost, CancellationToken cancel)
    {
        using var listener = feed.Listen(conversationId);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(atMost);
        try
        {
            while (true)
            {
                var now = await store.Load(conversationId, deadline.Token);
                if (now is null || now.Pending.All(p => p.Seq > seq)) return true;
                await listener.Changed.ReadAsync(deadline.Token);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    private static AcceptOutcome.Done Done(string conversationId, long seq, bool duplicate) =>
        new(seq, Transcript.ActivityId(conversationId, seq), duplicate);
}
