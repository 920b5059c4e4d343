using System.Collections.Immutable;
using TrustBot.Desk;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Tests.Desk;

using Channels = Dialogs.Activities.Channels;

public sealed class DeskLinesTests
{
    private static readonly AgentRef Mara = new("a", "Mara");

    [Fact]
    public void EachLineSaysWhoSpoke()
    {
        var lines = Of(DeskHost.Customer("hi"), Ai("Hello, I am an AI."), Human("Mara here."));
        Assert.Equal([LineKind.Customer, LineKind.Ai, LineKind.Human], lines.Select(l => l.Kind));
        Assert.Equal("Mara", lines[^1].Who);
    }

    [Fact]
    public void AnAgentsWordsAreSeenWhileTheyAreUnderWayAndOnceWhenTheyAreOut()
    {
        var typed = Typed("k1", "on it");
        Assert.Equal("sending", Assert.Single(Assert.Single(Of(typed)).Marks));
        var lines = Of(typed, Human("on it", replyTo: 1), new TurnFinished(["k1"], "l", "p"));
        Assert.Equal(2, Assert.Single(lines, l => !l.Gone).Seq);
        Assert.Equal(2, Assert.Single(lines, l => l.Gone).Touched);
    }

    [Fact]
    public void AnAgentsWordsThatNoTurnSentAreMarkedAsUnsent()
    {
        var line = Assert.Single(Of(Typed("k1", "too late"), new TurnFinished(["k1"], "l", "p")));
        Assert.True(line.Unsent);
        Assert.Contains("not sent", Assert.Single(line.Marks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeliveryState.Unknown, false)]
    [InlineData(DeliveryState.Refused, true)]
    [InlineData(DeliveryState.Superseded, true)]
    public void TheLastStateOfADeliveryStandsAtItsLine(DeliveryState state, bool unsent)
    {
        var line = Assert.Single(Of(Ai("hello"), new DeliveryChanged(1, DeliveryState.Started, null), new DeliveryChanged(1, state, "why")));
        Assert.Contains("why", Assert.Single(line.Marks), StringComparison.Ordinal);
        Assert.Equal((unsent, 3L), (line.Unsent, line.Touched));
    }

    [Fact]
    public void HiddenDataAndTurnedDirectionAreMarked() =>
        Assert.Equal("card hidden; turns its text direction around", string.Join("; ", Assert.Single(Of(DeskHost.Customer("my \u202Edrac\u202C", "card", "card"))).Marks));

    [Fact]
    public void ADecisionIsExplainedWithItsNumbersAndWords()
    {
        var reason = new Reason(ReasonCodes.Frustration, 0.91, 0.7, [new("frustration", "cue", 0, 5, "third", 1)]);
        var line = Assert.Single(Of(new Decided(new(Act.HandOffNow, Tier.Medium, [reason], [], "p"))));
        Assert.Equal("Decided: hand off now, because frustration (91\u00A0%, threshold 70\u00A0%): “\u2068third\u2069”", line.Text);
    }

    [Fact]
    public void AnAnswerWithoutADecisionToActIsNoLine() =>
        Assert.Empty(Of(new Decided(new(Act.Continue, Tier.Low, [], [], "p")), new TurnFinished(["k"], "l", "p")));

    [Fact]
    public void ADeedIsNamedWhenItIsAskedForAndWhenItIsDone()
    {
        var lines = Of(new EffectRequested(new("k", "file-complaint", ImmutableSortedDictionary<string, string>.Empty)), new EffectFinished("k", false, "closed"));
        Assert.Equal(["Asked for: file complaint", "Could not be done: file complaint (closed)"], lines.Select(l => l.Text));
    }

    private static ImmutableArray<DeskLine> Of(params ConversationEvent[] events) =>
        [.. DeskLines.Of(events.Select((e, i) => new LogEntry(i + 1, DateTimeOffset.UnixEpoch, e)))];

    private static Said Ai(string text) => new(new() { Type = ActivityTypes.Message, Text = text }, Roles.Bot, [], 0, false);

    private static Said Human(string text, long replyTo = 0) =>
        new(new() { Type = ActivityTypes.Message, Text = text, From = new() { Name = "Mara" } }, Roles.Agent, [], replyTo, false);

    private static Accepted Typed(string key, string text) =>
        new(key, new() { Type = ActivityTypes.Message, ChannelId = Channels.Desk, Text = text, From = new() { Id = Mara.Id, Name = Mara.Name } }, []);
}
