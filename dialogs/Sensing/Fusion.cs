using System.Collections.Immutable;
using System.Text.Json;

namespace TrustBot.Dialogs.Sensing;

/// <summary>How much each source counts for one head.</summary>
/// <param name="Bias">Log-odds when nothing is heard.</param>
/// <param name="Words">Factor on what the words say.</param>
/// <param name="Traits">Factor on what the traits say.</param>
/// <param name="Cues">Factor on what the cues weigh, see <c>Weights</c>.</param>
/// <param name="Exchange">Log-odds for each of <see cref="Sensing.Exchange.Names"/>; empty where the exchange has no say.</param>
public sealed record Voice(float Bias, float Words, float Traits, float Cues, ImmutableArray<float> Exchange);

/// <summary>
/// One calibrated probability a claim from all sources: stacked logistic regression (Wolpert 1992), fitted on messages
/// that the listener had not been taught, so that its factors say how far each source is to be believed.
/// </summary>
/// <param name="Voices">By head.</param>
/// <param name="HandOff">Factors of the hand-off hazard: log-odds of <see cref="HazardInputs"/>, then the exchange's, then the bias.</param>
public sealed record Fusion(ImmutableArray<Voice> Voices, ImmutableArray<float> HandOff)
{
    /// <summary>Heads whose log-odds the hand-off hazard is made of.</summary>
    public static ImmutableArray<string> HazardInputs { get; } =
        ["asks_human", "danger", "distress_moderate", "frustration_2", "dissatisfaction_2", "abuse_1", "sarcasm", "risk_hardship", "risk_fraud_in_progress", "risk_legal_threat", "risk_bereavement", "risk_safety_hazard", "risk_abuse_at_home", "risk_discrimination", "positive_1"];

    /// <summary>How far a cue that speaks against a head is believed; not fitted, for the corpus has too few denials.</summary>
    public const float AgainstShare = 1f;

    /// <summary>Every source whole: where a listener begins before it is fitted.</summary>
    public static Fusion Plain { get; } = new([.. Enumerable.Repeat(new Voice(0, 1, 1, 0.3f, []), Heads.Count)], []);

    /// <summary>Log-odds of every head.</summary>
    internal void Weigh(ReadOnlySpan<float> words, ReadOnlySpan<float> traits, ReadOnlySpan<float> cues, ReadOnlySpan<float> exchange, Span<float> to)
    {
        for (var head = 0; head < Heads.Count; head++)
        {
            var voice = Voices[head];
            var odds = voice.Bias + (voice.Words * words[head]) + (voice.Traits * traits[head]) + (voice.Cues * cues[head]);
            for (var i = 0; i < voice.Exchange.Length; i++) odds += voice.Exchange[i] * exchange[i];
            to[head] = odds;
        }
    }

    /// <summary>Probability that a good service person would take over after this turn, 0..1.</summary>
    internal double Hazard(ReadOnlySpan<float> odds, ReadOnlySpan<float> exchange)
    {
        if (HandOff.IsEmpty) return 0;
        var sum = HandOff[^1];
        for (var i = 0; i < HazardInputs.Length; i++) sum += HandOff[i] * Bounded(odds[Inputs[i]]);
        for (var i = 0; i < exchange.Length; i++) sum += HandOff[HazardInputs.Length + i] * exchange[i];
        return Sigmoid(sum);
    }

    /// <summary>Beyond near certainty nothing more is said.</summary>
    public static float Bounded(float odds) => Math.Clamp(odds, -5, 5);

    /// <summary>The probability of log-odds.</summary>
    public static double Sigmoid(double odds) => 1 / (1 + Math.Exp(-odds));

    private static readonly int[] Inputs = [.. HazardInputs.Select(Heads.Of)];

    /// <summary>As written into the listener file.</summary>
    internal string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    internal static Fusion FromJson(string json) => JsonSerializer.Deserialize<Fusion>(json) ?? throw new InvalidDataException("The listener file says nothing of fusion. Make it anew with the train command.");
}
