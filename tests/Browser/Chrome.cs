using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using TrustBot.Tests.Support;

namespace TrustBot.Browser.Tests;

/// <summary>One Chromium for many journeys; each person in a journey has a context of their own, as if on another device.</summary>
public sealed class Chrome : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        if (!File.Exists(path)) throw new InvalidOperationException($"{path} is not there: the browser tests drive Chromium. Run ./test.sh, or name it in CHROMIUM.");
        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Quiet, Headless = true });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A journey with the bot that all share, at a desk where somebody always sits.</summary>
    internal async Task Journey(SharedBot shared, Func<Journey, Task> walk, [CallerMemberName] string test = "")
    {
        await shared.Staffed(_browser!);
        await Journey(shared.Bot, walk, test);
    }

    /// <summary>
    /// A journey with a bot of its own. When it fails, a screenshot and a trace of each person, named after the test,
    /// are left in artifacts/; an error in a browser's console that nobody expected fails it too.
    /// </summary>
    internal async Task Journey(RunningBot bot, Func<Journey, Task> walk, [CallerMemberName] string test = "")
    {
        await using var journey = new Journey(_browser!, bot, test);
        try
        {
            await walk(journey);
            journey.WentQuietly();
        }
        catch
        {
            await journey.Keep();
            throw;
        }
    }
}
