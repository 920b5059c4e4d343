using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs.Tests.Chats;

public sealed class ChatRunTests
{
    [Theory]
    [InlineData("bot: {opening}\nuser: hello\nbot: {greeting} {offer}")]
    [InlineData("bot: {opening}\nuser: hello\nbot: {greeting}\nbot: {offer}\nbot:")]
    [InlineData("bot: {opening}\nuser: ...\nbot:\nuser: ...")]
    [InlineData("bot: {opening}\ndesk: claim Mei\nbot: {human-joined}\ndesk: human, reason claimed")]
    [InlineData("bot: {opening}\ndesk: bot\ntime: +90s\nbot: {waiting-update}")]
    [InlineData("queue: place 2 wait 4m agents 1\norder: down\nbot: {opening}")]
    public void WhatHappensAsWrittenPasses(string text) => ChatRun.Play(ChatFile.Parse("a.chat", text), new Scripted());

    [Theory]
    [InlineData("bot: {opening}\nuser: hello\nbot: {greeting}", 3, "at the end the bot said {offer}")]
    [InlineData("bot: {opening}\nuser: hello\nbot: {greeting}\nuser: ...", 4, "before this line the bot said {offer}")]
    [InlineData("user: hello", 1, "before this line the bot said {opening}")]
    [InlineData("bot: {opening}\nuser: hello\nbot: {offer} {greeting}", 3, "the bot said {greeting} {offer}")]
    [InlineData("bot: {opening}\nuser: hello\nbot: {greeting} {offer} {more}", 3, "the bot said {greeting} {offer}")]
    [InlineData("bot: {opening}\nuser: hello\nbot:", 3, "the bot said {greeting} {offer}")]
    [InlineData("bot: {opening}\nuser: ...\nbot: {greeting}", 3, "the bot said nothing")]
    [InlineData("bot: {opening}\ndesk: human", 2, "the desk shows bot, reason none")]
    [InlineData("bot: {opening}\ndesk: claim Mei\nbot: {human-joined}\ndesk: human, reason crisis", 4, "the desk shows human, reason claimed")]
    public void WhatHappensOtherwiseIsToldWithFileAndLine(string text, int line, string problem)
    {
        var fault = Assert.Throws<ChatFault>(() => ChatRun.Play(ChatFile.Parse("a.chat", text), new Scripted()));
        Assert.StartsWith($"a.chat:{line}: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>A bot that knows four things to say.</summary>
    private sealed class Scripted : IChatBot
    {
        public Custody Custody { get; private set; }
        public string? Reason { get; private set; }

        public IReadOnlyList<string> Open(Chat chat) => ["opening"];
        public IReadOnlyList<string> User(string words) => words == "hello" ? ["greeting", "offer"] : [];
        public IReadOnlyList<string> Advance(TimeSpan by) => by > TimeSpan.FromMinutes(1) ? ["waiting-update"] : [];
        public void Queue(QueueFact queue) => Assert.Equal(TimeSpan.FromMinutes(4), queue.ExpectedWait);
        public void Set(string system, bool up) => Assert.Equal(("order", false), (system, up));

        public IReadOnlyList<string> Desk(DeskDeed deed)
        {
            (Custody, Reason) = (Custody.Human, "claimed");
            return ["human-joined"];
        }
    }
}
