using System.Net;

namespace TrustBot.Tests.Desk;

public sealed class DeskSignInTests
{
    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/inbox")]
    [InlineData("/desk/c/one")]
    [InlineData("/desk/c/one/lines?after=0")]
    [InlineData("/desk/c/one/packet")]
    [InlineData("/desk/events")]
    [InlineData("/desk/anything/else")]
    public async Task EveryPageIsClosedToThoseWhoDidNotSignIn(string path)
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        var answer = await host.Browser().GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Sign in with the link printed where the bot was started", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeedIsClosedToThoseWhoDidNotSignIn()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        var answer = await host.Browser().PostAsync("/desk/c/one/claim", DeskHost.Form(("key", new string('a', 32))));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Single(await host.Log("one"));
    }

    [Fact]
    public async Task ProgramsAreToldInProblemDetails()
    {
        await using var host = await DeskHost.Start();
        using var program = new HttpClient { BaseAddress = host.Address };
        var answer = await program.GetAsync("/desk/inbox");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task OpeningALinkTakesNothingAndSigningInTakesItOnce()
    {
        await using var host = await DeskHost.Start();
        var link = host.Links.CreateLink();
        var (first, second) = (host.Browser(), host.Browser());
        var page = await first.GetStringAsync(link);
        var other = await second.GetStringAsync(link);

        var taken = await first.PostAsync("/desk/sign-in", SignIn(page, link, "Mara"));
        var late = await second.PostAsync("/desk/sign-in", SignIn(other, link, "Jonas"));

        Assert.Equal("/desk", taken.Headers.Location!.ToString());
        Assert.Contains("Mara", await first.GetStringAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Contains("used already", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GetAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task TheCookieIsOutOfReachOfScriptsAndOtherSites()
    {
        await using var host = await DeskHost.Start();
        var browser = host.Browser();
        var link = host.Links.CreateLink();
        var answer = await browser.PostAsync("/desk/sign-in", SignIn(await browser.GetStringAsync(link), link, "Mara"));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("trustbot-desk=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/desk", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Mara\u202Enoj")]
    [InlineData("a name that is longer than anyone could want to read beside every single line")]
    public async Task ANameThatCannotBeShownLeavesTheLinkOpen(string name)
    {
        await using var host = await DeskHost.Start();
        var browser = host.Browser();
        var link = host.Links.CreateLink();
        var answer = await browser.PostAsync("/desk/sign-in", SignIn(await browser.GetStringAsync(link), link, name));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True(host.Links.IsOpen(link.Split('=')[1]));
    }

    [Fact]
    public async Task TheLinkNeverReachesTheLog()
    {
        await using var host = await DeskHost.Start();
        var browser = host.Browser();
        var link = host.Links.CreateLink();
        await browser.PostAsync("/desk/sign-in", SignIn(await browser.GetStringAsync(link), link, "Mara"));
        Assert.NotEmpty(host.Logged);
        Assert.DoesNotContain(host.Logged, line => line.Contains(link.Split('=')[1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAgentInvitesAColleagueAndSignsOut()
    {
        await using var host = await DeskHost.Start();
        var mara = await host.SignedIn();
        var token = DeskHost.Field(await mara.GetStringAsync("/desk"), "__RequestVerificationToken");
        var page = await (await mara.PostAsync("/desk/invite", DeskHost.Form(("__RequestVerificationToken", token)))).Content.ReadAsStringAsync();
        var link = System.Text.RegularExpressions.Regex.Match(page, "value=\"http://[^\"]*(/desk/sign-in\\?code=[^\"]+)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, (await host.Browser().GetAsync(link)).StatusCode);

        await mara.PostAsync("/desk/sign-out", DeskHost.Form(("__RequestVerificationToken", token)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await mara.GetAsync("/desk")).StatusCode);
    }

    private static FormUrlEncodedContent SignIn(string page, string link, string name) => DeskHost.Form(
        ("__RequestVerificationToken", DeskHost.Field(page, "__RequestVerificationToken")), ("code", link.Split('=')[1]), ("name", name));
}
