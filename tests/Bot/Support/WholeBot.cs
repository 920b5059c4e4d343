using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TrustBot.BackOffice;
using TrustBot.Channels.DirectLine;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Locales;
using TrustBot.Pages;
using TrustBot.Storage;
using TrustBot.Storage.Sqlite;
using TrustBot.Turns;

namespace TrustBot.Tests.Support;

/// <summary>
/// The whole bot in this process, from the front door to the file, with a clock that moves only when told to, a store
/// that can fail and a channel that can be slow. It can crash and be started again on the same folder.
/// </summary>
internal sealed class WholeBot : IAsyncDisposable
{
    private readonly Scratch _folder = new();
    private readonly Action<IServiceCollection> _change;
    private readonly (string Key, string Value)[] _settings;
    private WebApplication _app = null!;

    private WholeBot(Action<IServiceCollection>? change, (string, string)[] settings) => (_change, _settings) = (change ?? (_ => { }), settings);

    public FakeClock Clock { get; } = new();
    public FakePush Push { get; } = new();
    public Journal Journal { get; } = new();
    public Desk Desk { get; } = new();
    public FaultyStore Store => (FaultyStore)_app.Services.GetRequiredService<IConversationStore>();
    public string Book => _folder.File("book");
    public string Folder => _folder.Folder;
    public T Of<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Starts it.</summary>
    /// <param name="change">What is put in the place of its parts.</param>
    /// <param name="settings">Settings that differ; nothing settles unless they say so.</param>
    public static async Task<WholeBot> Start(Action<IServiceCollection>? change = null, params (string, string)[] settings)
    {
        var bot = new WholeBot(change, settings);
        await bot.StartAgain();
        return bot;
    }

    public async Task StartAgain()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "TrustBot", EnvironmentName = "Production" });
        builder.Logging.ClearProviders().AddProvider(Journal);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["KeyRing:Path"] = _folder.File("keys"),
            ["Store:Path"] = _folder.File("trustbot.db"),
            ["Store:Sync"] = "off",
            ["SampleBusiness:Path"] = Book,
            ["Locales:Path"] = Path.Combine(AppContext.BaseDirectory, "locales"),
            ["Turns:SettleMilliseconds"] = "0",
        });
        builder.Configuration.AddInMemoryCollection(_settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<IAgentsOnline>(Desk).AddSingleton<IPush>(Push);
        builder.AddLocales();
        builder.AddSqliteStore();
        builder.AddTurns();
        builder.AddSampleBusiness();
        builder.AddDirectLine();
        builder.AddPages();
        builder.Services.RemoveAll<IConversationStore>();
        builder.Services.AddSingleton<IConversationStore>(s => new FaultyStore(s.GetRequiredService<SqliteStore>()));
        _change(builder.Services);
        _app = builder.Build();
        _app.MapDirectLine();
        _app.MapPages();
        await _app.StartAsync();
    }

    /// <summary>Ends without finishing anything that is under way.</summary>
    public async Task Crash() => await _app.DisposeAsync();

    public Task<Conversation> Open(string id, string? locale = "en", bool pushed = false) => Of<FrontDoor>().Open(
        id, Some.Reference with { ConversationId = id, ServiceUrl = pushed ? "http://channel.example" : null }, locale, default);

    public Task<AcceptOutcome> Say(string id, string text, string? key = null) => Of<FrontDoor>().Accept(id, key ?? Some.Id(), Some.Message(text), default);

    public Task<AcceptOutcome> AtDesk(string id, string agent, string? name, string? text = null, object? value = null) => Of<FrontDoor>().Accept(id, Some.Id(), new()
    {
        Type = name is null ? ActivityTypes.Message : ActivityTypes.Event,
        Name = name,
        ChannelId = Dialogs.Activities.Channels.Desk,
        From = new() { Id = agent, Name = agent, Role = Roles.Agent },
        Text = text,
        Value = value is null ? null : JsonSerializer.SerializeToElement(value),
    }, default);

    public async Task<Conversation> Now(string id) => (await Store.Load(id, default))!;

    public async Task<List<ConversationEvent>> Log(string id) => [.. (await Store.Read(id, 0, 100_000, default)).Select(e => e.Event)];

    public async Task<List<T>> Log<T>(string id) where T : ConversationEvent => [.. (await Log(id)).OfType<T>()];

    /// <summary>The phrases the AI has said, newest last.</summary>
    public async Task<List<string>> Phrases(string id) => [.. (await Log<Said>(id)).SelectMany(s => s.Phrases)];

    /// <summary>Waits until something holds, and moves the clock by <paramref name="pace"/> at each look.</summary>
    public async Task Until(Func<Task<bool>> holds, TimeSpan pace = default, string what = "It")
    {
        for (var look = 0; look < 1000; look++)
        {
            if (await holds()) return;
            if (pace > TimeSpan.Zero) Clock.Advance(pace);
            await Task.Delay(10);
        }
        Assert.Fail($"{what} never came to hold.\n{string.Join('\n', Journal.Errors)}");
    }

    /// <summary>Waits until all that was accepted is answered, delivered and done.</summary>
    public async Task<Conversation> Finished(string id, TimeSpan pace = default)
    {
        await Until(async () => !(await Now(id)).HasOpenWork() && !Of<TurnRunner>().Busy, pace, "The end of all work");
        return await Now(id);
    }

    /// <summary>A Direct Line client with a conversation of its own.</summary>
    public async Task<Caller> Caller()
    {
        var http = new HttpClient { BaseAddress = new(_app.Urls.First()) };
        var token = await http.PostAsJsonAsync("/api/token", new { locale = "en" });
        var caller = new Caller(http, await token.Content.ReadFromJsonAsync<JsonElement>());
        await caller.Start();
        return caller;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>How many humans are at the desk.</summary>
internal sealed class Desk : IAgentsOnline
{
    public int Count { get; set; } = 1;
}
