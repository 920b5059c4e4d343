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

    /// <summary>How often a turn may ask for more reads; a topic that asks without end is a failed turn.</summary>
    private const int MostReads = 8;

    /// <summary>Whether something is being answered, delivered or done right now.</summary>
    // Answers wake the other two and outcomes wake answers, always before they end: looked at in this order none slips by.
    public bool Busy => lanes.Busy || delivery.Busy || effects.Busy || lanes.Busy;

    /// <summary>Answers everything pending in a conversation, and finishes what was left open.</summary>
    public async Task Run(string conversationId)
    {
        while (await store.Load(conversationId, CancellationToken.None) is { Pending.Length: > 0 } conversation)
        {
            await Settle(conversation);
            await Answer(conversationId);
            delivery.Wake(conversationId);
        }
        delivery.Wake(conversationId);
        effects.Wake(conversationId);
    }

    /// <summary>Lets a burst arrive before it is answered, unless it is urgent.</summary>
    private async Task Settle(Conversation conversation)
    {
        if (options.Settle <= TimeSpan.Zero) return;
        var end = conversation.Pending[0].At + 3 * options.Settle;
        while (clock.GetUtcNow() is var now && now < end)
        {
            if (IsUrgent(conversation, now)) return;
            var quiet = conversation.Pending[^1].At + options.Settle - now;
            if (quiet <= TimeSpan.Zero) return;
            await Task.Delay(quiet < end - now ? quiet : end - now, clock);
            conversation = await store.Load(conversation.Id, CancellationToken.None) ?? conversation;
        }
    }

    /// <summary>Words that cannot be read are not waited for: their turn fails and calls a human.</summary>
    private bool IsUrgent(Conversation conversation, DateTimeOffset now)
    {
        try
        {
            return Turn.IsUrgent(conversation, locales.Current, now);
        }
        catch (Exception e)
        {
            log.LogError(e, "What waits in conversation {Conversation} cannot be read.", conversation.Id);
            return true;
        }
    }

    private async Task Answer(string conversationId)
    {
        var (facts, reads) = (Facts.None, 0);
        for (var attempt = 0; attempt < Tries;)
        {
            Need[] missing = [];
            using (await lanes.Enter(conversationId, CancellationToken.None))
            {
                if (await store.Load(conversationId, CancellationToken.None) is not { Pending.Length: > 0 } conversation) return;
                var result = TryRun(conversation, facts);
                if (result is TurnResult.Needs needs) missing = [.. needs.Reads.Where(n => facts[n] is null)];
                if (result is TurnResult.Needs && (missing.Length == 0 || reads++ == MostReads))
                    result = Failed(conversation, new InvalidOperationException("The turn asks for reads without end."));
                if (result is TurnResult.Done done)
                {
                    attempt++;
                    if (await Append(conversation, done)) return;
                    missing = [];
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
        var outcome = await store.AppendInTime(new Append(done.Snapshot, before.Version, done.Events, now), clock, CancellationToken.None);
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
            return Failed(conversation, e);
        }
    }

    private TurnResult.Done Failed(Conversation conversation, Exception why)
    {
        var reference = Guid.NewGuid().ToString("N")[..12];
        log.LogError(why, "Turn {Reference} of conversation {Conversation} failed; a human is called.", reference, conversation.Id);
        try
        {
            return Turn.Failed(conversation, locales.Current, reference, clock.GetUtcNow());
        }
        catch (Exception e)
        {
            log.LogError(e, "Turn {Reference}: the customer cannot even be told.", reference);
            return Turn.Failed(conversation, locales.Current, reference, clock.GetUtcNow(), silently: true);
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
