namespace TrustBot.Turns;

/// <summary>What became of an activity at the front door. When it is returned, the activity is durable.</summary>
internal abstract record AcceptOutcome
{
    /// <summary>Accepted at this place in the log; the turn runs.</summary>
    internal sealed record Done(long Seq, string ActivityId, bool WasDuplicate) : AcceptOutcome;

    /// <summary>There is no such conversation.</summary>
    internal sealed record Unknown : AcceptOutcome;

    /// <summary>Too much at once; try again after this time.</summary>
    internal sealed record Busy(TimeSpan RetryAfter) : AcceptOutcome;
}
