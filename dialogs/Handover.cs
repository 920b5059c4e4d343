using System.Collections.Immutable;
using System.Globalization;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;
using TrustBot.Dialogs.Topics;

namespace TrustBot.Dialogs;

/// <summary>Into the queue for a human, and never parked in silence there.</summary>
internal static class Handover
{
    /// <summary>Timers of a conversation that waits, and of an offer.</summary>
    public const string QueueTimer = "queue", OfferTimer = "offer";

    /// <summary>The read that tells place and wait.</summary>
    public static Need QueueNeed(Scribe scribe) => new(FactKinds.Queue, scribe.Snapshot.Id);

    /// <summary>Queues the conversation and tells the customer who comes, their place and the wait.</summary>
    public static void Start(Scribe scribe, Decision decision, Facts facts, long replyTo)
    {
        var queue = QueueIn(scribe, facts);
        var reason = decision.Reasons.Select(r => r.Code).FirstOrDefault(ReasonCodes.AskedForHuman);
        Queue(scribe, decision.Tier, reason, decision.Reasons);
        var place = Number(queue.Place);
        var style = Style.Of(scribe.Snapshot, scribe.Settings.Locales);
        if (queue.AgentsOnline == 0) scribe.Say([Line.Of("handoff-nobody")], ["chip-callback", "chip-stay"], replyTo, mayRepeat: true);
        else if (queue.ExpectedWait is { } wait) scribe.Say([Line.Of("handoff", ("place", place), ("wait", Written.Duration(style, wait)))], [], replyTo, mayRepeat: true);
        else scribe.Say([Line.Of("handoff-unknown-wait", ("place", place))], [], replyTo, mayRepeat: true);
        Told(scribe, queue.Place);
        SetTimer(scribe, queue, first: true);
    }

    /// <summary>Moves custody to the queue without a word; whoever calls it has said what is to be said.</summary>
    public static void Queue(Scribe scribe, Tier tier, string reason, ImmutableArray<Reason> reasons)
    {
        if (scribe.Snapshot.Custody == Custody.Waiting)
        {
            var weightier = tier > scribe.Snapshot.Queue!.Tier || reason == ReasonCodes.Crisis;
            scribe.Set(c => c with
            {
                Queue = c.Queue! with { Tier = (Tier)Math.Max((int)tier, (int)c.Queue!.Tier), Reason = weightier ? reason : c.Queue.Reason },
                HandoffReasons = [.. (weightier ? reasons.Concat(c.HandoffReasons) : c.HandoffReasons.Concat(reasons)).DistinctBy(r => r.Code)],
            });
            return;
        }
        scribe.Move(Custody.Waiting, reason);
        scribe.NoTimer(OfferTimer);
        scribe.Timer(QueueTimer, scribe.Now + scribe.Settings.Policy.Times["first-update"]);
        scribe.Set(c => c with
        {
            // Whom an agent puts back was first already.
            Queue = new(c.Queue?.Since ?? scribe.Now, tier, reason, 0, scribe.Now),
            Handoffs = c.Handoffs + 1,
            HandoffReasons = reasons,
            LastGrounds = [],
            Friction = c.Friction with { LastAct = "handoff" },
        });
    }

    /// <summary>A due time while waiting: what has changed, or that nobody is forgotten.</summary>
    public static void Update(Scribe scribe, Facts facts)
    {
        if (scribe.Snapshot is not { Custody: Custody.Waiting, Queue: { } stand }) return;
        var queue = QueueIn(scribe, facts);
        var (place, style) = (Number(queue.Place), Style.Of(scribe.Snapshot, scribe.Settings.Locales));
        if (scribe.Snapshot.Danger == Danger.Crisis) scribe.Say([Safety.StillThere(queue)], [], 0);
        else if (scribe.Now - stand.Since >= scribe.Settings.Policy.Times["longest-wait"]) scribe.Say([Line.Of("waiting-long", ("place", place))], ["chip-callback", "chip-wait", "chip-stay"], 0);
        else if (queue.Place < stand.PlaceTold && queue.ExpectedWait is { } wait) scribe.Say([Line.Of("waiting-update", ("place", place), ("wait", Written.Duration(style, wait)))], [], 0);
        else scribe.Say([Line.Of("waiting-still", ("place", place))], [], 0);
        Told(scribe, queue.Place);
        SetTimer(scribe, queue, first: false);
    }

    /// <summary>The customer wrote while waiting and was told something: the queue's clock of silence starts again.</summary>
    public static void Told(Scribe scribe, int place) =>
        scribe.Set(c => c.Queue is null ? c : c with { Queue = c.Queue with { PlaceTold = place, ToldAt = scribe.Now } });

    public static QueueFact QueueIn(Scribe scribe, Facts facts) => facts[QueueNeed(scribe)] as QueueFact ?? new(1, null, 0);

    /// <summary>A place as it is said.</summary>
    public static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static void SetTimer(Scribe scribe, QueueFact queue, bool first)
    {
        var times = scribe.Settings.Policy.Times;
        var stand = scribe.Snapshot.Queue!;
        var waited = scribe.Now - stand.Since;
        var next = scribe.Snapshot.Danger == Danger.Crisis ? times["crisis-update"]
            : queue.AgentsOnline == 0 ? times["update-nobody"]
            : first ? times["first-update"]
            // The longer it takes, the rarer the same news: a minute and a half, then a fifth of the time waited.
            : TimeSpan.FromTicks(Math.Max(times["update"].Ticks, waited.Ticks / 5));
        scribe.Timer(QueueTimer, scribe.Now + next);
    }
}
