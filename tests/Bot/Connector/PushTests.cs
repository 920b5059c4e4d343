using TrustBot.Dialogs.Activities;
using TrustBot.Tests.Support;
using TrustBot.Turns;

namespace TrustBot.Tests.Connector;

public sealed class PushTests
{
    private static readonly (string, string) Emulator = ("Emulator:Enabled", "true");

    [Fact]
    public async Task AReplyIsPostedToTheActivityItAnswersWithItsIdsEscaped()
    {
        await using var channel = await FakeChannel.Open();
        await using var site = await Site.Open(Emulator);
        var activity = MessagesTests.Message($"{channel.Url}/_connector/");
        activity["id"] = "a/1?x=2";

        await MessagesTests.Post(site, activity);
        var (path, reply) = Assert.Single(await channel.Received(1));

        Assert.Equal("/_connector/v3/conversations/19%3Aabc%40thread%3Bx%3D1/activities/a%2F1%3Fx%3D2", path);
        Assert.Equal("You said: hello", reply.GetProperty("text").GetString());
        Assert.Equal("a/1?x=2", reply.GetProperty("replyToId").GetString());
        Assert.Equal("emulator", reply.GetProperty("channelId").GetString());
        Assert.Equal("19:abc@thread;x=1", reply.GetProperty("conversation").GetProperty("id").GetString());
        Assert.Equal("bot-1", reply.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("Lantern assistant (AI)", reply.GetProperty("from").GetProperty("name").GetString());
        Assert.Equal("user-1", reply.GetProperty("recipient").GetProperty("id").GetString());
        foreach (var absent in new[] { "id", "timestamp", "channelData" })
            Assert.False(reply.TryGetProperty(absent, out _), absent);
        Assert.Equal(PushResult.Delivered, Assert.Single(site.Bot.Outcomes).Result);
    }

    [Fact]
    public async Task ALineThatAnswersNothingIsPostedToTheConversation()
    {
        await using var channel = await FakeChannel.Open();
        await using var site = await Site.Open(Emulator);

        await Send(site, channel.Url, Parrot.Line("a colleague has joined"));

        Assert.Equal("/v3/conversations/c%201/activities", (await channel.Received(1))[0].Path);
    }

    [Theory]
    [InlineData(200, nameof(PushResult.Delivered))]
    [InlineData(202, nameof(PushResult.Delivered))]
    [InlineData(302, nameof(PushResult.Refused))]
    [InlineData(400, nameof(PushResult.Refused))]
    [InlineData(404, nameof(PushResult.Refused))]
    [InlineData(429, nameof(PushResult.NotSent))]
    [InlineData(500, nameof(PushResult.Unknown))]
    [InlineData(503, nameof(PushResult.Unknown))]
    [InlineData(0, nameof(PushResult.Unknown))]
    public async Task WhatTheChannelAnswersDecidesWhatIsKnown(int status, string expected)
    {
        await using var channel = await FakeChannel.Open();
        await using var site = await Site.Open(Emulator);
        channel.Status = status;

        var outcome = await Send(site, channel.Url, Parrot.Line("hello"));

        Assert.Equal(expected, outcome.Result.ToString());
        Assert.Single(channel.Posts);
    }

    [Fact]
    public async Task ALineThatReachedNobodyMayBeTriedAgain()
    {
        await using var site = await Site.Open(Emulator);
        var channel = await FakeChannel.Open();
        var gone = channel.Url;
        await channel.DisposeAsync();

        Assert.Equal(PushResult.NotSent, (await Send(site, gone, Parrot.Line("hello"))).Result);
    }

    [Theory]
    [InlineData("https://stranger.example/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("not an address")]
    public async Task NothingIsSentToOtherMachines(string serviceUrl)
    {
        await using var site = await Site.Open(Emulator);

        Assert.Equal(PushResult.Refused, (await Send(site, serviceUrl, Parrot.Line("hello"))).Result);
    }

    [Fact]
    public async Task NothingIsSentWhileTheEndpointIsClosed()
    {
        await using var channel = await FakeChannel.Open();
        await using var site = await Site.Open();

        Assert.Equal(PushResult.Refused, (await Send(site, channel.Url, Parrot.Line("hello"))).Result);
        Assert.Empty(channel.Posts);
    }

    [Fact]
    public async Task ConversationsThatReadTheLogAreNotPushedTo()
    {
        await using var site = await Site.Open(Emulator);

        Assert.False(site.Of<IPush>().Serves(Some.Reference));
        Assert.True(site.Of<IPush>().Serves(Some.Reference with { ServiceUrl = "http://localhost:1" }));
    }

    private static Task<PushOutcome> Send(Site site, string serviceUrl, Activity line) => site.Of<IPush>().Send(
        new ConversationReference { ChannelId = "emulator", ConversationId = "c 1", ServiceUrl = serviceUrl }, line, default);
}
