using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Handoffs;
using TrustBot.Dialogs.Tests.Chats;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Handoffs;

public sealed class PacketTests
{
    private static readonly AgentRef Mei = new("a1", "Mei");

    private static TurnBot Talk(params string[] words)
    {
        var bot = new TurnBot(Shipped.ByCues);
        bot.Open(ChatFile.Parse("packet.chat", "zone: Asia/Singapore\nuser: x"));
        foreach (var w in words) bot.User(w);
        return bot;
    }

    private static HandoffPacket Packet(TurnBot bot) => Packets.Build(bot.Conversation, bot.Log, Shipped.ByCues.Locales, Mei);

    private static string? WordsAt(TurnBot bot, long seq) =>
        bot.Log.SingleOrDefault(e => e.Seq == seq)?.Event is Accepted { Activity: { Type: ActivityTypes.Message } said } && !Channels.IsInternal(said.ChannelId) ? said.Text : null;

    [Fact]
    public void ItHoldsWhatAHumanNeedsToGoOn()
    {
        var bot = Talk("where is my order ln1001", "this is ridiculous, I asked you three times already", "give me a human");
        var packet = Packet(bot);
        Assert.Equal(("packet.chat", Channels.DirectLine, "en", "English", "SG", "Asia/Singapore"), (packet.ConversationId, packet.ChannelId, packet.Culture, packet.CultureName, packet.Territory, packet.Zone));
        Assert.Equal(ReasonCodes.AskedForHuman, packet.Why[0].Code);
        Assert.True(packet.Why[0] is { Probability: > 0.5, Threshold: > 0, Sentence.Length: > 5 });
        Assert.Equal(3, packet.MoodTimeline.Length);
        Assert.Contains(packet.MoodTimeline, m => m.Frustration > 0.3);
        Assert.Equal("LN-1001", packet.Slots.Single(s => s.Key == "order").Value);
        Assert.Equal("order LN-1001", packet.FactsTold.Single().Key);
        Assert.NotEmpty(packet.Disclosures);
        Assert.NotEmpty(packet.ToneAdvice);
        Assert.Contains(packet.Suggested, s => s.Text.Contains("Mei", StringComparison.Ordinal) && s.Confidence is > 0 and <= 1);
        Assert.Equal((0, 0), (packet.EarlierHandoffs, packet.Missing.Length));
    }

    [Fact]
    public void EachLineOfTheStoryStandsOnALineOfTheLog()
    {
        var bot = Talk("where is my order ＬＮ－１００１", "fnord zork", "I want to make a complaint", "the courier threw the parcel over the fence twice", "give me a human");
        var story = Packet(bot).Story;
        Assert.Equal(["situation", "tried", "wanted"], story.Select(s => s.Section).Distinct());
        foreach (var line in story)
        {
            var entry = Assert.Single(bot.Log, e => e.Seq == line.Seq);
            if (line.Section == "tried") Assert.Equal(Roles.Bot, Assert.IsType<Said>(entry.Event).Speaker);
            else Assert.NotNull(WordsAt(bot, line.Seq));
            if (line.Text[0] == '“') Assert.Contains(WordsAt(bot, line.Seq)!, line.Text, StringComparison.Ordinal);
            if (line.Text.Contains("LN-1001", StringComparison.Ordinal) && line.Section == "situation") Assert.Contains("ＬＮ", WordsAt(bot, line.Seq)!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void QuotesAreTheCustomersOwnWordsFromTheMessageThatWasRead()
    {
        var bot = Talk("THIS IS RIDICULOUS!!! give me a human");
        bot.User("a human would be nice, is that a human? this is ridiculous");
        bot.Desk(new DeskDeed.Claim("Mei"));
        bot.Desk(new DeskDeed.Says("I am a human, this is RIDICULOUS!!! give me a human"));
        var first = bot.Log.First(e => e.Event is Accepted { Activity.Text: { } t } && t.StartsWith("THIS", StringComparison.Ordinal)).Seq;
        var quotes = Packet(bot).Why.SelectMany(w => w.Quotes).ToList();
        Assert.NotEmpty(quotes);
        Assert.All(quotes, q =>
        {
            Assert.Equal(first, q.Seq);
            Assert.Contains(q.Text, WordsAt(bot, q.Seq)!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void ACrisisWhileWaitingIsInThePacket()
    {
        var bot = Talk("give me a human", "I want to kill myself");
        var packet = Packet(bot);
        Assert.Equal([ReasonCodes.Crisis, ReasonCodes.AskedForHuman], packet.Why.Select(w => w.Code));
        Assert.Equal(Tier.High, packet.Tier);
    }

    [Fact]
    public void WhoAskedNotToBeScoredHasNoMoodInThePacket()
    {
        var packet = Packet(Talk("please don't analyse my mood", "this is ridiculous", "human"));
        Assert.True(packet is { ScoringOff: true, MoodTimeline.IsEmpty: true });
    }

    [Fact]
    public void WhatIsMissingIsSaid()
    {
        var bot = Talk("human");
        Assert.Empty(Packet(bot).Missing);
        var torn = Packets.Build(bot.Conversation, [.. bot.Log.Skip(1)], Shipped.ByCues.Locales, Mei);
        Assert.Single(torn.Missing);
        var bare = Packets.Build(bot.Conversation with { Disclosures = [], HandoffReasons = [], LastDecision = null }, [], Shipped.ByCues.Locales, Mei);
        Assert.Equal(3, bare.Missing.Length);
    }

    [Fact]
    public void AMessageWithoutEndIsQuotedByItsBeginning() =>
        Assert.All(Packet(Talk(string.Concat(Enumerable.Repeat("my parcel 👟 ", 5000)), "human")).Story, s => Assert.InRange(s.Text.Length, 1, 400));

    [Fact]
    public void ASecondHandoffCountsTheFirst()
    {
        var bot = Talk("human");
        bot.Desk(new DeskDeed.Claim("Mei"));
        bot.Desk(new DeskDeed.Return("a new lamp"));
        bot.User("human");
        var packet = Packet(bot);
        Assert.Equal((1, "a new lamp"), (packet.EarlierHandoffs, packet.Slots.Single(s => s.Key == "agreed").Value));
    }
}
