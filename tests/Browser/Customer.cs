using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TrustBot.Dialogs.Locales;
using static Microsoft.Playwright.Assertions;

namespace TrustBot.Browser.Tests;

/// <summary>
/// What a customer does and sees at the chat page. Each thing heard is held against the next line of the transcript
/// that is not the customer's own, so that nothing may come doubled, unasked or out of order.
/// </summary>
internal sealed class Customer(Visit visit, string url, string locale)
{
    private int _heard;

    public Visit Visit => visit;

    public IPage Page => visit.Page;

    public ILocator Box => Page.Locator("[data-id=\"webchat-sendbox-input\"]");

    /// <summary>How long this customer waits for a line, in milliseconds.</summary>
    public float Patience { get; set; } = 15_000;

    /// <summary>All lines, the customer's own too.</summary>
    public ILocator All => Page.Locator(".speaker");

    private ILocator Lines => Page.Locator(".speaker-bot, .speaker-agent");

    /// <summary>Opens the page and waits until the AI has spoken: it always speaks first.</summary>
    public async Task Opens(string path = "/")
    {
        await Page.GotoAsync(url + path);
        await Opened();
    }

    public async Task Says(string words)
    {
        var mine = Page.Locator(".speaker-user");
        var before = await mine.CountAsync();
        await Box.FillAsync(words);
        await Box.PressAsync("Enter");
        await Expect(mine.Nth(before)).ToContainTextAsync(words);
    }

    /// <summary>Says it, and returns when the bot has taken it in: from then on it must never be lost.</summary>
    public Task SaysAndIsTaken(string words) => Page.RunAndWaitForResponseAsync(() => Says(words), r => r.Request.Method == "POST" && r.Url.EndsWith("/activities", StringComparison.Ordinal) && r.Ok);

    /// <summary>The next line is the AI's, made of these phrases, under its name, which says that it is an AI.</summary>
    public Task Hears(params string[] keys) => Next("bot", Words.Message(locale, keys), Words.Label(locale, "ai-name"));

    /// <summary>The next line is the AI's, and these phrases are in it.</summary>
    public Task HearsAmong(params string[] keys) => Next("bot", Words.Part(locale, keys), Words.Label(locale, "ai-name"));

    /// <summary>As <see cref="Hears(string[])"/>, in another language than the browser's.</summary>
    public Task HearsIn(string other, params string[] keys) => Next("bot", Words.Message(other, keys), Words.Label(other, "ai-name"));

    /// <summary>As <see cref="Hears(string[])"/>, worded for one register and mood.</summary>
    public Task Hears(Register register, Mood mood, params string[] keys) =>
        Next("bot", Words.Message(locale, register, mood, keys), Words.Label(locale, "ai-name"));

    public Task HearsAGreeting() => Next("bot", Words.Greeting(locale), Words.Label(locale, "ai-name"));

    /// <summary>The next line is a human's, under their name.</summary>
    public Task HearsHuman(string name, string words, float? within = null) => Next("agent", new($"^{Regex.Escape(words)}$"), name, within);

    /// <summary>The last line heard holds these words: a number, a date, a name.</summary>
    public Task Reads(string words) => Expect(Lines.Nth(_heard - 1)).ToContainTextAsync(words);

    /// <summary>Nothing has been said since.</summary>
    public Task HearsNothing() => Expect(Lines).ToHaveCountAsync(_heard);

    public Task Presses(string chip) =>
        Page.GetByRole(AriaRole.Button, new() { Name = Words.Label(locale, chip), Exact = true }).Last.ClickAsync();

    /// <summary>Presses the button of one of the topics asked about.</summary>
    public Task PressesTopic(string topic) =>
        Page.GetByRole(AriaRole.Button, new() { Name = Words.Of(locale).Topics[topic].Name, Exact = true }).ClickAsync();

    public Task PressesForHuman() => Page.Locator("#human").ClickAsync();

    public async Task StartsAnew()
    {
        await Page.Locator("#new").ClickAsync();
        await Expect(Page.Locator(".speaker-user")).ToHaveCountAsync(0);
        await Opened();
        _heard = 0;
    }

    public async Task Reloads()
    {
        await Page.ReloadAsync();
        await Opened();
    }

    /// <summary>All that stands in the transcript, who spoke before what was said.</summary>
    public async Task<IReadOnlyList<string>> Transcript() =>
        await All.EvaluateAllAsync<string[]>(
            "all => all.map(l => [...l.classList].find(c => c.startsWith('speaker-')).slice(8) + ': ' + l.querySelector('.webchat__text-content').innerText)");

    /// <summary>The conversation, by which the desk names it too.</summary>
    public async Task<string> Conversation() =>
        JsonDocument.Parse(await Page.EvaluateAsync<string>("() => sessionStorage.getItem('trustbot-conversation')"))
            .RootElement.GetProperty("conversationId").GetString()!;

    private async Task Opened()
    {
        await Box.WaitForAsync();
        await Lines.First.WaitForAsync();
    }

    private async Task Next(string speaker, Regex words, string name, float? within = null)
    {
        var line = Lines.Nth(_heard++);
        await Expect(line.Locator(".webchat__text-content")).ToHaveTextAsync(words, new() { Timeout = within ?? Patience });
        await Expect(line).ToHaveClassAsync($"speaker speaker-{speaker}");
        await Expect(line.Locator(".speaker-name")).ToContainTextAsync(name);
    }
}
