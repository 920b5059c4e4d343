using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrustBot.Desk;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Privacy;
using TrustBot.Storage;
using TrustBot.Tests.Support;
using TrustBot.Turns;

namespace TrustBot.Tests.Desk;

using Channels = Dialogs.Activities.Channels;

/// <summary>The desk on a real server at a free port, over a store in memory.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _activities;

    public DeskStore Store { get; } = new();
    public DeskPackets Packets { get; } = new();
    public ConcurrentQueue<string> Logged { get; } = new();
    public DeskTurn Turn => _app.Services.GetRequiredService<DeskTurn>();
    public DeskSignIn Links => _app.Services.GetRequiredService<DeskSignIn>();
    public AgentsOnline Online => _app.Services.GetRequiredService<AgentsOnline>();
    public FrontDoor Door => _app.Services.GetRequiredService<FrontDoor>();
    public IServiceProvider Services => _app.Services;
    public Uri Address { get; private set; } = null!;

    private DeskHost(string? webRoot, string url)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { WebRootPath = webRoot });
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new Listening(Logged));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<IConversationStore>(Store).AddSingleton<IPackets>(Packets)
            .AddSingleton<Lanes>().AddSingleton(Support.Some.Protector()).AddSingleton<ConversationFeed>().AddSingleton<FrontDoor>().AddSingleton<DeskTurn>().AddSingleton(ShippedLocales.Folder);
        builder.AddDesk();
        _app = builder.Build();
        _app.Services.GetRequiredService<Lanes>().RunWith(Turn.Run);
        if (webRoot is not null) _app.UseStaticFiles();
        _app.MapDesk();
    }

    public static async Task<DeskHost> Start(string? webRoot = null, string url = "http://127.0.0.1:0")
    {
        var host = new DeskHost(webRoot, url);
        await host._app.StartAsync();
        host.Address = new(host._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return host;
    }

    /// <summary>A browser without scripts: cookies, and no redirects followed unless asked.</summary>
    public HttpClient Browser()
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    public async Task<HttpClient> SignedIn(string name = "Mara")
    {
        var browser = Browser();
        var link = Links.CreateLink();
        var page = await browser.GetStringAsync(link);
        var answer = await browser.PostAsync("/desk/sign-in", Form(("__RequestVerificationToken", Field(page, "__RequestVerificationToken")),
            ("code", link.Split('=')[1]), ("name", name)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>Submits the form for a deed as it stands on the conversation's page.</summary>
    public static async Task<HttpResponseMessage> Submit(HttpClient browser, string id, string deed, params (string, string)[] fields) =>
        await browser.PostAsync($"/desk/c/{id}/{deed}", await Filled(browser, id, deed, fields));

    public static async Task<FormUrlEncodedContent> Filled(HttpClient browser, string id, string deed, params (string, string)[] fields)
    {
        var page = await browser.GetStringAsync($"/desk/c/{id}");
        var form = page[page.IndexOf($"action=\"/desk/c/{id}/{deed}\"", StringComparison.Ordinal)..];
        return Form([("__RequestVerificationToken", Field(form, "__RequestVerificationToken")), ("key", Field(form, "key")), ("version", Field(form, "version")), .. fields]);
    }

    public static FormUrlEncodedContent Form(params (string, string)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));

    public static string Field(string html, string name) => Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value is { Length: > 0 } value
        ? value : throw new InvalidOperationException($"The page has no field {name}.");

    /// <summary>A conversation, as it stands after the given events.</summary>
    public async Task<Conversation> Has(string id, Func<Conversation, Conversation> stand, DateTimeOffset? at = null, params ConversationEvent[] events)
    {
        var reference = new ConversationReference { ChannelId = Channels.DirectLine, ConversationId = id };
        var conversation = stand(Conversation.Open(id, reference, "en", at ?? DateTimeOffset.UtcNow) with { Culture = "en", Version = 1 + events.Length });
        await Store.Append(new(conversation, 0, [new Opened(reference, "en"), .. events], at ?? DateTimeOffset.UtcNow), default);
        return conversation;
    }

    public Task<Conversation> HasWaiting(string id, params ConversationEvent[] events) =>
        Has(id, c => c with { Custody = Custody.Waiting, Queue = new(DateTimeOffset.UtcNow.AddMinutes(-4), Tier.Medium, ReasonCodes.AskedForHuman, 0, default) }, null, events);

    public static Accepted Customer(string text, params string[] hidden) =>
        new(Guid.NewGuid().ToString(), new() { Type = ActivityTypes.Message, ChannelId = Channels.DirectLine, Text = text, From = new() { Id = "c", Role = Roles.User } }, [.. hidden]);

    /// <summary>The customer writes, through the front door like anyone.</summary>
    public Task Writes(string id, string text) => Door.Accept(id, $"k{Interlocked.Increment(ref _activities)}", Customer(text).Activity, default);

    public async Task<ImmutableArray<ConversationEvent>> Log(string id) => [.. (await Store.Read(id, 0, 1000, default)).Select(e => e.Event)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Listening(ConcurrentQueue<string> logged) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public void Dispose() { }
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logged.Enqueue(formatter(state, exception) + exception);
    }
}
