using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using TrustBot.Tests.Support;

namespace TrustBot.Browser.Tests;

/// <summary>One Chromium for all journeys; each journey has a context of its own, as if on another device.</summary>
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
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Quiet, Headless = true });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>
    /// A journey of one person in a browser of their own. When it fails, a screenshot and a trace named after the test
    /// are left in artifacts/; an error in the browser's console fails it too.
    /// </summary>
    internal async Task Journey(string locale, Func<Visit, Task> journey, BrowserNewContextOptions? options = null, [CallerMemberName] string test = "")
    {
        options ??= new() { ViewportSize = new() { Width = 1280, Height = 800 } };
        options.Locale = locale;
        await using var context = await _browser!.NewContextAsync(options);
        await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        var visit = new Visit(await context.NewPageAsync(), $"{test}.{locale}");
        try
        {
            await journey(visit);
            Assert.True(visit.Errors.Count == 0, $"The browser's console has errors:\n{string.Join('\n', visit.Errors)}");
            await context.Tracing.StopAsync();
        }
        catch
        {
            await visit.Picture("failed");
            await context.Tracing.StopAsync(new() { Path = Path.Combine(Repository.Artifacts("traces"), $"{visit.Name}.zip") });
            throw;
        }
    }
}

/// <summary>One page of a person's browser, and what went wrong in it.</summary>
internal sealed class Visit
{
    /// <summary>
    /// The hash of an empty style: Web Chat writes <c>style=""</c> somewhere, our policy forbids it, nothing is lost.
    /// Any other style that is refused is an error.
    /// </summary>
    private const string EmptyStyle = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    private readonly List<string> _errors = [];

    public Visit(IPage page, string name)
    {
        (Page, Name) = (page, name);
        page.SetDefaultTimeout(15_000);
        page.Console += (_, m) =>
        {
            if (m.Type == "error") Note($"{m.Text} ({m.Location})");
        };
        page.PageError += (_, error) => Note(error);
    }

    public IPage Page { get; }

    /// <summary>Test and locale, for file names.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Errors
    {
        get { lock (_errors) return [.. _errors]; }
    }

    /// <summary>A journey through a failure on purpose says which errors it expects.</summary>
    public void Forgive(Predicate<string> expected)
    {
        lock (_errors) _errors.RemoveAll(expected);
    }

    /// <summary>A screenshot in artifacts/screenshots, for a person to look at.</summary>
    public Task Picture(string moment) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Artifacts("screenshots"), $"{Name}.{moment}.png") });

    private void Note(string error)
    {
        if (error.Contains(EmptyStyle, StringComparison.Ordinal)) return;
        lock (_errors) _errors.Add(error);
    }
}
