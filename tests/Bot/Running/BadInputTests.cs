using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Running;

/// <summary>What cannot be understood gets a clear answer, and the conversation goes on.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task WhateverIsSentToTheRealProgramIsAnsweredClearlyAndTheConversationGoesOn()
    {
        await using var bot = await RunningBot.Start("--Store:Sync=off", "--DirectLine:CallsPerMinute=60000", "--Turns:SettleMilliseconds=0");
        using var http = new HttpClient { BaseAddress = new(bot.Url) };
        var caller = new Caller(http, await Json(await http.PostAsJsonAsync("/api/token", new { locale = "en" })));

        await DirectLine(await caller.Say("too early"), 404, "ConversationNotFound", "Start one");
        await caller.Start();
        await DirectLine(await caller.Post("{"), 400, "BadSyntax", "JSON");
        await DirectLine(await caller.Post("[]"), 400, "BadSyntax", "");
        await DirectLine(await caller.Post(""), 400, "BadSyntax", "");
        await DirectLine(await caller.Post("""{"type":"message","text":7}"""), 400, "BadSyntax", "text");
        await DirectLine(await caller.Post("""{"text":"no type"}"""), 400, "BadSyntax", "type");
        await DirectLine(await caller.Post("""{"type":"event","name":"desk/claim"}"""), 400, "BadArgument", "desk/claim");
        await DirectLine(await caller.Post(new string('[', 100_000)), 400, "BadSyntax", "");
        await DirectLine(await caller.Say(new string('x', 1 << 20)), 413, "MessageSizeTooBig", "256 KB");
        await DirectLine(await http.GetAsync($"{caller.Conversation}/activities?watermark=tomorrow"), 400, "BadArgument", "watermark");
        await DirectLine(await http.GetAsync($"{caller.Conversation}/activities?watermark=999999"), 400, "BadArgument", "watermark");
        await DirectLine(await http.GetAsync("/v3/directline/conversations/someone-elses/activities"), 403, "BadArgument", "another conversation");
        await DirectLine(await http.GetAsync("/v3/directline/nonsense"), 404, "NotFound", "Direct Line");
        var raw = await http.PostAsync($"{caller.Conversation}/activities", new ByteArrayContent([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]));
        await DirectLine(raw, 400, "BadSyntax", "");
        await Problem(await http.PostAsync("/api/token", new StringContent("{", Encoding.UTF8, "application/json")), 400, "JSON");
        await Problem(await http.PostAsJsonAsync("/api/messages", new { type = "message" }), 401, "--emulator");

        var good = caller.Token;
        caller.Authorize("garbage");
        await DirectLine(await caller.Say("hello"), 401, "Unauthorized", "/api/token");
        caller.Authorize(good[..^4] + "AAAA");
        Assert.InRange((int)(await caller.Say("hello")).StatusCode, 401, 403);
        caller.Authorize(good);

        Assert.Equal(HttpStatusCode.OK, (await caller.Say("where is my order LN-1001")).StatusCode);
        var lines = await caller.Lines(3);
        Assert.Equal(3, lines.Length);
        Assert.Contains("LN-1001", lines[2].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", bot.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ActivitiesThatChanceHasMadeNeverBreakTheServer()
    {
        await using var bot = await RunningBot.Start("--Store:Sync=off", "--DirectLine:CallsPerMinute=60000", "--Turns:SettleMilliseconds=0");
        using var http = new HttpClient { BaseAddress = new(bot.Url) };
        var caller = new Caller(http, await Json(await http.PostAsJsonAsync("/api/token", new { locale = "en" })));
        await caller.Start();
        const string Whole = """{"type":"message","text":"hello","locale":"en","localTimezone":"Asia/Tokyo","from":{"id":"x","name":"y"},"entities":[{"type":"clientInfo","country":"JP"}],"channelData":{"clientActivityID":"a","a":[1,2]},"value":{"x":null},"timestamp":"2026-01-01T00:00:00Z","textFormat":"plain"}""";
        string[] parts = ["null", "\"\"", "[]", "{}", "7", "true", "\"\\ud800\"", "1e999", "-", "\\u0000", "\"", "{", ",", "[[[[", "\"type\":\"event\","];
        var chance = new Random(5);
        for (var i = 0; i < 400; i++)
        {
            var text = new StringBuilder(Whole);
            for (var cut = chance.Next(1, 4); cut > 0; cut--)
            {
                var at = chance.Next(text.Length);
                text.Remove(at, Math.Min(chance.Next(12), text.Length - at)).Insert(at, parts[chance.Next(parts.Length)]);
            }
            var response = await caller.Post(text.ToString());
            Assert.True((int)response.StatusCode is 200 or 400 or 415, $"{(int)response.StatusCode} for {text}");
        }
        await caller.Say("where is my order LN-1001", "last");
        var answered = false;
        for (var i = 0; i < 100 && !answered; i++)
        {
            answered = (await caller.Lines(1))[^1].GetProperty("text").GetString()!.Contains("LN-1001", StringComparison.Ordinal);
            if (!answered) await Task.Delay(50);
        }
        Assert.DoesNotContain("fail:", bot.Output, StringComparison.Ordinal);
    }

    private static async Task DirectLine(HttpResponseMessage response, int status, string code, string says)
    {
        Assert.Equal(status, (int)response.StatusCode);
        var error = (await Json(response)).GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Contains(says, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static async Task Problem(HttpResponseMessage response, int status, string says)
    {
        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(says, (await Json(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();
}
