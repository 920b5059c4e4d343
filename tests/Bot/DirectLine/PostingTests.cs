using System.Net;
using System.Text;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Tests.Support;
using static TrustBot.Tests.Support.Caller;

namespace TrustBot.Tests.DirectLine;

public sealed class PostingTests
{
    [Theory]
    [InlineData("{", "BadSyntax")]
    [InlineData("null", "BadSyntax")]
    [InlineData("{\"text\":\"no type\"}", "BadSyntax")]
    [InlineData("{\"type\":\"\"}", "BadSyntax")]
    [InlineData("{\"type\":\"event\"}", "BadSyntax")]
    [InlineData("{\"type\":\"message\",\"text\":7}", "BadSyntax")]
    [InlineData("{\"type\":\"event\",\"name\":\"desk/claim\"}", "BadArgument")]
    [InlineData("{\"type\":\"event\",\"name\":\"Timer/due\"}", "BadArgument")]
    [InlineData("{\"type\":\"event\",\"name\":\"turn/failed\"}", "BadArgument")]
    public async Task AMalformedActivityIsRefusedWithItsField(string body, string code)
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();

        var response = await caller.Post(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, await ErrorCode(response));
        Assert.DoesNotContain(await site.Store.Read(caller.Id, 0, 100, default), e => e.Event is Accepted { Activity.Type: not ActivityTypes.ConversationUpdate });
    }

    [Fact]
    public async Task WhoSpeaksWhereAndToWhomIsWhatTheTokenSays()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();

        await caller.Post("""
            {"type":"message","text":"hi","channelId":"desk","callerId":"urn:botframework:azure","serviceUrl":"http://elsewhere.example",
             "id":"mine","from":{"id":"someone else","name":"Anna (person)","role":"agent"},"conversation":{"id":"another"},"recipient":{"id":"x"}}
            """);

        var entry = (await site.Store.Read(caller.Id, 0, 100, default)).Last(e => e.Event is Accepted { Activity.Type: ActivityTypes.Message });
        var kept = ((Accepted)entry.Event).Activity;
        Assert.Equal("directline", kept.ChannelId);
        Assert.Equal(caller.User, kept.From!.Id);
        Assert.Equal(Roles.User, kept.From.Role);
        Assert.Null(kept.From.Name);
        Assert.Equal(caller.Id, kept.Conversation!.Id);
        Assert.Null(kept.ServiceUrl);
        Assert.Null(kept.Id);
        Assert.False(kept.Unknown?.ContainsKey("callerId") ?? false);
    }

    [Theory]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"somethingNew","text":"x"}""")]
    [InlineData("""{"type":"endOfConversation"}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"intruder"}]}""")]
    public async Task WhatHasNoMeaningIsTakenAndLeavesNothing(string body)
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();
        await caller.Lines(1);
        var before = (await site.Store.Load(caller.Id, default))!.Version;

        var response = await caller.Post(body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty((await Json(response)).GetProperty("id").GetString()!);
        Assert.Equal(before, (await site.Store.Load(caller.Id, default))!.Version);
    }

    [Fact, Trait("requirement", "DL-19")]
    public async Task AMessageOfOneMegabyteIsRefusedAndTheConversationGoesOn()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();

        var response = await caller.Say(new string('x', 1 << 20));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("MessageSizeTooBig", await ErrorCode(response));
        Assert.Equal(HttpStatusCode.OK, (await caller.Say("smaller")).StatusCode);
    }

    [Fact, Trait("requirement", "DL-19")]
    public async Task ABodyOfUnsaidLengthIsCutOffToo()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();
        using var body = new StreamContent(new UnsaidLength(Encoding.UTF8.GetBytes(new string('x', 400_000))));

        var response = await caller.Http.PostAsync($"{caller.Conversation}/activities", body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact, Trait("requirement", "DL-21")]
    public async Task FilesAreRefusedInSoManyWords()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await caller.Http.PostAsync($"{caller.Conversation}/upload?userId=x", new MultipartFormDataContent())).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await caller.Post("""{"type":"message","attachments":[{"contentType":"image/png","contentUrl":"http://10.0.0.1/x.png"}]}""")).StatusCode);
    }

    [Fact, Trait("requirement", "DL-18")]
    public async Task AStoreThatCannotBeReachedIsSaidAsSuch()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();
        site.Store.Unplugged = true;

        var response = await caller.Say("hello");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal("ServiceUnavailable", await ErrorCode(response));
    }

    [Fact, Trait("requirement", "DL-18")]
    public async Task AFloodIsToldWhenToComeBack()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();
        site.Bot.Answers = false;

        HttpResponseMessage last;
        var sent = 0;
        do last = await caller.Say($"message {sent++}");
        while (last.IsSuccessStatusCode && sent < 400);

        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter);
        Assert.True(sent > 190, $"refused after {sent}");
    }

    [Fact, Trait("requirement", "DL-18")]
    public async Task ATokenHasAPaceOfItsOwn()
    {
        await using var site = await Site.Open(("DirectLine:CallsPerMinute", "60"));
        var hasty = await site.Caller();
        var calm = await site.Caller();

        var answers = await Task.WhenAll(Enumerable.Range(0, 90).Select(_ => hasty.Http.GetAsync(hasty.Conversation)));

        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.OK, (await calm.Http.GetAsync(calm.Conversation)).StatusCode);
    }

    private sealed class UnsaidLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
