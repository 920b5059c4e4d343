using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TrustBot.Dialogs.Conversations;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Running;

/// <summary>A real process under load, killed as a power cut kills, at moments chance chooses.</summary>
public sealed class KillTests
{
    private const string Complaint = "the router broke twice and nobody called me back as you had promised";

    [Fact]
    public Task NothingAcknowledgedIsLostDoubledOrOutOfOrderWhenTheProcessIsKilled() => Survive(seed: 17, customers: 20, messages: 60, kills: 3);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("Category", "Long")]
    public Task ManyKillsLaterStillNothingIsLost(int seed) => Survive(seed, customers: 40, messages: 150, kills: 15);

    private static async Task Survive(int seed, int customers, int messages, int kills)
    {
        var chance = new Random(seed);
        await using var bot = await RunningBot.Start("--Turns:SettleMilliseconds=50", "--DirectLine:StartsPerMinute=1000", "--DirectLine:CallsPerMinute=60000");
        var talks = await Task.WhenAll(Enumerable.Range(0, customers).Select(i => Talk.Begin(bot.Url, i)));
        var all = Task.WhenAll(talks.Select(t => t.Run(messages)));
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(chance.Next(150, 900));
            bot.Kill();
            await bot.StartAgain();
        }
        Assert.False(all.IsCompleted, "The load was over before the last kill.");
        foreach (var talk in talks) talk.Enough = true;
        await all;
        Assert.True(await bot.Stop() == 0, bot.Output);

        await using var left = new Inspection(bot.Folder);
        Assert.Empty(await left.Store.WithOpenWork(1000, default));
        foreach (var talk in talks) await Check(talk, left);
        var complaints = talks.Count(t => t.Complains);
        Assert.Equal((complaints, complaints), (left.Deeds().Count, left.Deeds().Distinct().Count()));
    }

    private static async Task Check(Talk talk, Inspection left)
    {
        var log = await left.Log(talk.Id);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Seq));
        var events = log.Select(e => e.Event).ToList();
        Assert.Equal(talk.Acknowledged, events.OfType<Accepted>().Where(a => a.Key.StartsWith("dl:", StringComparison.Ordinal)).Select(a => a.Key["dl:".Length..]));
        var answered = events.OfType<TurnFinished>().SelectMany(t => t.Keys).ToList();
        Assert.Equal(events.OfType<Accepted>().Select(a => a.Key).Order(StringComparer.Ordinal), answered.Order(StringComparer.Ordinal));
        Assert.Equal("disclosure", events.OfType<Said>().First().Phrases[0]);
        Assert.Single(events.OfType<Disclosed>());
        Assert.Empty(events.OfType<TurnFailed>());
        Assert.Equal(talk.Complains ? 1 : 0, events.OfType<EffectRequested>().Count());
        Assert.Equal(talk.Complains ? 1 : 0, events.OfType<EffectFinished>().Count(e => e.Done));
    }

    /// <summary>One customer: says one thing after the other, each until it is acknowledged.</summary>
    private sealed class Talk(HttpClient http, Caller caller, int number)
    {
        public string Id => caller.Id;
        public bool Complains => number % 2 == 0;
        public bool Enough { get; set; }
        public List<string> Acknowledged { get; } = [];

        public static async Task<Talk> Begin(string url, int number)
        {
            var http = new HttpClient { BaseAddress = new(url) };
            using var token = await http.PostAsJsonAsync("/api/token", new { locale = "en" });
            var caller = new Caller(http, await token.Content.ReadFromJsonAsync<JsonElement>());
            await caller.Start();
            return new(http, caller, number);
        }

        public async Task Run(int messages)
        {
            if (Complains)
            {
                await Say("I want to make a complaint");
                await Heard(2);
                await Say(Complaint);
            }
            for (var i = 0; i < messages && !(Enough && i > 5); i++)
            {
                await Say(i % 3 == 0 ? $"where is my order LN-100{i % 9}" : $"thank you, number {i}");
                await Task.Delay(100 + 13 * number % 90);
            }
            http.Dispose();
        }

        private async Task Say(string text)
        {
            var id = $"{number}-{Acknowledged.Count}";
            await Until(async () => (await caller.Say(text, id)).StatusCode);
            Acknowledged.Add(id);
        }

        private async Task Heard(int lines) => await Until(async () =>
        {
            using var response = await http.GetAsync($"{caller.Conversation}/activities");
            if (!response.IsSuccessStatusCode) return response.StatusCode;
            var said = (await Caller.Json(response)).GetProperty("activities").EnumerateArray().Count(a => a.GetProperty("from").GetProperty("role").GetString() == "bot");
            return said >= lines ? HttpStatusCode.OK : HttpStatusCode.Continue;
        });

        private static async Task Until(Func<Task<HttpStatusCode>> done)
        {
            for (var attempt = 0; attempt < 1500; attempt++)
            {
                try
                {
                    var status = await done();
                    if (status == HttpStatusCode.OK) return;
                    Assert.True(status is HttpStatusCode.Continue or HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests, $"Status {status}");
                }
                catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
                {
                    // Killed in the middle of it: nobody knows whether it was heard, so it is said again.
                    Assert.True(attempt < 1400, e.Message);
                }
                await Task.Delay(30);
            }
            Assert.Fail("The bot never came back.");
        }
    }
}
