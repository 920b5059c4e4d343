using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using TrustBot.Tests.Support;
using static TrustBot.Tests.Support.Caller;

namespace TrustBot.Tests.DirectLine;

public sealed class TokenTests
{
    private const string Secret = "a-secret-of-more-than-thirty-two-characters";

    [Fact, Trait("requirement", "DL-22")]
    public async Task ATokenTellsTheBrowserItsUser()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller(start: false);

        var jwt = new JsonWebToken(caller.Token);

        Assert.StartsWith("dl_", caller.User, StringComparison.Ordinal);
        Assert.StartsWith("dl-", caller.Id, StringComparison.Ordinal);
        Assert.True(caller.Id.Length >= 25);
        Assert.Equal(caller.User, jwt.GetPayloadValue<string>("user"));
        Assert.Equal(caller.Id, jwt.GetPayloadValue<string>("conv"));
        foreach (var claim in new[] { "bot", "site", "nbf", "exp", "iss", "aud", "origins" })
            Assert.True(jwt.TryGetPayloadValue<object>(claim, out _), claim);
        Assert.Equal("HS256", jwt.Alg);
    }

    [Theory, Trait("requirement", "DL-01")]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("Bearer", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer garbage", HttpStatusCode.Unauthorized)]
    [InlineData("Basic dGVzdA==", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer one two", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJjb252IjoiZGwteCJ9.", HttpStatusCode.Forbidden)]
    [InlineData("Bearer eyJhbGciOiJIUzI1NiJ9.eyJjb252IjoiZGwteCJ9.c2lnbmF0dXJl", HttpStatusCode.Forbidden)]
    public async Task WhatIsNoTokenOfOursIsRefused(string? header, HttpStatusCode expected)
    {
        await using var site = await Site.Open();
        using var http = site.Client();
        if (header is not null) http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        var response = await http.PostAsync("/v3/directline/conversations", null);

        Assert.Equal(expected, response.StatusCode);
        Assert.NotEmpty((await Json(response)).GetProperty("error").GetProperty("message").GetString()!);
    }

    [Fact, Trait("requirement", "DL-02")]
    public async Task ATokenWorksForOneConversationOnly()
    {
        await using var site = await Site.Open();
        var mine = await site.Caller();
        var theirs = await site.Caller();

        Assert.Equal(HttpStatusCode.Forbidden, (await mine.Http.GetAsync(theirs.Conversation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await mine.Http.GetAsync($"{theirs.Conversation}/activities")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await mine.Http.PostAsJsonAsync($"{theirs.Conversation}/activities", new { type = "message", text = "x" })).StatusCode);
    }

    [Fact, Trait("requirement", "DL-02")]
    public async Task ATokenIsRenewedWhileItLivesAndNotAfter()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller();

        site.Clock.Advance(TimeSpan.FromMinutes(29));
        var renewed = await Json(await caller.Refresh());
        Assert.Equal(1800, renewed.GetProperty("expires_in").GetInt32());
        Assert.Equal(caller.Id, renewed.GetProperty("conversationId").GetString());

        site.Clock.Advance(TimeSpan.FromMinutes(2));
        var expired = await caller.Refresh();
        Assert.Equal(HttpStatusCode.Forbidden, expired.StatusCode);
        Assert.Equal("TokenExpired", await ErrorCode(expired));

        caller.Authorize(renewed.GetProperty("token").GetString()!);
        Assert.Equal(HttpStatusCode.OK, (await caller.Refresh()).StatusCode);
    }

    [Fact]
    public async Task MakingTokensIsClosedUntilASecretIsSet()
    {
        await using var site = await Site.Open();
        var caller = await site.Caller(start: false);

        Assert.Equal(HttpStatusCode.Forbidden, (await caller.Http.PostAsync("/v3/directline/tokens/generate", null)).StatusCode);
    }

    [Fact, Trait("requirement", "DL-03")]
    public async Task TheSecretMakesATokenForTheUserItNames()
    {
        await using var site = await Site.Open(("DirectLine:Secret", Secret));
        using var http = site.Client();
        http.DefaultRequestHeaders.Authorization = new("Bearer", Secret);

        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = "anna" } })).StatusCode);
        var made = await Json(await http.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = "dl_anna" } }));
        Assert.Equal("dl_anna", new JsonWebToken(made.GetProperty("token").GetString()).GetPayloadValue<string>("user"));
        Assert.Equal(HttpStatusCode.Created, (await http.PostAsync("/v3/directline/conversations", null)).StatusCode);
    }

    [Fact]
    public async Task ASecretIsNoTokenElsewhere()
    {
        await using var site = await Site.Open(("DirectLine:Secret", Secret));
        var caller = await site.Caller();
        caller.Authorize(Secret);

        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.Http.GetAsync(caller.Conversation)).StatusCode);
    }

    [Fact]
    public async Task OnePersonCannotStartConversationsWithoutEnd()
    {
        await using var site = await Site.Open(("DirectLine:StartsPerMinute", "5"));
        using var http = site.Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => http.PostAsync("/api/token", null)));

        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task ThePagesTokenCarriesTheLocaleItWillSpeak()
    {
        await using var site = await Site.Open();
        using var http = site.Client();

        var answer = await Json(await http.PostAsJsonAsync("/api/token", new { locale = "ja" }));

        Assert.Equal("ja-JP", answer.GetProperty("locale").GetString());
        Assert.Equal("/v3/directline", answer.GetProperty("domain").GetString());
        Assert.Equal(1800, answer.GetProperty("expires_in").GetInt32());
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync("/api/token", new StringContent("{"))).StatusCode);
    }

    [Theory]
    [InlineData("DirectLine:Secret", "short")]
    [InlineData("DirectLine:AllowedOrigins:0", "shop.example")]
    [InlineData("DirectLine:AllowedOrigins:0", "https://shop.example/")]
    [InlineData("DirectLine:PublicUrl", "chat.example")]
    public async Task ASettingThatCannotWorkStopsTheStartAndNamesItsKey(string key, string value)
    {
        var refusal = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => Site.Open((key, value)));

        Assert.Contains(key.Split(":0")[0], refusal.Message, StringComparison.Ordinal);
    }
}
