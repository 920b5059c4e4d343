namespace TrustBot.Tests.Support;

/// <summary>A clock that a test can move forward.</summary>
internal sealed class MovableClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Forward(TimeSpan by) => _ahead += by;
}
