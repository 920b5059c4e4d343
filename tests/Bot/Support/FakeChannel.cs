using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TrustBot.Tests.Support;

/// <summary>The channel's side of the Connector: keeps what is posted to it and answers as it is told.</summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeChannel()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/{**path}", async (HttpContext http) =>
        {
            Posts.Enqueue((http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget,
                await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body)));
            if (Status == 0)
            {
                http.Abort();
                return;
            }
            http.Response.StatusCode = Status;
            if (Status is >= 300 and < 400) http.Response.Headers.Location = "/elsewhere";
        });
    }

    /// <summary>The status it answers with; 0 breaks the connection.</summary>
    public int Status { get; set; } = 201;

    public ConcurrentQueue<(string Path, JsonElement Activity)> Posts { get; } = [];

    public string Url => _app.Urls.First();

    public static async Task<FakeChannel> Open()
    {
        var channel = new FakeChannel();
        await channel._app.StartAsync();
        return channel;
    }

    public async Task<List<(string Path, JsonElement Activity)>> Received(int atLeast)
    {
        for (var i = 0; i < 100 && Posts.Count < atLeast; i++) await Task.Delay(50);
        return [.. Posts];
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
