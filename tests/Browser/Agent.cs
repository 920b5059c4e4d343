using Microsoft.Playwright;

namespace TrustBot.Browser.Tests;

/// <summary>What a human agent does at the desk. It is in English, the agents' language.</summary>
internal sealed class Agent(Visit visit, string name)
{
    public IPage Page => visit.Page;

    public async Task SignIn(string link)
    {
        await Page.GotoAsync(link);
        await Page.GetByLabel("Your name").FillAsync(name);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Inbox" }).WaitForAsync();
    }

    /// <summary>Opens the first conversation that waits.</summary>
    public Task OpensTheFirst() => Page.Locator("ul.rows a").First.ClickAsync();

    public Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    public Task Sees(string words) => Page.GetByText(words).First.WaitForAsync();
}
