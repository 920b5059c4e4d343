using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using TrustBot.Tests.Support;

namespace TrustBot.Browser.Tests;

/// <summary>One person's browser, and what went wrong in it.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>
    /// The hash of an empty style: Web Chat writes <c>style=""</c> somewhere, our policy forbids it, nothing is lost.
    /// Any other style that is refused is an error.
    /// </summary>
    private const string EmptyStyle = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    private readonly List<string> _errors = [];
    private readonly List<string> _expected = [EmptyStyle];

    private Visit(IPage page, string name)
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

    /// <summary>Test and number of the person in it, for file names.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Errors
    {
        get { lock (_errors) return [.. _errors.Where(e => !_expected.Any(part => e.Contains(part, StringComparison.Ordinal)))]; }
    }

    public static async Task<Visit> Begin(IBrowserContext context, string name)
    {
        await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        return new(await context.NewPageAsync(), name);
    }

    /// <summary>A journey through a failure on purpose says which errors it expects, by a part of each.</summary>
    public void Expects(params string[] errors) => _expected.AddRange(errors);

    /// <summary>A screenshot in artifacts/screenshots, for a person to look at.</summary>
    public Task Picture(string moment) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Artifacts("screenshots"), $"{Name}.{moment}.png") });

    /// <summary>What a person needs to see why it failed.</summary>
    public async Task Keep()
    {
        await Picture("failed");
        await Page.Context.Tracing.StopAsync(new() { Path = Path.Combine(Repository.Artifacts("traces"), $"{Name}.zip") });
    }

    /// <summary>No serious barrier for those who use a keyboard or a screen reader, as axe finds them.</summary>
    public Task MeetsNoBarrier() => MeetsNoBarrier(Page);

    /// <summary>Nothing reaches over the edge, so that nobody has to scroll to and fro to read a line.</summary>
    public Task FitsTheScreen() => FitsTheScreen(Page);

    public static async Task MeetsNoBarrier(IPage page)
    {
        var found = await page.RunAxe();
        var barriers = found.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Impact}: {v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(n => n.Html))}").ToList();
        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
    }

    public static async Task FitsTheScreen(IPage page)
    {
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"The page at {page.Url} is {over} px wider than the screen.");
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private void Note(string error)
    {
        lock (_errors) _errors.Add(error);
    }
}
