using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Connector;

public sealed class MessagesTests
{
    private static readonly (string, string) Emulator = ("Emulator:Enabled", "true");

    [Fact]
    public async Task TheEndpointIsClosedUntilItIsOpened()
    {
        await using var site = await Site.Open();

        var response = await Post(site, Message());

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("--emulator", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    public async Task AnEmulatorsEndpointIsNotOpenedToOtherMachines(string address)
    {
        var refusal = await Assert.ThrowsAsync<StartUpException>(() => Site.OpenAt(address, Emulator));

        Assert.Contains("--urls", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("x-forwarded-host", "bot.example")]
    [InlineData("Host", "bot.example")]
    [InlineData("Origin", "https://stranger.example")]
    public async Task ACallThatWasPassedOnIsRefused(string header, string value)
    {
        await using var site = await Site.Open(Emulator);
        using var http = site.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(Message()) };
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("channelId", "\"\"")]
    [InlineData("channelId", "null")]
    [InlineData("channelId", "\"desk\"")]
    [InlineData("channelId", "\"timer\"")]
    [InlineData("channelId", "\"effect\"")]
    [InlineData("type", "\"\"")]
    [InlineData("conversation", "{}")]
    [InlineData("from", "{}")]
    [InlineData("serviceUrl", "\"https://stranger.example\"")]
    [InlineData("serviceUrl", "\"file:///etc\"")]
    [InlineData("serviceUrl", "\"http://127.0.0.1.stranger.example\"")]
    [InlineData("serviceUrl", "\"http://localhost@stranger.example\"")]
    [InlineData("text", "7")]
    public async Task AMalformedActivityIsRefusedWithTheNameOfTheField(string field, string value)
    {
        await using var site = await Site.Open(Emulator);
        var activity = Message();
        activity[field] = JsonSerializer.Deserialize<JsonElement>(value);

        var response = await Post(site, activity);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(field, (await Json(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("desk/claim")]
    [InlineData("TURN/failed")]
    public async Task AnInsideEventIsRefused(string name)
    {
        await using var site = await Site.Open(Emulator);
        var activity = Message();
        activity["type"] = "event";
        activity["name"] = name;

        Assert.Equal(HttpStatusCode.BadRequest, (await Post(site, activity)).StatusCode);
    }

    [Fact]
    public async Task SizeTypeAndInvokeAreAnsweredAsTheProtocolSays()
    {
        await using var site = await Site.Open(Emulator);
        var large = Message();
        large["text"] = new string('x', 1 << 20);
        var unknown = Message();
        unknown["type"] = "somethingNew";
        var invoke = Message();
        invoke["type"] = "invoke";
        invoke["name"] = "message/submitAction";

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Post(site, large)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Post(site, unknown)).StatusCode);
        Assert.Equal(HttpStatusCode.NotImplemented, (await Post(site, invoke)).StatusCode);
        using var http = site.Client();
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync("/api/messages", new StringContent("{", Encoding.UTF8))).StatusCode);
    }

    [Fact]
    public async Task TheSameActivityIsHeardOnceAndItsCallerIsNotBelieved()
    {
        await using var site = await Site.Open(Emulator);
        var activity = Message();
        activity["callerId"] = "urn:botframework:azure";
        activity["from"] = new { id = "user-1", role = "bot" };

        await Post(site, activity);
        await Post(site, activity);

        var said = Assert.Single(await Accepted(site));
        Assert.Equal("cn:a-1", said.Key);
        Assert.Equal(Roles.User, said.Activity.From!.Role);
        Assert.False(said.Activity.Unknown?.ContainsKey("callerId") ?? false);
    }

    [Fact]
    public async Task AStoreThatCannotBeReachedIsSaidAsSuch()
    {
        await using var site = await Site.Open(Emulator);
        site.Store.Unplugged = true;

        var response = await Post(site, Message());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    internal static Dictionary<string, object?> Message(string serviceUrl = "http://localhost:56150/_connector") => new()
    {
        ["type"] = "message",
        ["id"] = "a-1",
        ["text"] = "hello",
        ["channelId"] = "emulator",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new { id = "user-1", name = "Sample Customer" },
        ["recipient"] = new { id = "bot-1", name = "bot" },
        ["conversation"] = new { id = "19:abc@thread;x=1" },
    };

    internal static async Task<HttpResponseMessage> Post(Site site, Dictionary<string, object?> activity)
    {
        using var http = site.Client();
        return await http.PostAsJsonAsync("/api/messages", activity);
    }

    private static async Task<List<Accepted>> Accepted(Site site)
    {
        var id = TrustBot.Channels.Connector.Inbound.ConversationId(new Activity
        {
            Type = "message", ChannelId = "emulator", Conversation = new() { Id = "19:abc@thread;x=1" },
        });
        return [.. (await site.Store.Read(id, 0, 100, default)).Select(e => e.Event).OfType<Accepted>()];
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();
}
