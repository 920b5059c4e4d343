using System.Collections.Immutable;
using System.Text.Json;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs;

/// <summary>A due time has come.</summary>
internal static class TimerTurn
{
    public static ImmutableArray<Need> Run(Scribe scribe, Activity due, Facts facts)
    {
        var name = Inside.Text(due, "name");
        // A timer that was moved or cleared after this activity was accepted says nothing any more.
        if (!scribe.Snapshot.Timers.TryGetValue(name, out var at) || at > scribe.Now) return [];
        scribe.NoTimer(name);
        if (name == Handover.OfferTimer && scribe.Snapshot.Custody == Custody.Offered) scribe.Move(Custody.Bot, "offer-expired");
        if (name != Handover.QueueTimer || scribe.Snapshot.Custody != Custody.Waiting) return [];
        if (facts[Handover.QueueNeed(scribe)] is null) return [Handover.QueueNeed(scribe)];
        Handover.Update(scribe, facts);
        return [];
    }
}

/// <summary>A deed is finished, or cannot be done.</summary>
internal static class EffectTurn
{
    public static ImmutableArray<Need> Run(Scribe scribe, Activity outcome, Facts facts)
    {
        var key = Inside.Text(outcome, "key");
        if (scribe.Snapshot.Effects.FirstOrDefault(e => e.Key == key) is not { } effect) return [];
        var done = Inside.Text(outcome, "done") == "true";
        if (!done && facts[Handover.QueueNeed(scribe)] is null) return [Handover.QueueNeed(scribe)];
        scribe.Add(new EffectFinished(key, done, Inside.Text(outcome, "detail") is { Length: > 0 } detail ? detail : null));
        scribe.Set(c => c with { Effects = c.Effects.Remove(effect) });
        if (done) return [];
        // What was promised on the strength of this deed does not hold: say so, and let a human see to it.
        foreach (var promise in scribe.Snapshot.Promises.Where(p => p.Id == effect.Data.GetValueOrDefault("promise")).ToList())
            scribe.Promise(promise with { State = "broken" });
        if (scribe.Snapshot.Custody is Custody.Human) return [];
        if (scribe.Snapshot.Custody is Custody.Closed) scribe.Move(Custody.Bot, "promise-broken");
        scribe.Say([Speaking.Line.Of("system-unavailable")], [], 0);
        if (scribe.Snapshot.Custody is Custody.Bot or Custody.Offered)
            Handover.Start(scribe, new(Act.HandOffNow, Tier.Medium, [new(ReasonCodes.TurnFailed, 1, 0, [])], [], scribe.Settings.Policy.Version), facts, 0);
        return [];
    }
}

/// <summary>Reads the values of activities from the inside.</summary>
internal static class Inside
{
    public static string Text(Activity activity, string name) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var part)
            ? part.ValueKind switch { JsonValueKind.String => part.GetString() ?? "", JsonValueKind.Null => "", _ => part.GetRawText() }
            : "";
}
