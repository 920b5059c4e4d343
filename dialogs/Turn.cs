using System.Collections.Immutable;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Sensing;
using TrustBot.Dialogs.Triage;

namespace TrustBot.Dialogs;

/// <summary>
/// One turn: a pure function from a conversation and what was accepted to what is said and done. Running it twice
/// costs nothing and does nothing twice; its events are appended before anything leaves.
/// </summary>
public static class Turn
{
    /// <summary>Runs the oldest pending activities: one from the inside, or a burst of the customer's read together.</summary>
    /// <param name="conversation">The snapshot, with what is pending.</param>
    /// <param name="facts">Reads gathered for these activities; kept across retries.</param>
    /// <param name="settings">Locales and policy.</param>
    /// <param name="now">The turn's time.</param>
    public static TurnResult Run(Conversation conversation, Facts facts, Settings settings, DateTimeOffset now)
    {
        var batch = Batch(conversation);
        var first = batch[0].Accepted.Activity;
        var scribe = new Scribe(conversation, settings, now);
        Context.Learn(scribe, batch);
        var needs = first.ChannelId switch
        {
            Channels.Desk => DeskTurn.Run(scribe, batch[0]),
            Channels.Timer => TimerTurn.Run(scribe, first, facts),
            Channels.Effect => EffectTurn.Run(scribe, first, facts),
            _ when first.Type == ActivityTypes.Message => CustomerTurn.Run(scribe, batch, facts),
            _ => CustomerTurn.Announced(scribe, batch[0]),
        };
        return needs.IsDefaultOrEmpty ? scribe.Finish(batch) : new TurnResult.Needs(needs);
    }

    /// <summary>
    /// The turn that calls a human when a turn cannot be run: the words are kept, custody goes to waiting, and the
    /// customer hears an apology in their language (promise 5).
    /// </summary>
    /// <param name="conversation">The snapshot, with what is pending.</param>
    /// <param name="settings">Locales and policy.</param>
    /// <param name="reference">What the operator finds the failure by in the server's log.</param>
    /// <param name="now">The time of the failure.</param>
    /// <param name="silently">Say nothing: the words themselves cannot be found. A human is called all the same.</param>
    public static TurnResult.Done Failed(Conversation conversation, Settings settings, string reference, DateTimeOffset now, bool silently = false)
    {
        var batch = Batch(conversation);
        var scribe = new Scribe(conversation, settings, now);
        FailedTurn.Run(scribe, batch, reference, silently);
        return scribe.Finish(batch);
    }

    /// <summary>
    /// Whether what is pending must not wait for more words to come: danger, a request for a human, anything from
    /// inside. Everything else may settle for about a second, so that a burst is answered once.
    /// </summary>
    public static bool IsUrgent(Conversation conversation, Settings settings, DateTimeOffset now)
    {
        var batch = Batch(conversation);
        if (batch[0].Accepted.Activity is not { Type: ActivityTypes.Message } || Channels.IsInternal(batch[0].Accepted.Activity.ChannelId)) return true;
        if (conversation.Culture.Length == 0) return false;
        var (reading, friction, _) = settings.Sense.Read(CustomerTurn.Words(batch), conversation.Friction, conversation.ScoringOff, now, conversation.Culture);
        return Decide.What(reading, friction, conversation, settings.Policy).Act is Act.Crisis or Act.Care or Act.HandOffNow;
    }

    /// <summary>The oldest pending activity, with the customer's messages that follow it directly.</summary>
    private static ImmutableArray<PendingActivity> Batch(Conversation conversation)
    {
        var pending = conversation.Pending;
        if (pending.IsEmpty) throw new ArgumentException("Nothing is pending in this conversation.", nameof(conversation));
        return IsWords(pending[0]) ? [.. pending.TakeWhile(IsWords)] : [pending[0]];
    }

    private static bool IsWords(PendingActivity pending) =>
        pending.Accepted.Activity is { Type: ActivityTypes.Message } said && !Channels.IsInternal(said.ChannelId);
}
