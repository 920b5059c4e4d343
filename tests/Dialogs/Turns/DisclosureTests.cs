using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Tests.Chats;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Turns;

/// <summary>The customer is told that this is an AI: first, in each language once, after a human, when it opens again.</summary>
public sealed class DisclosureTests
{
    private static TurnBot Open(string head = "culture: en")
    {
        var bot = new TurnBot(Shipped.ByCues);
        bot.Open(ChatFile.Parse("d.chat", head + "\nuser: x"));
        return bot;
    }

    private static string[] Why(TurnBot bot) => [.. bot.Conversation.Disclosures.Select(d => d.Why)];

    [Fact]
    public void ItComesBeforeAnythingElseAndOnce()
    {
        var bot = Open();
        bot.User("hello");
        bot.User("where is my order");
        Assert.Equal(["first"], Why(bot));
        var said = bot.Log.Select(e => e.Event).OfType<Said>().First();
        Assert.Equal("disclosure", Assert.Single(said.Phrases));
        Assert.Equal(Dialogs.Speaking.Wording.Version(said.Activity.Text!), bot.Conversation.Disclosures[0].TextVersion);
    }

    [Fact]
    public void AnotherLanguageIsToldOnceInIt()
    {
        var bot = Open();
        Assert.Contains("disclosure-again", bot.User("注文はどこですか、教えてください"));
        Assert.Equal(("ja-JP", true), (bot.Conversation.Culture, bot.Conversation.CultureFromWords));
        Assert.DoesNotContain("disclosure-again", bot.User("LN-1001です"));
        bot.User("where is my order, please tell me in english");
        Assert.Equal(["first", "language"], Why(bot));
    }

    [Fact]
    public void AfterAHumanAndWhenItOpensAgainItIsToldAgain()
    {
        var bot = Open();
        bot.User("human");
        bot.Desk(new DeskDeed.Claim("Mei"));
        bot.Desk(new DeskDeed.Return(null));
        bot.User("human");
        bot.Desk(new DeskDeed.Claim("Mei"));
        bot.Desk(new DeskDeed.Close("resolved", "yes"));
        bot.User("hello");
        Assert.Equal(["first", "return", "reopened"], Why(bot));
    }

    [Fact]
    public void InACrisisOneShortMessageCarriesBoth()
    {
        var bot = Open();
        bot.User("human");
        bot.Desk(new DeskDeed.Claim("Mei"));
        bot.Desk(new DeskDeed.Close("resolved", "yes"));
        Assert.Equal("disclosure-crisis", bot.User("I want to kill myself")[0]);
        Assert.Equal(["first", "crisis"], Why(bot));
        Assert.Equal(1, bot.Log.SkipWhile(e => e.Event is not Accepted { Activity.Text: "I want to kill myself" }).Count(e => e.Event is Said));
    }

    [Fact]
    public void EachMessageOfTheBotCarriesTheMarkOfAnAiAndAHumansDoesNot()
    {
        var bot = Open();
        bot.User("human");
        bot.Desk(new DeskDeed.Claim("Mei"));
        bot.Desk(new DeskDeed.Says("hello"));
        foreach (var said in bot.Log.Select(e => e.Event).OfType<Said>())
            Assert.Equal(said.Speaker == Roles.Bot, said.Activity.Entities is { Count: > 0 });
    }

    [Fact]
    public void AnAgentsWordsAreNeverScored()
    {
        var bot = Open();
        bot.User("human");
        bot.Desk(new DeskDeed.Claim("Mei"));
        var (before, sensed) = (bot.Conversation, bot.Log.Count(e => e.Event is Sensed));
        bot.Desk(new DeskDeed.Says("this is absolutely ridiculous, I want to die, you idiot"));
        Assert.Equal((before.Friction, before.Mood, before.Danger, sensed), (bot.Conversation.Friction, bot.Conversation.Mood, bot.Conversation.Danger, bot.Log.Count(e => e.Event is Sensed)));
        bot.User("I want to die");
        Assert.Equal(Danger.Crisis, bot.Conversation.Danger);
        Assert.Equal(Custody.Human, bot.Custody);
    }
}
