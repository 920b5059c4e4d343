using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;
using TrustBot.Turns;
using ChannelIds = TrustBot.Dialogs.Activities.Channels;

namespace TrustBot.CommandLine;

/// <summary>Talks in the terminal: the whole bot on a store of its own that goes when the talk ends.</summary>
internal static class ChatCommand
{
    public static async Task<int> Run(Func<string[], WebApplication> assemble, string[] settings, string locale, string zone, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("trustbot-chat-");
        try
        {
            string[] own = ["--urls", "http://127.0.0.1:0", $"--Store:Path={Path.Combine(folder.FullName, "chat.db")}", $"--KeyRing:Path={Path.Combine(folder.FullName, "keys")}", $"--SampleBusiness:Path={Path.Combine(folder.FullName, "book")}", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:Microsoft=Error", StartUp.Quiet, "--Turns:SettleMilliseconds=0"];
            await using var app = assemble([.. own, .. settings]);
            await app.StartOrSayWhyNot(cancel);
            await Talk(app.Services, locale, zone, cancel);
            await app.StopAsync(CancellationToken.None);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Talk(IServiceProvider services, string locale, string zone, CancellationToken cancel)
    {
        var (door, store, feed) = (services.GetRequiredService<FrontDoor>(), services.GetRequiredService<IConversationStore>(), services.GetRequiredService<ConversationFeed>());
        var reference = new ConversationReference { ChannelId = ChannelIds.Console, ConversationId = "console", User = new() { Id = "you" } };
        var conversation = await door.Open("console", reference, locale, cancel);
        var shown = ShowAll(store, feed, conversation, cancel);
        await Send(new() { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new() { Id = "you" }] });
        while (await Console.In.ReadLineAsync(cancel) is { } line)
            if (line.Trim().Length > 0) await Send(new() { Type = ActivityTypes.Message, Text = line });

        async Task Send(Activity activity)
        {
            var said = activity with { ChannelId = ChannelIds.Console, Locale = locale, LocalTimezone = zone.Length > 0 ? zone : null, From = new() { Id = "you", Role = Roles.User } };
            if (await door.Accept("console", Guid.NewGuid().ToString("N"), said, cancel) is AcceptOutcome.Done done)
                await door.Answered("console", done.Seq, TimeSpan.FromSeconds(10), cancel);
            await Task.WhenAny(shown, Task.Delay(50, cancel));
        }
    }

    private static async Task ShowAll(IConversationStore store, ConversationFeed feed, Conversation conversation, CancellationToken cancel)
    {
        using var listener = feed.Listen(conversation.Id);
        for (var after = 0L; ;)
        {
            foreach (var entry in await store.Read(conversation.Id, after, 200, cancel))
            {
                after = entry.Seq;
                if (entry.Event is not Said said) continue;
                Console.WriteLine($"{said.Activity.From?.Name}: {said.Activity.Text}");
                if (said.Activity.SuggestedActions is { } chips) Console.WriteLine($"    [{string.Join("] [", chips.Actions.Select(a => a.Title))}]");
            }
            await listener.Changed.ReadAsync(cancel);
        }
    }
}
