using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Connector;

public sealed class ExpectRepliesTests
{
    private static readonly (string, string) Emulator = ("Emulator:Enabled", "true");

    [Fact]
    public async Task WhoExpectsRepliesGetsThemInTheResponseAndNowhereElse()
    {
        await using var channel = await FakeChannel.Open();
        await using var site = await Site.Open(Emulator);
        var activity = MessagesTests.Message(channel.Url);
        activity["deliveryMode"] = "expectReplies";

        var response = await MessagesTests.Post(site, activity);
        var reply = Assert.Single((await Json(response)).GetProperty("activities").EnumerateArray());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("You said: hello", reply.GetProperty("text").GetString());
        Assert.Equal("a-1", reply.GetProperty("replyToId").GetString());
        Assert.False(reply.TryGetProperty("id", out _));
        Assert.False(reply.TryGetProperty("timestamp", out _));
        Assert.Empty(channel.Posts);
    }

    [Fact]
    public async Task WhoExpectsRepliesInVainIsAnsweredAndGetsThemPushedLater()
    {
        await using var channel = await FakeChannel.Open();
        await using var site = await Site.Open(Emulator, ("Connector:RepliesWithin", "00:00:00.3"));
        site.Bot.Answers = false;
        var activity = MessagesTests.Message(channel.Url);
        activity["deliveryMode"] = "expectReplies";

        Assert.Equal(0, (await Json(await MessagesTests.Post(site, activity))).GetProperty("activities").GetArrayLength());
        site.Bot.Answers = true;
        activity["id"] = "a-2";
        activity["deliveryMode"] = "normal";
        await MessagesTests.Post(site, activity);

        Assert.Equal(["a-1", "a-2"], (await channel.Received(2)).Select(p => p.Activity.GetProperty("replyToId").GetString()));
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();
}
