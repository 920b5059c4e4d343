using TrustBot.Dialogs;
using TrustBot.Dialogs.Conversations;
using TrustBot.Locales;
using TrustBot.Storage;

namespace TrustBot.Turns;

/// <summary>
/// Answers what was accepted, one turn at a time per conversation: settle, gather, run, append, then deliver and do.
/// Nothing leaves before the append that contains it.
/// </summary>
internal sealed class TurnRunner(
    IConversationStore store, Lanes lanes, Gatherer gatherer, Delivery delivery, EffectRunner effects,
    LocaleFolder locales, ConversationFeed feed, TurnOptions options, TimeProvider clock, ILogger<TurnRunner> log)
{
    private const int Tries = 5;

    /// <summary>Answers everything pending in a conversation, and finishes what was left open.</summary>
    public async Task Run(string conversationId)
    {
        while (await store.Load(conversationId, CancellationToken.None) is { Pending.Length: > 0 } conversation)
        {
            await Settle(conversation);
            await Answer(conversationId);
            await delivery.Deliver(conversationId);
        }
        await delivery.Deliver(conversationId);
        await effects.RunOpen(conversationId);
    }

    /// <summary>Lets a burst arrive before it is answered, unless it is urgent.</summary>
    private async Task Settle(Conversation conversation)
    {
        if (options.Settle <= TimeSpan.Zero) return;
        var end = conversation.Pending[0].At + 3 * options.Settle;
        while (clock.GetUtcNow() is var now && now < end)
        {
            if (Turn.IsUrgent(conversation, locales.Current, now)) return;
            var quiet = conversation.Pending[^1].At + options.Settle - now;
            if (quiet <= TimeSpan.Zero) return;
            await Task.Delay(quiet < end - now ? quiet : end - now, clock);
            conversation = await store.Load(conversation.Id, CancellationToken.None) ?? conversation;
        }
    }

    private async Task Answer(string conversationId)
    {
        var facts = Facts.None;
        for (var attempt = 0; attempt < Tries;)
        {
            Need[] missing = [];
            using (await lanes.Enter(conversationId, CancellationToken.None))
            {
                if (await store.Load(conversationId, CancellationToken.None) is not { Pending.Length: > 0 } conversation) return;
                var result = TryRun(conversation, facts);
                if (result is TurnResult.Needs needs) missing = [.. needs.Reads.Where(n => facts[n] is null)];
                else
                {
                    attempt++;
                    if (await Append(conversation, (TurnResult.Done)result)) return;
                }
            }
            // Reads are waited for outside the lane: the customer can go on writing meanwhile.
            if (missing.Length > 0) facts = await gatherer.Gather(facts, missing);
        }
        throw new StoreUnavailableException($"Conversation {conversationId} could not be appended to in {Tries} tries.");
    }

    private async Task<bool> Append(Conversation before, TurnResult.Done done)
    {
        var now = clock.GetUtcNow();
        var outcome = await store.Append(new Append(done.Snapshot, before.Version, done.Events, now), CancellationToken.None);
        if (outcome is not AppendOutcome.Appended) return false;
        feed.Announce(before.Id);
        Log(before, done);
        return true;
    }

    /// <summary>A turn that cannot be run calls a human instead; the words are kept (promise 5).</summary>
    private TurnResult TryRun(Conversation conversation, Facts facts)
    {
        try
        {
            return Turn.Run(conversation, facts, locales.Current, clock.GetUtcNow());
        }
        catch (Exception e)
        {
            var reference = Guid.NewGuid().ToString("N")[..12];
            log.LogError(e, "Turn {Reference} of conversation {Conversation} failed; a human is called.", reference, conversation.Id);
            return Turn.Failed(conversation, locales.Current, reference, clock.GetUtcNow());
        }
    }

    /// <summary>One wide line per turn; never the words.</summary>
    private void Log(Conversation before, TurnResult.Done done)
    {
        var decision = done.Events.OfType<Decided>().LastOrDefault()?.Decision;
        log.LogInformation(
            "Turn {Conversation} {Version} {Channel} {Culture} {Act} {Reasons} {Custody} said {Phrases} locales {Locales} policy {Policy}",
            before.Id, done.Snapshot.Version, before.Reference.ChannelId, done.Snapshot.Culture, decision?.Act,
            string.Join(' ', decision?.Reasons.Select(r => r.Code) ?? []), done.Snapshot.Custody,
            string.Join(' ', done.Events.OfType<Said>().SelectMany(s => s.Phrases)), locales.Current.Locales.Hash, locales.Current.Policy.Version);
    }
}
