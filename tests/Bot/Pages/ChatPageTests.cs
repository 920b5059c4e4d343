using System.Net;
using System.Text.RegularExpressions;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Pages;

public sealed class ChatPageTests
{
    [Fact]
    public async Task ThePageAllowsNothingButItsOwn()
    {
        await using var site = await Site.Open();
        using var http = site.Client();

        var response = await http.GetAsync("/");
        var policy = string.Join("; ", response.Headers.GetValues("Content-Security-Policy"));
        var nonce = Regex.Match(await response.Content.ReadAsStringAsync(), "data-nonce=\"([^\"]+)\"").Groups[1].Value;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains($"'nonce-{WebUtility.HtmlDecode(nonce)}'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task EachPageHasANonceOfItsOwn()
    {
        await using var site = await Site.Open();
        using var http = site.Client();

        var first = (await http.GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single();

        Assert.NotEqual(first, (await http.GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("/?locale=ja", null, "ja-JP")]
    [InlineData("/", "ja-JP,ja;q=0.9,en;q=0.8", "ja-JP")]
    [InlineData("/", "en-GB", "en")]
    [InlineData("/?locale=%22%3E%3Cscript%3E", null, "en")]
    public async Task ThePageSpeaksTheCustomersLanguage(string address, string? accept, string culture)
    {
        await using var site = await Site.Open();
        using var http = site.Client();
        if (accept is not null) http.DefaultRequestHeaders.Add("Accept-Language", accept);

        var page = await http.GetStringAsync(address);

        Assert.Contains($"<html lang=\"{culture}\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><script>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lib/webchat/webchat.js")]
    [InlineData("/lib/htmx/htmx.min.js")]
    [InlineData("/lib/htmx/sse.js")]
    [InlineData("/js/chat.js")]
    [InlineData("/js/speakers.js")]
    [InlineData("/css/chat.css")]
    [InlineData("/favicon.svg")]
    public async Task WhatThePageNeedsIsServedFromHere(string address)
    {
        await using var site = await Site.Open();
        using var http = site.Client();

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(address)).StatusCode);
    }
}
