using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Sensing;
using TrustBot.Dialogs.Speaking;
using TrustBot.Dialogs.Topics;

namespace TrustBot.Dialogs;

/// <summary>The customer writes while waiting for a human: heard, noted for the human, never left in silence.</summary>
internal static class Waiting
{
    /// <summary>Within this time of the last word from us, what is written is only noted, not answered each time.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    public static ImmutableArray<Need> Run(Scribe scribe, string words, ImmutableHashSet<string> heard, Decision decision, Facts facts, long replyTo)
    {
        if (facts[Handover.QueueNeed(scribe)] is null) return [Handover.QueueNeed(scribe)];
        var danger = scribe.Snapshot.Danger == Danger.Crisis;
        if (!danger && (heard.Contains("cancel-wait") || IsChip(scribe, "chip-stay", words))) return Cancel(scribe, replyTo);
        var queue = Handover.QueueIn(scribe, facts);
        var place = Handover.Number(queue.Place);
        if (danger) scribe.Say([Safety.StillThere(queue)], [], replyTo);
        else if (decision.Act == Act.Care) Safety.Care(scribe, decision, replyTo);
        else if (decision.Act == Act.HandOffNow) scribe.Say([Line.Of("waiting-still", ("place", place))], [], replyTo);
        else if (TopicOf(scribe, words, heard, facts) is { } outcome)
        {
            if (outcome is TopicOutcome.Needs needs) return needs.Reads;
            Tell(scribe, ((TopicOutcome.Answered)outcome).Draft, replyTo);
        }
        else if (scribe.Now - scribe.Snapshot.Queue!.ToldAt >= Quiet) scribe.Say([Line.Of("waiting-noted")], [], replyTo);
        else return [];
        Handover.Told(scribe, queue.Place);
        return [];
    }

    private static ImmutableArray<Need> Cancel(Scribe scribe, long replyTo)
    {
        scribe.Move(Custody.Bot, "cancelled");
        scribe.NoTimer(Handover.QueueTimer);
        scribe.Set(c => c with { Queue = null, HandoffReasons = [] });
        scribe.Say([Line.Of("cancel-waiting")], [], replyTo);
        return [];
    }

    /// <summary>What the AI still does for someone who waits: a call back, why, and who it is. Nothing else.</summary>
    private static TopicOutcome? TopicOf(Scribe scribe, string words, ImmutableHashSet<string> heard, Facts facts)
    {
        var style = Style.Of(scribe.Snapshot, scribe.Settings.Locales);
        var turn = new TopicTurn(scribe.Snapshot, style, words, heard, facts, scribe.Settings.Policy, scribe.Seed, scribe.Now);
        return Choose.WhileWaiting(turn, scribe.Settings.Topics);
    }

    private static void Tell(Scribe scribe, Draft draft, long replyTo)
    {
        scribe.Set(c => c with { Topic = draft.Topic, Slots = c.Slots.SetItems(draft.Slots) });
        scribe.Told(draft.Facts);
        foreach (var promise in draft.Promises) scribe.Promise(promise);
        foreach (var effect in draft.Effects) scribe.Request(effect);
        scribe.Say(draft.Lines, draft.Chips, replyTo);
        // A promised call takes the place of the wait; the promise is now what must be kept.
        if (draft.Effects.IsEmpty) return;
        scribe.Move(Custody.Bot, "callback-promised");
        scribe.NoTimer(Handover.QueueTimer);
        scribe.Set(c => c with { Queue = null });
    }

    private static bool IsChip(Scribe scribe, string key, string words) =>
        Normaliser.Plain(Wording.Label(Style.Of(scribe.Snapshot, scribe.Settings.Locales), key)) == Normaliser.Plain(words);
}
