using TrustBot.Desk;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Tests.Desk;

public sealed class OneTimeLinkTests
{
    private readonly DeskClock _clock = new();

    [Fact]
    public void OfManyAtOnceOneIsLetIn()
    {
        var links = new DeskSignIn(_clock);
        var code = Code(links);
        var taken = 0;
        Parallel.For(0, 64, _ => { if (links.Take(code)) Interlocked.Increment(ref taken); });
        Assert.Equal(1, taken);
    }

    [Fact]
    public void AfterFifteenMinutesTheLinkIsClosed()
    {
        var links = new DeskSignIn(_clock);
        var code = Code(links);
        _clock.Now += TimeSpan.FromMinutes(14.9);
        Assert.True(links.IsOpen(code));
        _clock.Now += TimeSpan.FromMinutes(0.2);
        Assert.False(links.IsOpen(code));
        Assert.False(links.Take(code));
    }

    [Fact]
    public void ALinkIsThirtyTwoRandomBytesAndNothingElseOpens()
    {
        var links = new DeskSignIn(_clock);
        var code = Code(links);
        Assert.Equal(43, code.Length);
        Assert.NotEqual(code, Code(links));
        Assert.False(links.Take(null));
        Assert.False(links.Take(code[..^1]));
        Assert.True(links.Take(code));
    }

    [Fact]
    public void AnAgentIsHereWhileAPageIsOpenAndForAGraceAfter()
    {
        var online = new AgentsOnline(_clock);
        var mara = new AgentRef("a", "Mara");
        var (one, two) = (online.Arrive(mara), online.Arrive(mara));
        Assert.Equal((mara, 2), Assert.Single(online.Now()));
        one.Dispose();
        two.Dispose();
        _clock.Now += AgentsOnline.Grace - TimeSpan.FromSeconds(1);
        Assert.True(online.IsHere("a"));
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(0, online.Count);
    }

    [Fact]
    public void SigningOutEndsEveryStreamOfTheAgentAtOnce()
    {
        var online = new AgentsOnline(_clock);
        using var stay = online.Arrive(new("a", "Mara"));
        using var other = online.Arrive(new("b", "Jonas"));
        online.SignedOut("a");
        Assert.True(stay.Ended.IsCancellationRequested);
        Assert.False(other.Ended.IsCancellationRequested);
        Assert.Equal("b", Assert.Single(online.Now()).Agent.Id);
    }

    private static string Code(DeskSignIn links) => links.CreateLink().Split('=')[1];

    private sealed class DeskClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
