using TrustBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TrustBot.Browser.Tests;

/// <summary>
/// SIGKILL, and a start on the same data and port: both pages carry on by themselves, and both show the same words in
/// the same order, none lost and none doubled.
/// </summary>
[Collection(Killing.Name)]
public sealed class KilledTests(Chrome chrome)
{
    private const float Patience = 60_000;

    [Theory]
    [InlineData("en-GB", "where is my order LN-1001", "what can you do")]
    [InlineData("ja-JP", "注文LN-1001はどこですか", "何ができますか")]
    public async Task WordsJustSentAreAnsweredOnceAfterTheRestart(string locale, string words, string more)
    {
        await using var bot = await RunningBot.Start();
        await chrome.Journey(bot, async journey =>
        {
            var customer = await Caller(journey, locale);
            await customer.Hears("disclosure");
            await customer.SaysAndIsTaken(words);
            await Power(bot);
            await customer.Hears("order-delayed");
            await customer.Says(more);
            await customer.Hears("what-can-you-do");

            var agent = await journey.Agent("Mei", await bot.DeskLink());
            await agent.Opens(await customer.Conversation());
            Assert.Equal(await customer.Transcript(), await agent.Transcript());
            await customer.Reloads();
            await Expect(customer.All).ToHaveCountAsync(5);
            Assert.Equal(await customer.Transcript(), await agent.Transcript());
        });
    }

    [Fact]
    public async Task WhoWaitsForAHumanStillWaitsAndIsFetched()
    {
        await using var bot = await RunningBot.Start();
        await chrome.Journey(bot, async journey =>
        {
            var agent = await Agent(journey);
            var customer = await Caller(journey);
            await customer.Hears("disclosure");
            await customer.PressesForHuman();
            await customer.Hears("handoff");
            await agent.Opens(await customer.Conversation());
            await Power(bot);
            await Expect(agent.Page.Locator("#connection")).ToBeEmptyAsync(new() { Timeout = Patience });
            await agent.Claims();
            await customer.Hears("human-joined");
            await BothHaveTheSame(customer, agent, 4);
        });
    }

    [Fact]
    public async Task WhoTalksWithAHumanGoesOnTalkingWithThatHuman()
    {
        await using var bot = await RunningBot.Start();
        await chrome.Journey(bot, async journey =>
        {
            var agent = await Agent(journey);
            var customer = await Caller(journey);
            await customer.Hears("disclosure");
            await customer.PressesForHuman();
            await customer.Hears("handoff");
            await agent.Opens(await customer.Conversation());
            await agent.Claims();
            await customer.Hears("human-joined");
            await agent.Says("Hello, let me look.");
            await customer.SaysAndIsTaken("I have been waiting for a week");
            await Power(bot);
            await customer.HearsHuman("Mei", "Hello, let me look.");
            await agent.Sees("I have been waiting for a week", Patience);
            await agent.Says("It leaves today.");
            await customer.HearsHuman("Mei", "It leaves today.");
            await customer.Says("where is my order LN-1001");
            await agent.Sees("where is my order LN-1001", Patience);
            await customer.HearsNothing();
            await BothHaveTheSame(customer, agent, 8);
        });
    }

    private static async Task Power(RunningBot bot)
    {
        bot.Kill();
        await bot.StartAgain();
    }

    private static async Task<Customer> Caller(Journey journey, string locale = "en-GB")
    {
        var customer = await journey.Customer(locale);
        customer.Patience = Patience;
        customer.Visit.Expects("WebSocket connection", "ERR_");
        return customer;
    }

    private static async Task<Agent> Agent(Journey journey)
    {
        var agent = await journey.Agent("Mei", await journey.Bot.DeskLink());
        agent.Visit.Expects("ERR_", "htmx");
        return agent;
    }

    private static async Task BothHaveTheSame(Customer customer, Agent agent, int lines)
    {
        await Expect(customer.All).ToHaveCountAsync(lines);
        await Expect(agent.Lines).ToHaveCountAsync(lines);
        var heard = await customer.Transcript();
        Assert.Equal(heard, await agent.Transcript());
        await agent.Page.ReloadAsync();
        Assert.Equal(heard, await agent.Transcript());
        await customer.Reloads();
        await Expect(customer.All).ToHaveCountAsync(lines);
        Assert.Equal(heard, await customer.Transcript());
    }
}

/// <summary>The journeys that kill their bots share a browser, and run beside the others.</summary>
[CollectionDefinition(Name)]
public sealed class Killing : ICollectionFixture<Chrome>
{
    public const string Name = "killing";
}
