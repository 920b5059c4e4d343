using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TrustBot.Browser.Tests;

/// <summary>What a customer does and sees at the chat page, in their words.</summary>
internal sealed class Customer(Visit visit, string url)
{
    private IPage Page => visit.Page;

    private ILocator Box => Page.Locator("[data-id=\"webchat-sendbox-input\"]");

    /// <summary>Opens the page and waits until the AI has spoken: it always speaks first, and says that it is one.</summary>
    public async Task OpenChat(string path = "/")
    {
        await Page.GotoAsync(url + path);
        await Opened();
    }

    public async Task Say(string words)
    {
        await Box.FillAsync(words);
        await Box.PressAsync("Enter");
        await Lines("user", words).First.WaitForAsync();
    }

    /// <summary>A line of the AI that holds these words, under a name that says it is an AI.</summary>
    public async Task SeesFromAi(string words)
    {
        await Sees("bot", words);
        Assert.Contains("AI", await Lines("bot", words).First.Locator(".speaker-name").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>A line of a human agent that holds these words, under the agent's name.</summary>
    public async Task SeesFromHuman(string name, string words)
    {
        await Sees("agent", words);
        Assert.Contains(name, await Lines("agent", words).First.Locator(".speaker-name").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>How many lines of one speaker (user, bot, agent) hold these words right now.</summary>
    public Task<int> Counts(string speaker, string words) => Lines(speaker, words).CountAsync();

    public Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    public Task PressesForHuman() => Page.Locator("#human").ClickAsync();

    public async Task StartsAnew()
    {
        await Page.Locator("#new").ClickAsync();
        await Opened();
    }

    public async Task Reloads()
    {
        await Page.ReloadAsync();
        await Opened();
    }

    /// <summary>No serious barrier for those who use a keyboard or a screen reader, as axe finds them.</summary>
    public async Task MeetsNoBarrier()
    {
        var found = await Page.RunAxe();
        Assert.DoesNotContain(found.Violations.Select(v => $"{v.Impact}: {v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(n => n.Html))}"),
            v => v.StartsWith("serious", StringComparison.Ordinal) || v.StartsWith("critical", StringComparison.Ordinal));
    }

    private async Task Opened()
    {
        await Box.WaitForAsync();
        await Lines("bot", "").First.WaitForAsync();
    }

    private Task Sees(string speaker, string words) => Lines(speaker, words).First.WaitForAsync();

    private ILocator Lines(string speaker, string words) => Page.Locator($".speaker-{speaker}").Filter(new() { HasText = words });
}
