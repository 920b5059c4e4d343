using System.Collections.Immutable;

namespace TrustBot.Desk;

/// <summary>One line of the transcript as agents see it.</summary>
/// <param name="Seq">Its place in the log.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">Whose line it is.</param>
/// <param name="Who">The name shown.</param>
/// <param name="Text">What was said or happened.</param>
internal sealed record DeskLine(long Seq, DateTimeOffset At, LineKind Kind, string Who, string Text)
{
    /// <summary>The culture it is written in; null when not known.</summary>
    public string? Language { get; init; }

    /// <summary>What must be known about the line: hidden data, delivery.</summary>
    public ImmutableArray<string> Marks { get; init; } = [];

    /// <summary>Whether the words did not reach the customer and will not.</summary>
    public bool Unsent { get; init; }

    /// <summary>Whether another line has taken its place.</summary>
    public bool Gone { get; init; }

    /// <summary>The last place in the log that changed this line.</summary>
    public long Touched { get; init; } = Seq;
}

/// <summary>Whose line it is.</summary>
internal enum LineKind
{
    Customer,
    Ai,
    Human,
    Note,
    System,
}
