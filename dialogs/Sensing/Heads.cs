using System.Collections.Immutable;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// What the listener says of a message: one number in log-odds per head, 64 in all, so that what it knows of
/// a piece of text fills one cache line. Levels are "at least": <c>frustration_2</c> is marked frustration or more.
/// </summary>
public static class Heads
{
    /// <summary>Heads there is room for.</summary>
    public const int Count = 64;

    /// <summary>Names, in the order of the model file; the rest of the row is empty.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "negative_1", "negative_2", "positive_1", "positive_2",
        "frustration_1", "frustration_2", "frustration_3",
        "dissatisfaction_1", "dissatisfaction_2", "dissatisfaction_3", "indirect",
        "asks_human", "distress_low", "distress_moderate", "distress_high", "distress_imminent", "danger",
        "abuse_1", "abuse_2", "sarcasm", "hyperbole", "denial",
        .. RiskTopics.All.Select(r => "risk_" + r),
        "casual", "formal",
    ];

    /// <summary>The place of a head.</summary>
    /// <exception cref="ArgumentException">There is no such head.</exception>
    public static int Of(string name) => Names.IndexOf(name) is >= 0 and var at ? at : throw new ArgumentException($"no head is called {name}", nameof(name));
}
