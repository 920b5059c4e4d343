using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace TrustBot.Browser.Tests;

/// <summary>From the AI to a human who knows everything, back again, and to an end that is none.</summary>
[Collection(Running.Name)]
public sealed class HandoffTests(SharedBot shared, Chrome chrome)
{
    private const float Live = 2_000;

    [Fact]
    public Task TheHumanReadsThePacketAndNothingNeedsSayingTwice() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer();
        await customer.Hears("disclosure");
        await customer.Says("where is my order");
        await customer.Hears("ask-order");
        await customer.Says("LN-1001");
        await customer.Hears("order-delayed");
        await customer.Says("this is ridiculous, get me a human");
        await customer.Hears("handoff");

        var agent = await journey.Agent("Mei", await shared.DeskLink());
        await agent.Opens(await customer.Conversation());
        var why = agent.Part("Why now");
        await Expect(why).ToContainTextAsync(Words.Label("en", "desk-reason-asked-for-human"));
        await Expect(why.Locator(".odds").First).ToHaveTextAsync(new Regex(@"^\d+\s% sure, acts from \d+\s%$"));
        await Expect(why.Locator("blockquote").First).ToContainTextAsync("human");
        await Expect(agent.Part("Mood").Locator("svg.mood-chart .point")).ToHaveCountAsync(3);
        await Expect(agent.Part("Story so far")).ToContainTextAsync("LN-1001");
        await Expect(agent.Part("What they told us")).ToContainTextAsync("LN-1001");
        await Expect(agent.Part("What we told them")).ToContainTextAsync("Delayed");
        await Expect(agent.Part("Promises")).ToContainTextAsync("None");
        await Expect(agent.Part("How to speak with them")).ToContainTextAsync("English");
        await Expect(agent.Part("Suggested replies").Locator("button").First).ToHaveTextAsync(Words.Message("en", "suggest-hello"));
        Assert.Equal(await customer.Transcript(), await agent.Transcript());
    });

    [Fact]
    public Task BothTalkLiveAndTheAiIsSilentUntilItIsGivenBack() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer();
        await customer.Hears("disclosure");
        await customer.Says("where is my order LN-1001");
        await customer.Hears("order-delayed");
        await customer.PressesForHuman();
        await customer.Hears("handoff");

        var agent = await journey.Agent("Mei", await shared.DeskLink());
        await agent.Opens(await customer.Conversation());
        await agent.Claims();
        await customer.Hears("human-joined");
        await agent.Says("Hello, let me look.");
        await customer.HearsHuman("Mei", "Hello, let me look.", Live);
        await customer.Says("where is my refund");
        await agent.Sees("where is my refund", Live);
        await customer.Says("are you a robot?");
        await agent.Sees("are you a robot?", Live);
        await agent.Says("No, I am Mei.");
        await customer.HearsHuman("Mei", "No, I am Mei.", Live);

        await agent.Returns("a new router goes out today");
        await customer.Hears("returned");
        await customer.Says("where is my order");
        await customer.Hears("order-delayed");
        await customer.Reads("LN-1001");
        await Expect(agent.Lines).ToHaveCountAsync((await customer.Transcript()).Count);
        Assert.Equal(await customer.Transcript(), await agent.Transcript());
    });

    [Fact]
    public Task AClosedConversationOpensAgainWhenTheCustomerWrites() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer();
        await customer.Hears("disclosure");
        await customer.PressesForHuman();
        await customer.Hears("handoff");
        var agent = await journey.Agent("Mei", await shared.DeskLink());
        await agent.Opens(await customer.Conversation());
        await agent.Claims();
        await customer.Hears("human-joined");
        await agent.Closes("Resolved", "Yes");
        await customer.Hears("closed");
        await Expect(agent.Page.Locator("#lines")).ToContainTextAsync("Mei closed it: resolved, escalation right: yes");
        await customer.Says("what can you do");
        await customer.Hears("disclosure-again");
        await customer.Hears("what-can-you-do");
        await Expect(agent.Standing).ToHaveTextAsync("With the AI");
    });

    [Fact]
    public Task TheCustomerSpeaksJapaneseAndTheDeskEnglish() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer("ja-JP", "Asia/Tokyo");
        await customer.Hears("disclosure");
        await customer.Says("注文LN-1001はどこですか");
        await customer.Hears("order-delayed");
        await customer.Says("オペレーターにつないでください");
        await customer.Hears("handoff");

        var agent = await journey.Agent("Mei", await shared.DeskLink());
        await agent.Opens(await customer.Conversation());
        await Expect(agent.Part("Why now")).ToContainTextAsync(Words.Label("en", "desk-reason-asked-for-human"));
        await Expect(agent.Part("Why now").Locator("blockquote").First).ToContainTextAsync("オペレーター");
        await Expect(agent.Part("How to speak with them")).ToContainTextAsync("日本語");
        await Expect(agent.Part("How to speak with them")).ToContainTextAsync(Words.Label("en", "desk-tone-culture-ja-JP"));
        await agent.Claims();
        await customer.Hears("human-joined");

        var reply = agent.Part("Suggested replies").Locator("button").First;
        await Expect(reply).ToHaveTextAsync(Words.Message("ja-JP", "suggest-hello"));
        var words = await reply.InnerTextAsync();
        await reply.ClickAsync();
        await Expect(agent.Page.GetByLabel("Message to the customer")).ToHaveValueAsync(words);
        await agent.Press("Send");
        await customer.HearsHuman("Mei", words);
        await customer.Says("ありがとうございます");
        await agent.Sees("ありがとうございます");
        await agent.Returns("");
        await customer.Hears("returned");
        await customer.Says("注文した商品はいつ届きますか");
        await customer.Hears("order-delayed");
    });

    [Fact]
    public Task OnlyOneHumanCanHaveAConversation() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer();
        await customer.Hears("disclosure");
        await customer.PressesForHuman();
        await customer.Hears("handoff");
        var mei = await journey.Agent("Mei", await shared.DeskLink());
        await mei.Opens(await customer.Conversation());
        var raj = await journey.Agent("Raj", await shared.DeskLink());
        await raj.Opens(await customer.Conversation());
        await mei.Claims();
        await Expect(raj.Standing).ToHaveTextAsync("Mei has it");
        await Expect(raj.Page.GetByLabel("Message to the customer")).ToBeHiddenAsync();
        await customer.Hears("human-joined");
        await customer.HearsNothing();
    });
}
