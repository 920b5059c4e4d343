using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrustBot.Channels.Connector;
using TrustBot.Channels.DirectLine;
using TrustBot.Pages;
using TrustBot.Privacy;
using TrustBot.Storage;
using TrustBot.Turns;

namespace TrustBot.Tests.Support;

/// <summary>The channels and pages on a real server, with a parrot for a bot and a store in memory.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Journal _journal = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trustbot-site-");

    private Site(string address, Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "TrustBot", EnvironmentName = "Production" });
        builder.Logging.ClearProviders().AddProvider(_journal);
        builder.WebHost.UseUrls(address);
        settings["KeyRing:Path"] = Path.Combine(_folder.FullName, "keys");
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<IConversationStore>(Store)
            .AddSingleton<Lanes>().AddSingleton<ConversationFeed>().AddSingleton<FrontDoor>().AddSingleton<Parrot>();
        builder.AddPrivacy();
        builder.AddDirectLine();
        builder.AddConnector();
        builder.AddPages();
        builder.Services.AddSingleton<IPageWords, TwoTongues>().AddSingleton<Func<ProtectionWords>>(() => Some.ProtectionWords);
        _app = builder.Build();
        _app.MapDirectLine();
        _app.MapConnector();
        _app.MapPages();
        _app.Services.GetRequiredService<Lanes>().RunWith(Bot.Run);
    }

    public InMemoryStore Store { get; } = new();
    public FakeClock Clock { get; } = new();
    public Parrot Bot => _app.Services.GetRequiredService<Parrot>();
    public T Of<T>() where T : notnull => _app.Services.GetRequiredService<T>();
    public Uri Address => new(_app.Urls.First());

    public static async Task<Site> Open(params (string Key, string Value)[] settings) => await OpenAt("http://127.0.0.1:0", settings);

    public static async Task<Site> OpenAt(string address, params (string Key, string Value)[] settings)
    {
        var site = new Site(address, settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        try
        {
            await site._app.StartAsync();
        }
        catch
        {
            await site.Close();
            throw;
        }
        return site;
    }

    /// <summary>A client that shows redirects instead of following them, and keeps cookies.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>A client that holds the token of a conversation of its own.</summary>
    public async Task<Caller> Caller(bool start = true)
    {
        var http = Client();
        var token = await http.PostAsJsonAsync("/api/token", new { locale = "en" });
        var caller = new Caller(http, await token.Content.ReadFromJsonAsync<JsonElement>());
        if (start) await caller.Start();
        return caller;
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        // An error nobody asked about is a failure of whichever test caused it.
        Assert.True(_journal.Errors.IsEmpty, string.Join("\n", _journal.Errors));
    }

    private async Task Close()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
