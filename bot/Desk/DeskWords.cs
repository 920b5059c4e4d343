using System.Globalization;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Desk;

/// <summary>How the desk, which agents read and customers never see, names what the log holds.</summary>
internal static class DeskWords
{
    internal const string Delivery = "delivery: ";

    /// <summary>A code as words: <c>asked-for-human</c> reads "asked for human", <c>HandOffNow</c> "hand off now".</summary>
    public static string Plain(string code) => string.Concat(code.Select((c, i) =>
        c is '-' or '_' ? " " : char.IsUpper(c) && i > 0 ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    public static string Plain(Enum value) => Plain(value.ToString());

    /// <summary>A probability as agents read it.</summary>
    public static string PerCent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + "\u00A0%";

    /// <summary>The part of an id that tells conversations apart at a glance.</summary>
    public static string Short(string id) => id.Length <= 6 ? id : id[^6..];

    public static string Span(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => "under 1 min",
        { TotalHours: < 1 } => $"{(int)time.TotalMinutes} min",
        { TotalDays: < 1 } => $"{(int)time.TotalHours} h {time.Minutes:00} min",
        _ => $"{(int)time.TotalDays} d {time.Hours} h",
    };

    public static string Custody(Custody custody) => custody switch
    {
        Dialogs.Conversations.Custody.Bot => "with the AI",
        Dialogs.Conversations.Custody.Offered => "human offered",
        Dialogs.Conversations.Custody.Waiting => "waiting",
        Dialogs.Conversations.Custody.Human => "with a human",
        _ => "closed",
    };

    /// <summary>A reason with its numbers and the words it stands on.</summary>
    public static string Reason(Reason reason) => Plain(reason.Code)
        + (reason.Threshold > 0 ? $" ({PerCent(reason.Probability)}, threshold {PerCent(reason.Threshold)})" : "")
        + (reason.Evidence.IsDefaultOrEmpty ? "" : ": " + string.Join(", ", reason.Evidence.Take(3).Select(e => $"“\u2068{e.Quote}\u2069”")));

    public static string Mark(DeliveryChanged delivery) => Delivery + delivery.State switch
    {
        DeliveryState.Started => "under way",
        DeliveryState.Delivered => "the channel took it",
        DeliveryState.Unknown => "not known whether it arrived",
        DeliveryState.Refused => "refused by the channel",
        DeliveryState.NotSent => "the channel cannot be reached, it is tried again",
        _ => "never sent, a human had taken over",
    } + (delivery.Detail is { Length: > 0 } why ? $" ({why})" : "");

    /// <summary>What an event of the log was, for agents; null when it is no line of its own.</summary>
    public static string? Happened(ConversationEvent what, IReadOnlyDictionary<string, string> deeds) => what switch
    {
        Disclosed { Disclosure: var d } => $"Told that this is an AI ({d.Culture}, {Plain(d.Why)})",
        Decided { Decision: { Act: not (Act.Continue or Act.Silent) } d } =>
            $"Decided: {Plain(d.Act)}" + (d.Reasons.IsEmpty ? "" : ", because " + string.Join("; ", d.Reasons.Select(Reason))),
        CustodyMoved moved => Moved(moved),
        PromiseChanged { Promise: var p } => $"Promise {p.State}: {Plain(p.Kind)}, {p.Said} ({p.Zone})" + (p.Detail.Length > 0 ? $". {p.Detail}" : ""),
        EffectRequested { Effect: var e } => $"Asked for: {Plain(e.Kind)}",
        EffectFinished e => $"{(e.Done ? "Done" : "Could not be done")}: {Plain(deeds.GetValueOrDefault(e.Key, "a deed asked for earlier"))}"
            + (e.Detail is { Length: > 0 } detail ? $" ({detail})" : ""),
        WrappedUp { WrapUp: var w } wrapped => $"{wrapped.Agent.Name} closed it: {Plain(w.Outcome)}, escalation right: {w.EscalationRight}"
            + (w.Note is { Length: > 0 } note ? $". {note}" : ""),
        TurnFailed failed => $"The AI failed here and a human was called. Reference {failed.Reference}",
        _ => null,
    };

    private static string Moved(CustodyMoved moved) => (moved.To switch
    {
        Dialogs.Conversations.Custody.Human => $"{moved.Agent?.Name ?? "A human"} has the conversation",
        Dialogs.Conversations.Custody.Waiting => "Waiting for a human",
        Dialogs.Conversations.Custody.Bot => "The AI has the conversation",
        Dialogs.Conversations.Custody.Offered => "A human was offered",
        _ => "Closed",
    }) + (moved.Reason.Length > 0 ? $" ({Plain(moved.Reason)})" : "");
}
