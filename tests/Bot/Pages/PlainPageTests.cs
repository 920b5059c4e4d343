using System.Net;
using System.Text.RegularExpressions;
using TrustBot.Dialogs.Activities;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Pages;

public sealed class PlainPageTests
{
    [Fact]
    public async Task TheAiSaysThatItIsOneBeforeAnythingIsAsked()
    {
        await using var site = await Site.Open();
        using var visitor = new Visitor(site);

        await visitor.Open();

        var transcript = await visitor.Transcript("Hello. I am an AI, not a person.");
        Assert.Contains("<h2>Lantern assistant (AI)</h2>", transcript, StringComparison.Ordinal);
        Assert.Contains("role=\"log\" aria-live=\"polite\"", transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsSentByFormIsAnsweredInTheFrame()
    {
        await using var site = await Site.Open();
        using var visitor = new Visitor(site);
        await visitor.Open();

        var response = await visitor.Send("/plain", ("text", "where is <b>my</b> order"));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/plain", response.Headers.Location!.ToString());
        var transcript = await visitor.Transcript("You said: where is &lt;b&gt;my&lt;/b&gt; order");
        Assert.Contains("<h2>You</h2>", transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ButtonsStandUnderTheLineAndSpeakForTheCustomer()
    {
        await using var site = await Site.Open();
        using var visitor = new Visitor(site);
        await visitor.Open();
        Assert.Contains("<button name=\"say\" value=\"Where is my order\">Where is my order</button>", await visitor.Transcript("Where is my order"), StringComparison.Ordinal);

        await visitor.Send("/plain", ("say", "Talk to a person"));

        await visitor.Transcript("You said: Talk to a person");
    }

    [Fact]
    public async Task ALineComesInWhileTheFrameIsOpen()
    {
        await using var site = await Site.Open();
        using var visitor = new Visitor(site);
        await visitor.Open();
        var reading = visitor.Transcript("I have read it all.");
        await Task.Delay(200);

        await site.Bot.Say(visitor.ConversationId(site), Parrot.Line("I have read it all.") with { From = new() { Id = "a", Name = "Anna Weber (person)" } }, Roles.Agent);

        Assert.Contains("<article class=\"line agent\"><h2>Anna Weber (person)</h2>", await reading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFormWithoutItsMarkIsRefused()
    {
        await using var site = await Site.Open();
        using var visitor = new Visitor(site);
        await visitor.Open();
        visitor.Mark = "forged";

        var response = await visitor.Send("/plain", ("text", "hello"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task AFormSentTwiceIsHeardOnceAndNewWordsAlways()
    {
        await using var site = await Site.Open();
        using var visitor = new Visitor(site);
        await visitor.Open();

        await visitor.Send("/plain", ("text", "one"), ("once", "x"));
        await visitor.Send("/plain", ("text", "one"), ("once", "x"));
        await visitor.Send("/plain", ("text", "two"), ("once", "x"));

        var transcript = await visitor.Transcript("You said: two");
        Assert.Single(Regex.Matches(transcript, "You said: one"));
    }

    [Fact]
    public async Task ANewConversationForgetsTheOldOne()
    {
        await using var site = await Site.Open();
        using var visitor = new Visitor(site);
        await visitor.Open();
        await visitor.Send("/plain", ("text", "one"));

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Send("/plain/new")).StatusCode);
        await visitor.Open();

        Assert.DoesNotContain("You said: one", await visitor.Transcript("Hello. I am an AI, not a person."), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACookieThatIsNotOursOpensNobodysConversation()
    {
        await using var site = await Site.Open();
        using var http = site.Client();
        http.DefaultRequestHeaders.Add("Cookie", "trustbot-plain=pg-someone-elses");

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/plain/transcript")).StatusCode);
    }

    [Fact]
    public async Task ThePageRunsNoScriptAndItsCookieIsForUsAlone()
    {
        await using var site = await Site.Open();
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = site.Address };

        var response = await http.GetAsync("/plain");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("trustbot-plain", StringComparison.Ordinal));

        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoreThatCannotBeReachedIsSaidAsSuch()
    {
        await using var site = await Site.Open();
        using var visitor = new Visitor(site);
        await visitor.Open();
        site.Store.Unplugged = true;

        var response = await visitor.Send("/plain", ("text", "hello"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }
}
