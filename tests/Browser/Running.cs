using Microsoft.Playwright;
using TrustBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace TrustBot.Browser.Tests;

/// <summary>One bot and one browser for the journeys that need no bot of their own.</summary>
[CollectionDefinition(Name)]
public sealed class Running : ICollectionFixture<SharedBot>, ICollectionFixture<Chrome>
{
    public const string Name = "running";
}

/// <summary>
/// The bot that journeys share: each is a new visitor to it. One agent always sits at its desk and invites the others,
/// so that what customers are told about the queue does not hang on which journey went before.
/// </summary>
public sealed class SharedBot : IAsyncLifetime
{
    private RunningBot? _bot;
    private IPage? _desk;
    private string _lastLink = "";

    internal RunningBot Bot => _bot!;

    public async Task InitializeAsync() => _bot = await RunningBot.Start("--DirectLine:StartsPerMinute=1000");

    public async Task DisposeAsync()
    {
        if (_bot is not null) await _bot.DisposeAsync();
    }

    /// <summary>A link with which one more agent signs in.</summary>
    internal async Task<string> DeskLink()
    {
        await _desk!.Locator("#invite button").ClickAsync();
        var link = _desk.GetByLabel("Sign-in link for a colleague");
        await Expect(link).Not.ToHaveValueAsync(_lastLink);
        return _lastLink = await link.InputValueAsync();
    }

    internal async Task Staffed(IBrowser browser)
    {
        if (_desk is not null) return;
        var agent = new Agent(await Visit.Begin(await browser.NewContextAsync(), "standing"), "Ada");
        await agent.SignsIn(await Bot.DeskLink());
        await Expect(agent.Page.GetByText("1 agent at the desk")).ToBeVisibleAsync();
        _desk = agent.Page;
    }
}
