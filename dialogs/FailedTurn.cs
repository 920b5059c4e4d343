using System.Collections.Immutable;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs;

/// <summary>
/// What is done when a turn cannot be run (promise 5): the words are kept, a human is called, and what came from the
/// inside is closed, so that it is not tried again without end.
/// </summary>
internal static class FailedTurn
{
    public static void Run(Scribe scribe, ImmutableArray<PendingActivity> batch, string reference, bool silently)
    {
        if (!silently) Context.Learn(scribe, batch);
        else if (scribe.Snapshot.Culture.Length == 0) Context.Speak(scribe, scribe.Settings.Locales[LocaleSet.Base]);
        scribe.Add(new TurnFailed(batch[0].Accepted.Key, reference));
        var first = batch[0].Accepted.Activity;
        if (first.ChannelId == Channels.Timer) Due(scribe, Inside.Text(first, "name"));
        else if (first.ChannelId == Channels.Effect) Finished(scribe, first, silently);
        else if (first.ChannelId != Channels.Desk && first.Type == ActivityTypes.Message) CallHuman(scribe, batch[^1].Seq, silently);
    }

    private static void CallHuman(Scribe scribe, long replyTo, bool silently)
    {
        if (scribe.Snapshot.Custody == Custody.Human) return;
        if (!silently && scribe.Snapshot.Custody != Custody.Waiting)
        {
            Disclose.First(scribe, replyTo);
            scribe.Say([Line.Of("turn-failed")], [], replyTo, mayRepeat: true);
        }
        if (scribe.Snapshot.Custody == Custody.Closed) scribe.Move(Custody.Bot, "reopened");
        Handover.Queue(scribe, Tier.High, ReasonCodes.TurnFailed, []);
    }

    /// <summary>A due time that stayed would fall due for ever; whoever waits is thought of again at the next one.</summary>
    private static void Due(Scribe scribe, string name)
    {
        if (!scribe.Snapshot.Timers.TryGetValue(name, out var at) || at > scribe.Now) return;
        scribe.NoTimer(name);
        if (name == Handover.QueueTimer && scribe.Snapshot.Custody == Custody.Waiting)
            scribe.Timer(name, scribe.Now + scribe.Settings.Policy.Times["update"]);
        if (name == Handover.OfferTimer && scribe.Snapshot.Custody == Custody.Offered) scribe.Move(Custody.Bot, "offer-expired");
    }

    private static void Finished(Scribe scribe, Activity outcome, bool silently)
    {
        var key = Inside.Text(outcome, "key");
        if (scribe.Snapshot.Effects.FirstOrDefault(e => e.Key == key) is not { } effect) return;
        var done = Inside.Text(outcome, "done") == "true";
        scribe.Add(new EffectFinished(key, done, null));
        scribe.Set(c => c with { Effects = c.Effects.Remove(effect) });
        if (!done) CallHuman(scribe, 0, silently);
    }
}
