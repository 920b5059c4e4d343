using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TrustBot.Pages;

namespace TrustBot.Tests.Support;

/// <summary>A browser without scripts: loads, fills in forms, reads the frame as it comes in.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false };
    private readonly HttpClient _http;

    public Visitor(Site site) => _http = new HttpClient(_handler) { BaseAddress = site.Address };

    /// <summary>What forms carry to show that they are ours.</summary>
    public string Mark { get; set; } = "";

    public async Task<string> Open()
    {
        var page = await _http.GetStringAsync("/plain");
        Mark = WebUtility.HtmlDecode(Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value);
        return page;
    }

    public Task<HttpResponseMessage> Send(string address, params (string Name, string Value)[] fields) => _http.PostAsync(address, new FormUrlEncodedContent(
        fields.Prepend(("__RequestVerificationToken", Mark)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

    /// <summary>Reads the frame until some text stands in it, five seconds at most.</summary>
    public async Task<string> Transcript(string until)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        using var response = await _http.GetAsync("/plain/transcript", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        await using var stream = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(patience.Token);
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains(until, StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, patience.Token);
            if (count == 0) throw new InvalidOperationException($"The frame ended without \"{until}\": {text}");
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }
        return text.ToString();
    }

    /// <summary>The conversation behind the cookie.</summary>
    public string ConversationId(Site site)
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        context.Request.Headers.Cookie = _handler.CookieContainer.GetCookieHeader(new Uri(site.Address, "/plain"));
        return site.Of<PlainVisit>().Read(context.Request)!;
    }

    public void Dispose() => _http.Dispose();
}
