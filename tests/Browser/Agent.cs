using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TrustBot.Browser.Tests;

/// <summary>What a human agent does and sees at the desk. It is in English, the agents' language.</summary>
internal sealed class Agent(Visit visit, string name)
{
    public string Name => name;

    public Visit Visit => visit;

    public IPage Page => visit.Page;

    /// <summary>What customer, AI and humans said.</summary>
    public ILocator Lines => Page.Locator("#lines .line:not(.system):not(.note)");

    public ILocator Standing => Page.Locator("#state .custody");

    public async Task SignsIn(string link)
    {
        await Page.GotoAsync(link);
        await Page.GetByLabel("Your name").FillAsync(name);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Inbox" }).WaitForAsync();
    }

    /// <summary>A conversation in the inbox.</summary>
    public ILocator Row(string conversation) => Page.Locator($"[id=\"row-{conversation}\"]");

    /// <summary>A part of the packet, by its heading.</summary>
    public ILocator Part(string heading) =>
        Page.Locator("#packet section").Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }) });

    public async Task Opens(string conversation)
    {
        await Row(conversation).ClickAsync();
        await Page.Locator("#state-title").WaitForAsync();
    }

    public async Task Claims()
    {
        await Press("Claim");
        await Expect(Standing).ToHaveTextAsync("You have it");
    }

    public async Task Says(string words)
    {
        await Page.GetByLabel("Message to the customer").FillAsync(words);
        await Press("Send");
        await Sees(words);
    }

    /// <summary>Gives the conversation back to the AI, with what was agreed.</summary>
    public async Task Returns(string agreed)
    {
        await Page.Locator("#return-form summary").ClickAsync();
        await Page.GetByLabel("What was agreed").FillAsync(agreed);
        await Page.Locator("#return-form button").ClickAsync();
        await Expect(Standing).ToHaveTextAsync("With the AI");
    }

    /// <summary>Wraps up and closes.</summary>
    public async Task Closes(string ending, string needed)
    {
        await Page.Locator("#close-form summary").ClickAsync();
        await Page.GetByLabel(ending, new() { Exact = true }).CheckAsync();
        await Page.GetByRole(AriaRole.Group, new() { Name = "Was a human needed?" }).GetByLabel(needed, new() { Exact = true }).CheckAsync();
        await Press("Close the conversation");
        await Expect(Standing).ToContainTextAsync("Closed");
    }

    /// <summary>A line of the transcript holds these words.</summary>
    public Task Sees(string words, float within = 15_000) =>
        Lines.Locator(".text").GetByText(words, new() { Exact = true }).First.WaitForAsync(new() { Timeout = within });

    /// <summary>The same as text, who before what.</summary>
    public async Task<IReadOnlyList<string>> Transcript() =>
        await Lines.EvaluateAllAsync<string[]>(
            "all => all.map(l => ({ customer: 'user', human: 'agent', ai: 'bot' })[[...l.classList].find(c => ['customer', 'human', 'ai'].includes(c))] + ': ' + l.querySelector('.text').innerText)");

    public Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
}
