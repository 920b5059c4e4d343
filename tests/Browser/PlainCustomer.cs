using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TrustBot.Browser.Tests;

/// <summary>What a customer does and sees whose browser runs no scripts.</summary>
internal sealed class PlainCustomer(Visit visit, string url, string locale)
{
    private int _heard;

    public Visit Visit => visit;

    public IPage Page => visit.Page;

    private IFrameLocator Frame => Page.FrameLocator("iframe");

    private ILocator Lines => Frame.Locator(".line:not(.user)");

    /// <summary>Opens the chat page, which sends a browser without scripts on to the plain one.</summary>
    public async Task Opens()
    {
        await Page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Commit });
        // Not WaitForURL: once there it waits for the load event, which the streamed transcript holds back.
        await Expect(Page).ToHaveURLAsync(url + "/plain");
    }

    public async Task Says(string words)
    {
        await Page.Locator("#text").FillAsync(words);
        await Page.GetByRole(AriaRole.Button, new() { Name = Words.Label(locale, "page-send"), Exact = true }).ClickAsync();
        await Expect(Frame.Locator(".line.user p").Last).ToHaveTextAsync(words);
    }

    public Task PressesForHuman() =>
        Page.GetByRole(AriaRole.Button, new() { Name = Words.Label(locale, "page-human-button"), Exact = true }).ClickAsync();

    /// <summary>Presses a button under the newest line.</summary>
    public Task Presses(string chip) =>
        Frame.GetByRole(AriaRole.Button, new() { Name = Words.Label(locale, chip), Exact = true }).Last.ClickAsync();

    /// <summary>The next line is the AI's, made of these phrases, under its name.</summary>
    public async Task Hears(params string[] keys)
    {
        var line = Lines.Nth(_heard++);
        await Expect(line.Locator("p")).ToHaveTextAsync(Words.Message(locale, keys), new() { Timeout = 15_000 });
        await Expect(line.Locator("h2")).ToHaveTextAsync(Words.Label(locale, "ai-name"));
    }

    /// <summary>The next line is a human's, under their name.</summary>
    public async Task HearsHuman(string name, string words)
    {
        var line = Lines.Nth(_heard++);
        await Expect(line.Locator("p")).ToHaveTextAsync(words);
        await Expect(line.Locator("h2")).ToContainTextAsync(name);
    }

    public Task Reads(string words) => Expect(Lines.Nth(_heard - 1)).ToContainTextAsync(words);
}
