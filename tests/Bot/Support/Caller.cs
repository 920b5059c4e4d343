using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace TrustBot.Tests.Support;

/// <summary>A Direct Line client in the form of plain calls.</summary>
internal sealed class Caller
{
    private const string Base = "/v3/directline";

    public Caller(HttpClient http, JsonElement token)
    {
        Http = http;
        Token = token.GetProperty("token").GetString()!;
        Id = token.GetProperty("conversationId").GetString()!;
        User = token.TryGetProperty("userId", out var user) ? user.GetString()! : "";
        Authorize(Token);
    }

    public HttpClient Http { get; }
    public string Id { get; }
    public string User { get; }
    public string Token { get; private set; }
    public string Conversation => $"{Base}/conversations/{Id}";

    public void Authorize(string token)
    {
        Token = token;
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task<JsonElement> Start(string locale = "en-GB") => await Json(await StartResponse(locale));

    public Task<HttpResponseMessage> StartResponse(string locale = "en-GB") => Http.PostAsJsonAsync($"{Base}/conversations", new { user = new { }, locale });

    public Task<HttpResponseMessage> Refresh() => Http.PostAsync($"{Base}/tokens/refresh", null);

    public Task<HttpResponseMessage> Post(string json) =>
        Http.PostAsync($"{Conversation}/activities", new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> Say(string text, string? clientId = null) => Post(JsonSerializer.Serialize(new
    {
        type = "message", text, from = new { id = User, name = "", role = "user" }, attachments = Array.Empty<object>(),
        channelData = new { clientActivityID = clientId ?? Guid.NewGuid().ToString("N"), attachmentSizes = Array.Empty<int>() },
    }));

    public async Task<JsonElement> Activities(string watermark = "") => await Json(await Http.GetAsync($"{Conversation}/activities?watermark={watermark}"));

    /// <summary>Asks until so many lines are there, five seconds at most.</summary>
    public async Task<JsonElement[]> Lines(int atLeast)
    {
        for (var i = 0; ; i++)
        {
            var lines = (await Activities()).GetProperty("activities").EnumerateArray().ToArray();
            if (lines.Length >= atLeast || i == 100) return lines;
            await Task.Delay(50);
        }
    }

    public async Task<string> StreamUrl(string watermark = "") =>
        (await Json(await Http.GetAsync($"{Conversation}?watermark={watermark}"))).GetProperty("streamUrl").GetString()!;

    public static async Task<ClientWebSocket> Connect(string streamUrl, string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;
        await socket.ConnectAsync(new Uri(streamUrl), new CancellationTokenSource(5000).Token);
        return socket;
    }

    /// <summary>The next frame; null when the server closes.</summary>
    public static async Task<JsonElement?> Frame(ClientWebSocket socket)
    {
        var buffer = new byte[1 << 20];
        var result = await socket.ReceiveAsync(buffer, new CancellationTokenSource(5000).Token);
        return result.MessageType == WebSocketMessageType.Close ? null : JsonDocument.Parse(buffer.AsMemory(0, result.Count)).RootElement;
    }

    /// <summary>Lines from a socket until so many came.</summary>
    public static async Task<List<JsonElement>> Heard(ClientWebSocket socket, int atLeast)
    {
        List<JsonElement> heard = [];
        while (heard.Count < atLeast && await Frame(socket) is { } frame)
            heard.AddRange(frame.GetProperty("activities").EnumerateArray());
        return heard;
    }

    public static async Task<JsonElement> Json(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    public static async Task<string> ErrorCode(HttpResponseMessage response) =>
        (await Json(response)).GetProperty("error").GetProperty("code").GetString()!;
}
