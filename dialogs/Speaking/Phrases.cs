using System.Collections.Immutable;

namespace TrustBot.Dialogs.Speaking;

/// <summary>
/// Every phrase the code calls for. A culture without one of them must not start: the hole would be silence at the
/// moment it is needed. A test holds this list and the code against each other.
/// </summary>
public static class Phrases
{
    /// <summary>Keys of the phrases every root culture has.</summary>
    public static ImmutableArray<string> Needed { get; } =
    [
        // The way in and the way to a human
        "disclosure", "disclosure-again", "disclosure-crisis", "am-i-human", "ai-name", "business-name", "human-label",
        "offer-human", "offer-declined", "handoff", "handoff-unknown-wait", "handoff-nobody", "waiting-update", "waiting-still", "waiting-long",
        "waiting-noted", "cancel-waiting", "human-joined", "returned", "closed", "agent-left", "turn-failed",
        // Danger
        "crisis", "crisis-person", "crisis-nobody", "crisis-no-line", "crisis-line-closed", "crisis-line-unsure", "crisis-ask-territory", "crisis-territory", "crisis-territory-closed", "crisis-waiting", "care", "care-no-line", "danger-denied",
        // Feeling
        "apology", "empathy", "abuse-boundary", "scoring-off", "not-understood", "not-understood-offer", "clarify", "clarify-one",
        // Talk
        "greeting", "greeting-morning", "greeting-midday", "greeting-afternoon", "greeting-evening", "register-casual", "register-polite", "register-formal", "goodbye", "thanks-reply", "what-can-you-do", "why-said", "why-handoff", "why-nothing", "start-over",
        "hidden-card", "hidden-password", "hidden-code", "system-unavailable",
        // Orders and refunds
        "ask-order", "ask-order-refund", "order-not-found", "order-preparing", "order-shipped", "order-out", "order-delivered", "order-delayed",
        "order-cancelled", "delay-reason-weather", "delay-reason-stock", "delay-reason-carrier",
        "refund-none", "refund-awaiting-parcel", "refund-received", "refund-paid", "refund-outside-policy", "refund-partly",
        "part-policy", "part-warehouse-received", "part-warehouse-none", "part-finance-paid", "part-finance-due", "part-finance-none",
        "missing-policy", "missing-warehouse", "missing-finance",
        // Complaint, callback, bill, outage, hours
        "ask-complaint", "complaint-filed", "ask-phone", "ask-time", "callback-confirm", "promise-callback",
        "ask-account", "bill-summary", "bill-line", "bill-not-found", "ask-area", "outage-yes", "outage-none", "hours-open", "hours-closed",
        "source-orders", "source-warehouse", "source-finance", "source-policy", "source-billing", "source-network", "source-hours",
        "minutes", "hours", "time-on", "time-today", "time-tomorrow", "time-unknown", "daypart-morning", "daypart-afternoon", "daypart-evening",
        "chip-human", "chip-yes", "chip-no", "chip-order", "chip-refund", "chip-complaint", "chip-callback", "chip-wait", "chip-stay",
        "reason-asked-for-human", "reason-frustration", "reason-dissatisfaction", "reason-crisis", "reason-care", "reason-not-understood",
        "reason-abuse", "reason-high-risk", "reason-turn-failed", "reason-agent-left", "reason-offer-accepted",
        "suggest-hello", "suggest-apology", "suggest-order",
    ];

    /// <summary>Keys the base culture has besides: words of the desk, in the agents' language.</summary>
    public static ImmutableArray<string> Desk { get; } =
    [
        "desk-reason-asked-for-human", "desk-reason-frustration", "desk-reason-dissatisfaction", "desk-reason-crisis", "desk-reason-care",
        "desk-reason-not-understood", "desk-reason-abuse", "desk-reason-high-risk", "desk-reason-turn-failed", "desk-reason-agent-left", "desk-reason-offer-accepted",
        "desk-tone-casual", "desk-tone-polite", "desk-tone-formal", "desk-tone-strained", "desk-tone-distressed",
        "desk-situation-topic", "desk-situation-order", "desk-situation-first", "desk-tried-told", "desk-tried-asked", "desk-tried-failed", "desk-tried-offer",
        "desk-wanted-human", "desk-wanted-topic", "desk-wanted-complaint", "desk-suggest-empathy", "desk-suggest-next", "desk-suggest-hello",
        "desk-missing-disclosure", "desk-missing-reason", "desk-missing-transcript",
    ];

    /// <summary>Every value the code puts into phrases: a placeholder of another name would stay empty, in the base culture too.</summary>
    public static ImmutableArray<string> Values { get; } =
    [
        "account", "agent", "amount", "area", "contact", "count", "date", "due", "emergency", "eta", "fact", "first", "human_word", "item",
        "key", "known", "label", "line", "lines", "missing", "next", "order", "phone", "place", "policy_days", "reason", "reference", "refund_days",
        "second", "slot", "source", "time", "topic", "until", "wait", "web",
    ];
}
