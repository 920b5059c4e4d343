namespace TrustBot.Tests.Desk;

public sealed class DeskStreamTests
{
    /// <summary>Longer than any machine needs that still works; how fast it is, a benchmark says.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task ACustomersLineWakesThePage()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        using var stream = await Open(host, await host.SignedIn(), "one");
        await Until(stream, "event: c-one");
        await host.Writes("one", "are you there?");
        await Until(stream, "event: c-one");
    }

    [Fact]
    public async Task AnotherConversationWakesTheInboxAlone()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        await host.HasWaiting("two");
        using var stream = await Open(host, await host.SignedIn(), "one");
        await Until(stream, "event: c-one");
        await host.Writes("two", "hello");
        await Until(stream, "event: inbox");
        await host.Writes("one", "hello");
        Assert.Equal(["event: inbox", "event: c-one"], await Events(stream, 2));
    }

    [Fact]
    public async Task AnOpenStreamIsWhatMakesAnAgentPresent()
    {
        await using var host = await DeskHost.Start();
        var mara = await host.SignedIn();
        Assert.Equal(0, host.Online.Count);
        using var stream = await Open(host, mara, null);
        await Until(stream, "event: inbox");
        Assert.Equal("Mara", Assert.Single(host.Online.Now()).Agent.Name);
    }

    [Fact]
    public async Task SigningOutEndsTheStream()
    {
        await using var host = await DeskHost.Start();
        var mara = await host.SignedIn();
        using var stream = await Open(host, mara, null);
        await Until(stream, "event: inbox");
        var token = DeskHost.Field(await mara.GetStringAsync("/desk"), "__RequestVerificationToken");
        await mara.PostAsync("/desk/sign-out", DeskHost.Form(("__RequestVerificationToken", token)));
        while (await stream.ReadLineAsync().WaitAsync(Patience) is not null) { }
        Assert.Equal(0, host.Online.Count);
    }

    [Fact]
    public async Task AnIdCannotWriteEventsOfItsOwn()
    {
        await using var host = await DeskHost.Start();
        using var stream = await Open(host, await host.SignedIn(), "x\nevent: forged");
        await host.HasWaiting("one");
        await host.Writes("one", "hello");
        Assert.Equal(["event: inbox", "event: inbox"], await Events(stream, 2));
    }

    private static async Task<StreamReader> Open(DeskHost host, HttpClient agent, string? id)
    {
        var path = "/desk/events" + (id is null ? "" : "?c=" + Uri.EscapeDataString(id));
        var answer = await agent.GetAsync(new Uri(host.Address, path), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new(await answer.Content.ReadAsStreamAsync());
    }

    private static async Task Until(StreamReader stream, string line)
    {
        while (await stream.ReadLineAsync().WaitAsync(Patience) is { } read)
            if (read == line) return;
        Assert.Fail($"The stream ended before \"{line}\".");
    }

    private static async Task<List<string>> Events(StreamReader stream, int count)
    {
        var events = new List<string>();
        while (events.Count < count && await stream.ReadLineAsync().WaitAsync(Patience) is { } read)
            if (read.StartsWith("event:", StringComparison.Ordinal)) events.Add(read);
        return events;
    }
}
