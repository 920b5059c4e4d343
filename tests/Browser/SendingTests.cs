using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TrustBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TrustBot.Browser.Tests;

/// <summary>The bot dies while words are sent: they stay on the page, and reach it once, however often they are sent.</summary>
[Collection(Killing.Name)]
public sealed class SendingTests(Chrome chrome)
{
    // Long: after an outage Web Chat's own connection takes up to a minute to come back.
    [Fact, Trait("Category", "Long")]
    public async Task WordsThatDidNotReachTheBotAreSentOnRequest()
    {
        await using var bot = await RunningBot.Start();
        await chrome.Journey(bot, async journey =>
        {
            var customer = await Caller(journey);
            bot.Kill();
            await customer.Says("where is my order LN-1001");
            await Expect(Retry(customer)).ToBeVisibleAsync(new() { Timeout = customer.Patience });
            await bot.StartAgain();
            await Retry(customer).ClickAsync();
            await IsAnsweredOnce(customer);
        });
    }

    [Fact]
    public async Task WordsThatTheBotHadTakenInAreNotDoubledWhenTheyAreSentAgain()
    {
        await using var bot = await RunningBot.Start();
        await chrome.Journey(bot, async journey =>
        {
            var customer = await Caller(journey);
            var deaf = false;
            await customer.Page.RouteWebSocketAsync(new Regex("/stream"), page => page.ConnectToServer().OnMessage(frame =>
            {
                if (!deaf) page.Send(frame.Text!);
            }));
            await customer.Page.RouteAsync("**/activities", async sending =>
            {
                deaf = true;
                await sending.FetchAsync();
                bot.Kill();
                await sending.AbortAsync();
            }, new() { Times = 1 });
            await customer.Reloads();
            await customer.Says("where is my order LN-1001");
            await Retry(customer).ClickAsync(new() { Timeout = customer.Patience });
            deaf = false;
            await bot.StartAgain();
            await IsAnsweredOnce(customer);
        });
    }

    private static async Task<Customer> Caller(Journey journey)
    {
        var customer = await journey.Customer();
        customer.Patience = 90_000;
        customer.Visit.Expects("WebSocket connection", "ERR_");
        await customer.Hears("disclosure");
        return customer;
    }

    private static ILocator Retry(Customer customer) => customer.Page.GetByRole(AriaRole.Button, new() { Name = "Retry" });

    private static async Task IsAnsweredOnce(Customer customer)
    {
        await customer.Hears("order-delayed");
        await Expect(customer.All).ToHaveCountAsync(3);
        await Expect(Retry(customer)).ToHaveCountAsync(0);
        var heard = await customer.Transcript();
        await customer.Reloads();
        await Expect(customer.All).ToHaveCountAsync(3);
        Assert.Equal(heard, await customer.Transcript());
    }
}
