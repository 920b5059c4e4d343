using System.Net;
using System.Net.WebSockets;
using TrustBot.Tests.Support;
using static TrustBot.Tests.Support.Caller;

namespace TrustBot.Tests.DirectLine;

[Trait("requirement", "DL-20")]
public sealed class OriginTests
{
    private const string Shop = "https://shop.example", Stranger = "https://stranger.example";

    [Theory]
    [InlineData(Shop, HttpStatusCode.OK)]
    [InlineData(Stranger, HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("own", HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task PagesOfListedSitesAndOurOwnMayCall(string? origin, HttpStatusCode expected)
    {
        await using var site = await Site.Open(("DirectLine:AllowedOrigins:0", Shop));
        var caller = await site.Caller();
        var url = await caller.StreamUrl();
        if (origin == "own") origin = site.Address.GetLeftPart(UriPartial.Authority);
        if (origin is not null) caller.Http.DefaultRequestHeaders.Add("Origin", origin);

        Assert.Equal(expected, (await caller.Http.GetAsync(caller.Conversation)).StatusCode);
        Assert.Equal(expected, (await caller.Http.PostAsync("/api/token", null)).StatusCode);
        if (expected == HttpStatusCode.OK) using (await Connect(url, origin)) { }
        else await Assert.ThrowsAsync<WebSocketException>(() => Connect(url, origin));
    }

    [Fact]
    public async Task ASiteNamedInTheTokenIsTheOnlyOne()
    {
        const string secret = "a-secret-of-more-than-thirty-two-characters";
        await using var site = await Site.Open(("DirectLine:AllowedOrigins:0", Shop), ("DirectLine:Secret", secret));
        using var http = site.Client();
        http.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        var made = await Json(await http.PostAsync("/v3/directline/tokens/generate", new StringContent("""{"trustedOrigins":["https://partner.example"]}""")));
        var caller = new Caller(site.Client(), made);
        await caller.Start();

        foreach (var (origin, expected) in new[] { ("https://partner.example", HttpStatusCode.OK), (Shop, HttpStatusCode.Forbidden) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, caller.Conversation);
            request.Headers.Add("Origin", origin);
            Assert.Equal(expected, (await caller.Http.SendAsync(request)).StatusCode);
        }
    }

    [Theory]
    [InlineData(Shop, true)]
    [InlineData(Stranger, false)]
    public async Task APreflightIsAnsweredWithoutATokenForListedSites(string origin, bool listed)
    {
        await using var site = await Site.Open(("DirectLine:AllowedOrigins:0", Shop));
        using var http = site.Client();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v3/directline/conversations/dl-x/activities");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");

        var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(listed, response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task AnUnknownAddressIsRefusedInTheSameForm()
    {
        await using var site = await Site.Open();
        using var http = site.Client();

        var response = await http.GetAsync("/v3/directline/nothing/here");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("NotFound", await ErrorCode(response));
    }
}
