using Microsoft.Playwright;
using TrustBot.Tests.Support;

namespace TrustBot.Browser.Tests;

/// <summary>The people of one journey, each in a browser of their own.</summary>
internal sealed class Journey(IBrowser browser, RunningBot bot, string test) : IAsyncDisposable
{
    private readonly List<Visit> _visits = [];

    public RunningBot Bot => bot;

    /// <summary>A customer who has just opened the chat page.</summary>
    public async Task<Customer> Customer(string locale = "en-GB", string zone = "Asia/Singapore", int width = 1280, string path = "/")
    {
        var customer = new Customer(await Visit(Person(locale, zone, width)), bot.Url, locale);
        await customer.Opens(path);
        return customer;
    }

    /// <summary>A customer whose browser runs no scripts; the chat page sends them on to the plain one.</summary>
    public async Task<PlainCustomer> CustomerWithoutScripts(string locale = "en-GB", int width = 1280)
    {
        var person = Person(locale, "Asia/Singapore", width);
        person.JavaScriptEnabled = false;
        var customer = new PlainCustomer(await Visit(person), bot.Url, locale);
        await customer.Opens();
        return customer;
    }

    /// <summary>An agent who signs in with a link.</summary>
    public async Task<Agent> Agent(string name, string link, int width = 1440)
    {
        var agent = new Agent(await Visit(Person("en-GB", "Asia/Singapore", width)), name);
        await agent.SignsIn(link);
        return agent;
    }

    public void WentQuietly()
    {
        var errors = _visits.SelectMany(v => v.Errors.Select(e => $"{v.Name}: {e}")).ToList();
        Assert.True(errors.Count == 0, $"The browser's console has errors:\n{string.Join('\n', errors)}");
    }

    public async Task Keep()
    {
        foreach (var visit in _visits) await visit.Keep();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visit in _visits) await visit.DisposeAsync();
    }

    private static BrowserNewContextOptions Person(string locale, string zone, int width) =>
        new() { Locale = locale, TimezoneId = zone, ViewportSize = new() { Width = width, Height = 800 } };

    private async Task<Visit> Visit(BrowserNewContextOptions person)
    {
        var context = await browser.NewContextAsync(person);
        var visit = await Browser.Tests.Visit.Begin(context, $"{test}.{_visits.Count + 1}");
        _visits.Add(visit);
        return visit;
    }
}
