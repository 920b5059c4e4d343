using TrustBot.Dialogs.Activities;
using TrustBot.Turns;

namespace TrustBot.Channels;

/// <summary>A customer comes to a channel that is ours: the conversation opens and the bot is told once that they are there.</summary>
internal static class Arrival
{
    /// <summary>The bot's account on our own channels; its name is said by the locale files.</summary>
    internal static ChannelAccount BotAccount { get; } = new() { Id = "bot", Role = Roles.Bot };

    /// <summary>The dedupe key of the arrival: no channel can make it up, since theirs all hold a colon.</summary>
    internal const string Key = "arrival";

    /// <returns>What became of it; null when the customer had arrived before.</returns>
    public static async Task<AcceptOutcome?> Of(FrontDoor door, ConversationReference reference, string? locale, CancellationToken cancel)
    {
        var conversation = await door.Open(reference.ConversationId, reference, locale, cancel);
        // Keys are kept for a day and conversations longer: the log itself says whether someone has come already.
        return conversation.Version > 1 ? null : await door.Accept(conversation.Id, Key, Joined(reference, locale), cancel);
    }

    private static Activity Joined(ConversationReference reference, string? locale) => new()
    {
        Type = ActivityTypes.ConversationUpdate,
        ChannelId = reference.ChannelId,
        Conversation = new ConversationAccount { Id = reference.ConversationId },
        From = reference.User,
        Recipient = reference.Bot,
        MembersAdded = [reference.User!, reference.Bot!],
        Locale = locale,
    };
}
