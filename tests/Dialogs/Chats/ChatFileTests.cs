using TrustBot.Dialogs.Conversations;
using TrustBot.Tests.Support;

namespace TrustBot.Dialogs.Tests.Chats;

public sealed class ChatFileTests
{
    [Fact]
    public void AChatIsReadLineByLine()
    {
        var chat = ChatFile.Parse("a.chat", """
            # a title
            culture: ja-JP
            channel: sms
            zone: Asia/Tokyo

            queue: place 2 wait 1h30m agents 1
            order: down
            user: where: is it?
            bot:  {disclosure} {handoff}
            bot:
            desk: waiting, reason asked-for-human
            desk: claim Mei
            desk: says hello, I am Mei
            desk: note angry
            desk: return agreed a refund of 5
            desk: return
            desk: requeue
            desk: clear-danger
            desk: close resolved yes
            desk: closed
            time: +90s
            queue: place 1 wait unknown agents 0
            queue: up
            """);
        Assert.Equal(("a.chat", "ja-JP", "sms", "Asia/Tokyo"), (chat.Path, chat.Culture, chat.Channel, chat.Zone));
        Assert.Equal(
        [
            new ChatStep.QueueStands(6, "queue: place 2 wait 1h30m agents 1", new(2, TimeSpan.FromMinutes(90), 1)),
            new ChatStep.SystemIs(7, "order: down", "order", false),
            new ChatStep.UserSays(8, "user: where: is it?", "where: is it?"),
        ], chat.Steps.Take(3));
        Assert.Equal(["disclosure", "handoff"], Assert.IsType<ChatStep.BotSaid>(chat.Steps[3]).Phrases);
        Assert.Empty(Assert.IsType<ChatStep.BotSaid>(chat.Steps[4]).Phrases);
        Assert.Equal(new ChatStep.DeskShows(11, "desk: waiting, reason asked-for-human", Custody.Waiting, "asked-for-human"), chat.Steps[5]);
        Assert.Equal(
        [
            new DeskDeed.Claim("Mei"), new DeskDeed.Says("hello, I am Mei"), new DeskDeed.Note("angry"), new DeskDeed.Return("a refund of 5"), new DeskDeed.Return(null),
            new DeskDeed.Requeue(), new DeskDeed.ClearDanger(), new DeskDeed.Close("resolved", "yes"),
        ], chat.Steps.OfType<ChatStep.DeskDoes>().Select(d => d.Deed));
        Assert.Equal(new ChatStep.DeskShows(20, "desk: closed", Custody.Closed, null), chat.Steps[14]);
        Assert.Equal(TimeSpan.FromSeconds(90), Assert.IsType<ChatStep.TimePasses>(chat.Steps[15]).By);
        Assert.Equal(new QueueFact(1, null, 0), Assert.IsType<ChatStep.QueueStands>(chat.Steps[16]).Queue);
        Assert.Equal(new ChatStep.SystemIs(23, "queue: up", "queue", true), chat.Steps[17]);
    }

    [Fact]
    public void AHeadThatSaysNothingIsEnglishOnThePageInAnUnknownZone()
    {
        var chat = ChatFile.Parse("a.chat", "user: hi");
        Assert.Equal(("en", "directline", null), (chat.Culture, chat.Channel, chat.Zone));
    }

    [Theory]
    [InlineData("user: hi\nculture: en", 2, "above the first step")]
    [InlineData("culture: en\nculture: ja-JP\nuser: hi", 2, "twice")]
    [InlineData("zone: Tokyo\nuser: hi", 1, "IANA")]
    [InlineData("culture:\nuser: hi", 1, "needs a value")]
    [InlineData("# only a title", 1, "nothing happens")]
    [InlineData("user hi", 1, "no colon")]
    [InlineData("user:", 1, "needs words")]
    [InlineData("customer: hi", 1, "not known")]
    [InlineData("\n\nbot: hello there", 3, "no phrase key")]
    [InlineData("bot: {greeting} {Not A Key}", 1, "no phrase key")]
    [InlineData("desk: sleeping", 1, "not known")]
    [InlineData("desk: claim", 1, "not known")]
    [InlineData("desk: 2", 1, "not known")]
    [InlineData("desk: close resolved perhaps", 1, "not known")]
    [InlineData("desk: return to sender", 1, "not known")]
    [InlineData("time: 90s", 1, "must begin with +")]
    [InlineData("time: +90", 1, "no length of time")]
    [InlineData("time: +", 1, "no length of time")]
    [InlineData("time: +99999999999s", 1, "too large")]
    [InlineData("queue: place two", 1, "not of the form")]
    [InlineData("queue: place 1 wait long agents 1", 1, "no length of time")]
    [InlineData("order: maybe", 1, "up or down")]
    public void WhatCannotBeReadIsToldWithFileAndLine(string text, int line, string problem)
    {
        var fault = Assert.Throws<ChatFault>(() => ChatFile.Parse("a.chat", text));
        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith($"a.chat:{line}: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheExampleForWritersGoesAsWritten() =>
        ChatRun.Play(ChatFile.Parse("CONTRIBUTING.md", Repository.Read("CONTRIBUTING.md").Split("```\n").Single(b => b.StartsWith("# Someone", StringComparison.Ordinal))), new TurnBot(Support.Shipped.ByCues));

    [Fact]
    public void EveryChatFileCanBeRead()
    {
        string[] files = [.. Repository.Files.Where(p => p.EndsWith(".chat", StringComparison.Ordinal))];
        Assert.NotEmpty(files);
        Assert.All(files, f => ChatFile.Parse(f, Repository.Read(f)));
    }
}
