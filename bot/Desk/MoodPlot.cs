using System.Globalization;
using TrustBot.Dialogs.Handoffs;

namespace TrustBot.Desk;

/// <summary>Where the points of the mood chart lie: two bands, one under the other, on one axis of turns.</summary>
internal sealed class MoodPlot(IReadOnlyList<MoodPoint> points)
{
    internal const int Width = 320, Left = 34, Right = 10;
    internal const int MoodTop = 18, MoodHeight = 56, FrictionTop = 104, FrictionHeight = 40, Height = 166;
    internal const int MostTurns = 30;

    public IReadOnlyList<MoodPoint> Points { get; } = [.. points.TakeLast(MostTurns)];

    public double X(int turn) => Points.Count < 2
        ? (Left + Width - Right) / 2.0
        : Left + 6 + turn * (Width - Left - Right - 12.0) / (Points.Count - 1);

    public static double Sentiment(MoodPoint p) => MoodTop + MoodHeight * (1 - Math.Clamp(p.Sentiment, -1, 1)) / 2;

    public static double Friction(MoodPoint p) => FrictionHeight * Math.Clamp(p.Friction, 0, 1);

    /// <summary>The line through the sentiments, as SVG points.</summary>
    public string Line => string.Join(' ', Points.Select((p, i) => $"{N(X(i))},{N(Sentiment(p))}"));

    public double BarWidth => Math.Clamp((Width - Left - Right) / (Points.Count + 1.0) * 0.6, 3, 14);

    /// <summary>A number as SVG wants it, whatever the culture of the machine.</summary>
    public static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>What the chart says, in a sentence.</summary>
    public string InWords => Points.Count == 0
        ? "No customer turn was read yet."
        : string.Create(CultureInfo.InvariantCulture,
            $"{Points.Count} customer turns. Sentiment went from {Points[0].Sentiment:+0.0;-0.0;0.0} to {Points[^1].Sentiment:+0.0;-0.0;0.0} (−1 to 1), friction from {Points[0].Friction:0.0} to {Points[^1].Friction:0.0} (0 to 1).");
}
