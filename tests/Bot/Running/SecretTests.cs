using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrustBot.Dialogs.Conversations;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Running;

/// <summary>Cards, passwords and one-time codes are planted everywhere and looked for everywhere.</summary>
public sealed class SecretTests
{
    private static readonly string[] Secrets = ["4111 1111 1111 1111", "4111111111111111", "5500-0000-0000-0004", "5500 0000 0000 0004", "5500000000000004", "Tr0ub4dor", "Hunter2secret", "482913", "739154"];

    [Fact]
    public async Task WhatACustomerAndAnAgentLetSlipIsNowhereToBeFound()
    {
        var everything = new Everything();
        await using var bot = await WholeBot.Start(services => services.AddSingleton<ILoggerProvider>(everything).AddLogging(l => l.SetMinimumLevel(LogLevel.Trace)));
        await bot.Open("c");
        await bot.Say("c", "I want to make a complaint");
        await bot.Finished("c");
        await bot.Say("c", "you charged my card 4111 1111 1111 1111 twice, my password is Tr0ub4dor and the code I got is 482913, this is not right", "secret-key");
        await bot.Finished("c");
        await bot.Say("c", "human please");
        await bot.Finished("c");
        await bot.AtDesk("c", "Ana", InternalEvents.Claim);
        await bot.Finished("c");
        await bot.AtDesk("c", "Ana", null, "Your new password is Hunter2secret and the verification code is 739154");
        await bot.AtDesk("c", "Ana", InternalEvents.Note, "card 5500-0000-0000-0004 checked");
        await bot.AtDesk("c", "Ana", InternalEvents.Return, value: new { agreed = "refund to card 5500 0000 0000 0004" });
        var now = await bot.Finished("c");
        Assert.Equal(Custody.Bot, now.Custody);
        Assert.Single(await bot.Log<EffectFinished>("c"), e => e.Done);

        var log = string.Join('\n', (await bot.Log("c")).Select(e => JsonSerializer.Serialize(e, ConversationJson.Default.ConversationEvent)));
        Clean(log, "the log");
        Clean(JsonSerializer.Serialize(now, ConversationJson.Default.Conversation), "the snapshot");
        // What was hidden left its mark, or this looked at the wrong place.
        Assert.Contains("[password]", log, StringComparison.Ordinal);
        Clean(string.Join('\n', everything.Lines), "the program's log");
        Assert.NotEmpty(everything.Lines);
        Files(bot.Folder);
    }

    [Fact]
    public async Task NeitherIsItInTheFilesOrTheOutputOfTheRealProgram()
    {
        await using var bot = await RunningBot.Start("--Turns:SettleMilliseconds=0", "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace");
        using var http = new HttpClient { BaseAddress = new(bot.Url) };
        using var token = await http.PostAsJsonAsync("/api/token", new { locale = "en" });
        var caller = new Caller(http, await token.Content.ReadFromJsonAsync<JsonElement>());
        await caller.Start();
        await caller.Say("I want to make a complaint");
        await caller.Lines(3);
        await caller.Say("you charged my card 4111-1111-1111-1111 twice, my password is Tr0ub4dor and the code I got is 482913, this is not right");
        var lines = await caller.Lines(5);
        Clean(string.Join('\n', lines.Select(l => l.GetRawText())), "what comes back");
        Assert.Contains("[password]", lines[3].GetProperty("text").GetString(), StringComparison.Ordinal);
        bot.Kill();
        Files(bot.Folder);
        Clean(bot.Output, "the program's output");
        Assert.Contains("Turn ", bot.Output, StringComparison.Ordinal);
    }

    private static void Files(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(files, f => f.EndsWith("trustbot.db", StringComparison.Ordinal));
        Assert.Contains(files, f => f.EndsWith("trustbot.db-wal", StringComparison.Ordinal));
        Assert.Contains(files, f => f.EndsWith("book", StringComparison.Ordinal));
        foreach (var file in files.Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[open.Length];
            open.ReadExactly(bytes);
            Clean(Encoding.Latin1.GetString(bytes), file);
            Clean(Encoding.Unicode.GetString(bytes), file);
        }
    }

    private static void Clean(string text, string where) =>
        Assert.All(Secrets, secret => Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret} stands in {where}."));

    private sealed class Everything : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];
        public ILogger CreateLogger(string categoryName) => this;
        public void Dispose() { }
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
