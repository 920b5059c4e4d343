using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TrustBot.Browser.Tests;

/// <summary>Whoever uses a keyboard, a screen reader or a small screen comes as far as everybody else.</summary>
[Collection(Running.Name)]
public sealed class BarrierTests(SharedBot shared, Chrome chrome)
{
    [Theory]
    [InlineData("en-GB", "where is my order LN-1001", 320)]
    [InlineData("ja-JP", "注文LN-1001はどこですか", 390)]
    public Task TheChatHasNoBarrierAndFitsASmallScreen(string locale, string question, int width) => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer(locale, width: width);
        await customer.Hears("disclosure");
        await customer.Visit.MeetsNoBarrier();
        await customer.Says(question);
        await customer.Hears("order-delayed");
        await customer.Visit.MeetsNoBarrier();
        await customer.Visit.FitsTheScreen();
    });

    [Theory]
    [InlineData("en-GB", "where is my order LN-1001", 320)]
    [InlineData("ja-JP", "注文LN-1001はどこですか", 390)]
    public Task ThePlainPageHasNoBarrierAndFitsASmallScreen(string locale, string question, int width) => chrome.Journey(shared, async journey =>
    {
        // The page is the same with scripts on; axe is a script.
        var page = (await journey.Customer(locale, width: width)).Page;
        await page.GotoAsync(shared.Bot.Url + "/plain", new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("#text").FillAsync(question);
        await page.Locator(".writing button").ClickAsync();
        await Expect(page.FrameLocator("iframe").Locator(".line:not(.user) p").Last).ToHaveTextAsync(Words.Message(locale, "order-delayed"));
        await Visit.MeetsNoBarrier(page);
        await Visit.FitsTheScreen(page);
    });

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1280)]
    public Task TheDeskHasNoBarrierAndFitsTheScreen(int width) => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer();
        await customer.Hears("disclosure");
        await customer.Says("I want to kill myself");
        await customer.Hears("crisis", "crisis-person");
        var link = await shared.DeskLink();
        var agent = await journey.Agent("Mei", link, width);
        await agent.Visit.MeetsNoBarrier();
        await agent.Visit.FitsTheScreen();
        await agent.Opens(await customer.Conversation());
        await agent.Visit.MeetsNoBarrier();
        await agent.Visit.FitsTheScreen();
        await agent.Claims();
        await agent.Page.Locator("#close-form summary").ClickAsync();
        await agent.Visit.MeetsNoBarrier();
        await agent.Visit.FitsTheScreen();
    });

    [Fact]
    public Task TheKeyboardAloneServesCustomerAndAgent() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer();
        await customer.Hears("disclosure");
        await Reach(customer.Page, customer.Box);
        await customer.Page.Keyboard.TypeAsync("where is my order LN-1001");
        await customer.Page.Keyboard.PressAsync("Enter");
        await customer.Hears("order-delayed");
        await Reach(customer.Page, customer.Page.Locator("#human"));
        await customer.Page.Keyboard.PressAsync("Enter");
        await customer.Hears("handoff");

        var agent = await journey.Agent("Mei", await shared.DeskLink());
        await Reach(agent.Page, agent.Row(await customer.Conversation()));
        await agent.Page.Keyboard.PressAsync("Enter");
        await Reach(agent.Page, agent.Page.GetByRole(AriaRole.Button, new() { Name = "Claim" }));
        await agent.Page.Keyboard.PressAsync("Enter");
        await customer.Hears("human-joined");
        await Expect(agent.Page.GetByLabel("Message to the customer")).ToBeFocusedAsync();
        await agent.Page.Keyboard.TypeAsync("Hello, let me look.");
        await agent.Page.Keyboard.PressAsync("Control+Enter");
        await customer.HearsHuman("Mei", "Hello, let me look.");
    });

    /// <summary>Presses Tab until it has the focus; whoever needs more than eighty has lost the way.</summary>
    private static async Task Reach(IPage page, ILocator goal)
    {
        await goal.WaitForAsync();
        for (var i = 0; i < 80; i++)
        {
            if (await goal.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The keyboard does not reach {goal}.");
    }
}
