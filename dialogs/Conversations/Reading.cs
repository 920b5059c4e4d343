using System.Collections.Immutable;

namespace TrustBot.Dialogs.Conversations;

/// <summary>
/// What a customer's turn says about how they are and what they want. Every claim is a probability with the
/// evidence it stands on, so that each decision can be explained in words and numbers.
/// </summary>
public sealed record Reading
{
    /// <summary>BCP 47 culture whose words were recognised.</summary>
    public required string Language { get; init; }
    /// <summary>How sure the language is, 0..1.</summary>
    public double PLanguage { get; init; }
    /// <summary>−1 (very negative) to 1 (very positive).</summary>
    public double Sentiment { get; init; }
    /// <summary>Expected frustration, 0..1.</summary>
    public double Frustration { get; init; }
    /// <summary>Probability of marked frustration.</summary>
    public double PFrustration { get; init; }
    /// <summary>Expected dissatisfaction, 0..1, said or implied.</summary>
    public double Dissatisfaction { get; init; }
    /// <summary>Probability of marked dissatisfaction.</summary>
    public double PDissatisfaction { get; init; }
    /// <summary>Probability that dissatisfaction is implied rather than said.</summary>
    public double PIndirect { get; init; }
    /// <summary>The most likely level of distress at the policy's operating point.</summary>
    public Distress Distress { get; init; }
    /// <summary>Probability of at least low, moderate, high and imminent distress.</summary>
    public DistressOdds PDistress { get; init => field = value ?? new(0, 0, 0, 0); } = new(0, 0, 0, 0);
    /// <summary>Probability of danger to life or limb: high distress or danger to or from others.</summary>
    public double PCrisis { get; init; }
    /// <summary>Probability per topic of risk; absent means below 0.005.</summary>
    public ImmutableSortedDictionary<string, double> Risk { get; init => field = value ?? ImmutableSortedDictionary<string, double>.Empty; } = ImmutableSortedDictionary<string, double>.Empty;
    /// <summary>Probability that the customer asks for a human.</summary>
    public double PAsksHuman { get; init; }
    /// <summary>Probability that the customer declines one.</summary>
    public double PDeclinesHuman { get; init; }
    /// <summary>Probability of abuse aimed at us.</summary>
    public double PAbuse { get; init; }
    /// <summary>Probability that a good service person would take over after this turn, from all claims and the exchange.</summary>
    public double PHandOff { get; init; }
    /// <summary>Probability that it is meant the other way round.</summary>
    public double PSarcasm { get; init; }
    /// <summary>Probability that the customer clearly denies being in danger.</summary>
    public double PDeniesDanger { get; init; }
    /// <summary>Probability that the customer asks not to have their mood analysed.</summary>
    public double PStopScoring { get; init; }
    /// <summary>How formally the customer writes; null when the words do not tell.</summary>
    public Locales.Register? Register { get; init; }
    /// <summary>Why the reading is weak: too_short, out_of_language, sources_disagree.</summary>
    public ImmutableArray<string> Uncertain { get; init => field = value.IsDefault ? [] : value; } = [];
    /// <summary>What the claims stand on.</summary>
    public ImmutableArray<Evidence> Evidence { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>The person's own suffering or danger, not annoyance (levels of the corpus).</summary>
public enum Distress
{
    /// <summary>None heard.</summary>
    None,
    /// <summary>Worried.</summary>
    Low,
    /// <summary>Cannot cope, grief, panic, ruin.</summary>
    Moderate,
    /// <summary>Hopeless, thoughts of dying, violence at home, a third person in danger.</summary>
    High,
    /// <summary>Plan, means, goodbye, act, or a life-threatening emergency under way.</summary>
    Imminent,
}

/// <summary>Probability of distress of at least each level, 0..1, never rising with the level.</summary>
public sealed record DistressOdds(double Low, double Moderate, double High, double Imminent);

/// <summary>One piece of what a claim stands on.</summary>
/// <param name="Claim">The claim it speaks for, for example <c>frustration</c>, <c>crisis</c>, <c>asks_human</c>.</param>
/// <param name="Source"><c>cue</c>, <c>model</c>, <c>exchange</c> or <c>azure</c>.</param>
/// <param name="Start">First UTF-16 unit in the customer's own text; 0 with length 0 when it is an event, not words.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Quote">The words, as the customer wrote them, or the name of what happened in the exchange.</param>
/// <param name="Weight">Share in log-odds.</param>
public sealed record Evidence(string Claim, string Source, int Start, int Length, string Quote, double Weight);
