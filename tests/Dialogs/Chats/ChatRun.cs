using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs.Tests.Chats;

/// <summary>The bot as a <c>.chat</c> file sees it. What is said comes back as phrase keys, in the order said.</summary>
internal interface IChatBot
{
    /// <summary>Opens the conversation as the file's head says; what is said before the customer writes.</summary>
    IReadOnlyList<string> Open(Chat chat);

    IReadOnlyList<string> User(string words);

    IReadOnlyList<string> Desk(DeskDeed deed);

    /// <summary>Moves the clock, doing what falls due on the way in its order.</summary>
    IReadOnlyList<string> Advance(TimeSpan by);

    /// <summary>How the queue stands from now on.</summary>
    void Queue(QueueFact queue);

    /// <summary>Whether a system answers from now on.</summary>
    void Set(string system, bool up);

    Custody Custody { get; }

    /// <summary>Code of the weightiest reason of the last handoff; null when there was none.</summary>
    string? Reason { get; }
}

/// <summary>Plays a chat: what the bot says must stand in the file, all of it, in order.</summary>
internal static class ChatRun
{
    /// <exception cref="ChatFault">The bot did something else.</exception>
    public static void Play(Chat chat, IChatBot bot)
    {
        var unheard = new Queue<string>(bot.Open(chat));
        foreach (var step in chat.Steps)
        {
            switch (step)
            {
                case ChatStep.BotSaid said:
                    Hear(said);
                    break;
                case ChatStep.DeskShows shown:
                    if (bot.Custody != shown.Custody || (shown.Reason is { } reason && reason != bot.Reason))
                        throw Fault(step, $"the desk shows {bot.Custody.ToString().ToLowerInvariant()}, reason {bot.Reason ?? "none"}");
                    break;
                case ChatStep.QueueStands queue:
                    bot.Queue(queue.Queue);
                    break;
                case ChatStep.SystemIs system:
                    bot.Set(system.System, system.Up);
                    break;
                case ChatStep.UserSays user:
                    Act(step, () => bot.User(user.Words));
                    break;
                case ChatStep.DeskDoes desk:
                    Act(step, () => bot.Desk(desk.Deed));
                    break;
                case ChatStep.TimePasses time:
                    Act(step, () => bot.Advance(time.By));
                    break;
            }
        }
        NothingUnheard(chat.Steps[^1], "at the end");

        void Act(ChatStep step, Func<IReadOnlyList<string>> act)
        {
            NothingUnheard(step, "before this line");
            unheard = new(act());
        }

        // Several bot: lines in a row share what was said; an empty one says that nothing is left to hear.
        void Hear(ChatStep.BotSaid step)
        {
            string[] heard = [.. unheard];
            if (step.Phrases.Count == 0 ? heard.Length > 0 : !heard.Take(step.Phrases.Count).SequenceEqual(step.Phrases))
                throw Fault(step, $"the bot said {Told(heard)}");
            foreach (var _ in step.Phrases) unheard.Dequeue();
        }

        void NothingUnheard(ChatStep step, string when)
        {
            if (unheard.Count > 0) throw Fault(step, $"{when} the bot said {Told(unheard)}, which no bot: line has");
        }

        ChatFault Fault(ChatStep step, string problem) => new(chat.Path, step.Line, $"\"{step.Text}\": {problem}.");
    }

    private static string Told(IReadOnlyCollection<string> phrases) => phrases.Count == 0 ? "nothing" : string.Join(' ', phrases.Select(p => $"{{{p}}}"));
}
