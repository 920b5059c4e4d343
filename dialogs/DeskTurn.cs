using System.Collections.Immutable;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;
using TrustBot.Dialogs.Topics;

namespace TrustBot.Dialogs;

/// <summary>What agents do: the same road as a customer's message. Agents' words are never read for mood.</summary>
internal static class DeskTurn
{
    public static ImmutableArray<Need> Run(Scribe scribe, PendingActivity pending)
    {
        var activity = pending.Accepted.Activity;
        var agent = new AgentRef(activity.From?.Id ?? "", activity.From?.Name ?? "");
        var owns = scribe.Snapshot is { Custody: Custody.Human, Agent: { } owner } && owner.Id == agent.Id;
        switch (activity.Type == ActivityTypes.Message ? "say" : activity.Name)
        {
            case InternalEvents.Claim when scribe.Snapshot.Custody == Custody.Waiting:
                Claim(scribe, agent);
                break;
            case "say" when owns && activity.Text is { Length: > 0 } words:
                scribe.SayAs(agent, words, pending.Seq);
                break;
            case InternalEvents.Return when owns:
                Return(scribe, agent, Inside.Text(activity, "agreed"));
                break;
            case InternalEvents.Requeue when owns:
                scribe.Say([Line.Of("agent-left")], [], 0);
                Handover.Queue(scribe, Tier.High, ReasonCodes.AgentLeft, scribe.Snapshot.HandoffReasons);
                break;
            case InternalEvents.Close when owns:
                Close(scribe, agent, activity);
                break;
            case InternalEvents.Note when activity.Text is { Length: > 0 } note:
                scribe.Add(new Noted(agent, note));
                break;
            case InternalEvents.ClearDanger when owns:
                scribe.Set(c => c with { Danger = Danger.None, Mood = c.Mood == Mood.Distressed ? Mood.Strained : c.Mood });
                scribe.Add(new Noted(agent, InternalEvents.ClearDanger));
                break;
        }
        return [];
    }

    private static void Claim(Scribe scribe, AgentRef agent)
    {
        // The AI's last words; from the move on the send path lets nothing of it through.
        scribe.Say([Line.Of("human-joined", ("agent", agent.Name))], [], 0, mayRepeat: true);
        scribe.Move(Custody.Human, "claimed", agent);
        scribe.NoTimer(Handover.QueueTimer, Handover.OfferTimer);
    }

    private static void Return(Scribe scribe, AgentRef agent, string agreed)
    {
        scribe.Move(Custody.Bot, "returned", agent);
        // What brought the customer to a human is dealt with; left standing it would send them there again.
        scribe.Set(c => c with
        {
            HandoffReasons = [],
            LastDecision = null,
            Queue = null,
            Topic = TopicState.None,
            Slots = agreed.Length > 0 ? c.Slots.SetItem("agreed", Slots.Beginning(agreed)) : c.Slots,
            Friction = c.Friction with { Level = Math.Min(c.Friction.Level, 0.1), At = scribe.Now, NotUnderstood = 0, LastWords = "", LastRaw = "", LastAnswer = "" },
        });
        var text = scribe.Say([Line.Of("returned", ("agent", agent.Name), ("human_word", Style.Of(scribe.Snapshot, scribe.Settings.Locales).Culture.Voice.HumanWord))], [], 0, mayRepeat: true);
        Disclose.Record(scribe, text, "return");
    }

    private static void Close(Scribe scribe, AgentRef agent, Activity activity)
    {
        scribe.Add(new WrappedUp(agent, new(Inside.Text(activity, "outcome"), Inside.Text(activity, "escalationRight"), Inside.Text(activity, "note") is { Length: > 0 } note ? note : null)));
        scribe.Say([Line.Of("closed", ("agent", agent.Name))], [], 0);
        scribe.Move(Custody.Closed, "closed", agent);
        scribe.Set(c => c with { HandoffReasons = [], LastDecision = null, Queue = null, Topic = TopicState.None, Timers = c.Timers.Clear(), Friction = Friction.None });
    }
}
