using Microsoft.Playwright;
using TrustBot.Tests.Support;

namespace TrustBot.Browser.Tests;

/// <summary>The picture in the README, taken anew: <c>./test.sh long --filter Screenshots</c>.</summary>
[Collection(Killing.Name)]
public sealed class Screenshots(Chrome chrome)
{
    [Fact, Trait("Category", "Long")]
    public async Task ChatAndDeskStandSideBySide()
    {
        await using var bot = await RunningBot.Start();
        await chrome.Journey(bot, async journey =>
        {
            var agent = await journey.Agent("Mei", await bot.DeskLink(), 1240);
            var customer = await journey.Customer(width: 520);
            await customer.Hears("disclosure");
            await customer.Says("where is my order LN-1001");
            await customer.Hears("order-delayed");
            await customer.Says("this is ridiculous, get me a human");
            await customer.Hears("handoff");
            await agent.Opens(await customer.Conversation());
            await agent.Claims();
            await customer.Hears("human-joined");
            await agent.Says("I am sorry about the delay. I am sending you a new router by courier today.");
            await customer.HearsHuman("Mei", "I am sorry about the delay. I am sending you a new router by courier today.");
            await customer.Says("thank you, that helps");
            await agent.Sees("thank you, that helps");
            await Compose(agent.Page, await customer.Page.ScreenshotAsync(), await agent.Page.ScreenshotAsync());
        });
    }

    private static async Task Compose(IPage open, byte[] chat, byte[] desk)
    {
        var page = await open.Context.NewPageAsync();
        await page.SetViewportSizeAsync(1400, 700);
        await page.SetContentAsync($$"""
            <style>
            body { margin: 0; padding: 16px; display: inline-flex; gap: 16px; background: #e7e9ee; }
            img { height: 620px; border-radius: 8px; box-shadow: 0 2px 10px #0003; display: block; }
            </style>
            <img alt="" src="data:image/png;base64,{{Convert.ToBase64String(chat)}}"><img alt="" src="data:image/png;base64,{{Convert.ToBase64String(desk)}}">
            """);
        await page.Locator("body").ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(Repository.FullPath("docs")).FullName, "chat-and-desk.png") });
    }
}
