using System.Net;
using System.Net.WebSockets;
using System.Text;
using TrustBot.Dialogs.Activities;
using TrustBot.Tests.Support;
using static TrustBot.Tests.Support.Caller;

namespace TrustBot.Tests.DirectLine;

public sealed class StreamTests
{
    [Fact, Trait("requirement", "DL-08")]
    public async Task WhatWasSaidBeforeTheSocketOpenedIsReplayedAndThenItGoesOn()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller(start: false);
        var start = await caller.Start();
        await caller.Say("early");
        await caller.Lines(3);

        using var socket = await Connect(start.GetProperty("streamUrl").GetString()!);
        var replayed = await Heard(socket, 3);
        await caller.Say("late");
        var live = await Heard(socket, 2);

        Assert.Equal(["Hello. I am an AI, not a person.", "early", "You said: early"], replayed.Select(a => a.GetProperty("text").GetString()));
        Assert.Equal(["late", "You said: late"], live.Select(a => a.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task AReconnectWithoutWatermarkBringsOnlyWhatIsNew()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();
        await caller.Lines(1);
        var url = (await Json(await caller.Http.GetAsync(caller.Conversation))).GetProperty("streamUrl").GetString()!;

        using var socket = await Connect(url);
        await caller.Say("new");

        Assert.Equal("new", (await Heard(socket, 1))[0].GetProperty("text").GetString());
    }

    [Fact, Trait("requirement", "DL-06")]
    public async Task AStreamAddressWorksOnceForItsConversationWithinAMinute()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();
        var other = await site.Caller();

        var used = await caller.StreamUrl();
        using (await Connect(used)) { }
        Assert.Equal(HttpStatusCode.Forbidden, await Refused(used));
        Assert.Equal(HttpStatusCode.Forbidden, await Refused((await caller.StreamUrl()).Replace(caller.Id, other.Id, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, await Refused((await caller.StreamUrl()).Split("&t=")[0] + "&t=" + caller.Token));
        var late = await caller.StreamUrl();
        site.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Forbidden, await Refused(late));
    }

    [Fact, Trait("requirement", "DL-06")]
    public async Task AStreamTokenOpensNothingElse()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();
        caller.Authorize((await caller.StreamUrl()).Split("&t=")[1]);

        Assert.Equal(HttpStatusCode.Forbidden, (await caller.Http.GetAsync(caller.Conversation)).StatusCode);
    }

    [Fact, Trait("requirement", "DL-07")]
    public async Task ANewSocketClosesTheOldOne()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();
        await caller.Lines(1);

        using var old = await Connect(await caller.StreamUrl("0"));
        await Heard(old, 1);
        using var next = await Connect(await caller.StreamUrl("0"));

        Assert.Null(await Frame(old));
        Assert.Equal("collision", old.CloseStatusDescription);
        await caller.Say("to the new one");
        Assert.Contains(await Heard(next, 3), a => a.GetProperty("text").GetString() == "to the new one");
    }

    [Fact]
    public async Task EmptyFramesAreASignOfLifeAndLongOnesEndIt()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();
        await caller.Lines(1);
        using var socket = await Connect(await caller.StreamUrl("0"));
        await Heard(socket, 1);

        await socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, default);
        await caller.Say("still open");
        Assert.Equal("still open", (await Heard(socket, 1))[0].GetProperty("text").GetString());

        await socket.SendAsync(Encoding.UTF8.GetBytes(new string('x', 10_000)), WebSocketMessageType.Text, true, default);
        while (await Frame(socket) is not null) { }
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.CloseStatus);
    }

    [Fact]
    public async Task ALongHistoryComesWhole()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();
        await caller.Lines(1);
        for (var i = 0; i < 450; i++) await site.Bot.Say(caller.Id, Parrot.Line($"line {i}"), Roles.Bot);

        using var socket = await Connect(await caller.StreamUrl("0"));
        var heard = await Heard(socket, 451);

        Assert.Equal(451, heard.Count);
        Assert.Equal("line 449", heard[^1].GetProperty("text").GetString());
    }

    private static async Task<HttpStatusCode> Refused(string url)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(url), default));
        return socket.HttpStatusCode;
    }
}
