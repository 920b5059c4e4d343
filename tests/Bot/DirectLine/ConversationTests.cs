using System.Net;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Tests.Support;
using static TrustBot.Tests.Support.Caller;

namespace TrustBot.Tests.DirectLine;

public sealed class ConversationTests
{
    [Fact, Trait("requirement", "DL-04")]
    public async Task ATokenAloneDoesNotContactTheBot()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller(start: false);

        Assert.Null(await site.Store.Load(caller.Id, default));
        Assert.Equal(HttpStatusCode.NotFound, (await caller.Http.GetAsync(caller.Conversation)).StatusCode);
    }

    [Fact, Trait("requirement", "DL-05")]
    public async Task StartingTwiceGives201Then200AndOneArrival()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller(start: false);

        Assert.Equal(HttpStatusCode.Created, (await caller.StartResponse()).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await caller.StartResponse()).StatusCode);

        var log = await site.Store.Read(caller.Id, 0, 100, default);
        var arrival = Assert.Single(log, e => e.Event is Accepted { Activity.Type: ActivityTypes.ConversationUpdate });
        Assert.Equal(2, ((Accepted)arrival.Event).Activity.MembersAdded!.Count);
        Assert.Equal("en-GB", ((Opened)log[0].Event).Locale);
    }

    [Fact, Trait("requirement", "DL-12")]
    public async Task AnEchoCarriesTheClientsIdAndOurStamp()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();

        var id = (await Json(await caller.Say("hello", "abc"))).GetProperty("id").GetString();
        var echo = (await caller.Lines(3)).Single(a => a.GetProperty("text").GetString() == "hello");

        Assert.Equal(id, echo.GetProperty("id").GetString());
        Assert.StartsWith($"{caller.Id}|", id, StringComparison.Ordinal);
        Assert.EndsWith("Z", echo.GetProperty("timestamp").GetString());
        Assert.Equal("directline", echo.GetProperty("channelId").GetString());
        Assert.Equal(caller.Id, echo.GetProperty("conversation").GetProperty("id").GetString());
        Assert.Equal("user", echo.GetProperty("from").GetProperty("role").GetString());
        var data = echo.GetProperty("channelData");
        Assert.Equal("abc", data.GetProperty("clientActivityID").GetString());
        Assert.True(data.GetProperty("webchat:sequence-id").GetInt64() > 0);
        Assert.Equal("user", data.GetProperty("trustbot").GetProperty("speaker").GetString());
    }

    [Fact, Trait("requirement", "DL-11")]
    public async Task TheEchoComesBeforeTheAnswerWhichNamesIt()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();

        await caller.Say("hello");
        var lines = await caller.Lines(3);

        Assert.Equal(["Hello. I am an AI, not a person.", "hello", "You said: hello"], lines.Select(l => l.GetProperty("text").GetString()));
        Assert.Equal(lines[1].GetProperty("id").GetString(), lines[2].GetProperty("replyToId").GetString());
    }

    [Fact]
    public async Task ButtonsAreForEveryoneWhateverTheTurnSaid()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();

        var chips = (await caller.Lines(1))[0].GetProperty("suggestedActions");

        Assert.Equal(0, chips.GetProperty("to").GetArrayLength());
        Assert.Equal(2, chips.GetProperty("actions").GetArrayLength());
    }

    [Fact]
    public async Task TheSameClientActivityIsHeardOnce()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();

        var first = await Json(await caller.Say("hello", "same"));
        var second = await Json(await caller.Say("hello", "same"));

        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        Assert.Equal(3, (await caller.Lines(4)).Length);
    }

    [Fact, Trait("requirement", "DL-09")]
    public async Task AWatermarkMeansTheSameEverywhere()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();
        await caller.Say("one");
        await caller.Lines(3);

        var all = await caller.Activities();
        var mark = all.GetProperty("watermark").GetString()!;
        Assert.Equal(3, (await caller.Activities("-")).GetProperty("activities").GetArrayLength());
        Assert.Equal(3, (await caller.Activities("0")).GetProperty("activities").GetArrayLength());
        Assert.Equal(0, (await caller.Activities(mark)).GetProperty("activities").GetArrayLength());

        var second = (await Json(await caller.Say("two"))).GetProperty("id").GetString();
        Assert.Equal(second, (await caller.Activities(mark)).GetProperty("activities")[0].GetProperty("id").GetString());
        using var socket = await Connect(await caller.StreamUrl(mark));
        Assert.Equal(second, (await Heard(socket, 1))[0].GetProperty("id").GetString());
    }

    [Theory, Trait("requirement", "DL-09")]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("999999")]
    [InlineData("1.5")]
    public async Task AWatermarkNobodyGaveIsRefused(string watermark)
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();

        Assert.Equal(HttpStatusCode.BadRequest, (await caller.Http.GetAsync($"{caller.Conversation}/activities?watermark={watermark}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await caller.Http.GetAsync($"{caller.Conversation}?watermark={watermark}")).StatusCode);
    }

    [Fact, Trait("requirement", "DL-15")]
    public async Task TheEndOfAConversationIsNotForwarded()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();
        await caller.Lines(1);

        await site.Bot.Say(caller.Id, new Activity { Type = ActivityTypes.EndOfConversation }, Roles.Bot);
        await site.Bot.Say(caller.Id, new Activity { Type = ActivityTypes.Typing }, Roles.Bot);
        await site.Bot.Say(caller.Id, Parrot.Line("still here"), Roles.Bot);

        // DL-14: who asks instead of listening gets no typing either.
        Assert.All(await caller.Lines(2), line => Assert.Equal("message", line.GetProperty("type").GetString()));
        using var socket = await Connect(await caller.StreamUrl("0"));
        Assert.Equal(["message", "typing", "message"], (await Heard(socket, 3)).Select(a => a.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task AnAgentSpeaksUnderTheirOwnName()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();
        await caller.Lines(1);

        await site.Bot.Say(caller.Id, Parrot.Line("I have read it all.") with { From = new() { Id = "agent", Name = "Anna Weber (person)" } }, Roles.Agent);

        var line = (await caller.Lines(2))[1];
        Assert.Equal("Anna Weber (person)", line.GetProperty("from").GetProperty("name").GetString());
        Assert.Equal("bot", line.GetProperty("from").GetProperty("role").GetString());
        Assert.Equal("agent", line.GetProperty("channelData").GetProperty("trustbot").GetProperty("speaker").GetString());
    }
}
