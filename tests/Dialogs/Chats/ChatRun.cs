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

    /// <summary>
    /// Plays a chat with a bot that hears more than the file's writer thought of: kind words and offers may be added, care
    /// may become crisis, a person may come sooner once the customer is in trouble. Answers must be given all the same.
    /// </summary>
    /// <exception cref="ChatFault">An answer is missing, danger was missed, or somebody took over for nothing.</exception>
    public static void Loosely(Chat chat, IChatBot bot)
    {
        var said = bot.Open(chat).ToList();
        var sooner = false;
        foreach (var step in chat.Steps)
            switch (step)
            {
                // Once a person is awaited sooner than written, what the AI would have said is no matter.
                case ChatStep.BotSaid written when !sooner:
                    if (written.Phrases.FirstOrDefault(p => !Kind(p) && !said.Exists(s => Means(s, p))) is { } missing)
                    {
                        sooner = said.Exists(s => s is "handoff" || s.StartsWith("crisis", StringComparison.Ordinal)) && chat.Steps.OfType<ChatStep.DeskShows>().Any();
                        if (!sooner) throw new ChatFault(chat.Path, step.Line, $"{{{missing}}} is missing: the bot said {Told(said)}.");
                    }
                    break;
                case ChatStep.UserSays user when !sooner || bot.Custody is Custody.Bot or Custody.Offered:
                    sooner |= bot.Custody == Custody.Waiting && !chat.Steps.TakeWhile(s => s != step).OfType<ChatStep.DeskShows>().Any(s => s.Custody == Custody.Waiting);
                    said = [.. bot.User(user.Words)];
                    break;
                case ChatStep.DeskDoes desk when !sooner:
                    said = [.. bot.Desk(desk.Deed)];
                    break;
                case ChatStep.TimePasses time:
                    said = [.. bot.Advance(time.By)];
                    break;
                case ChatStep.QueueStands queue:
                    bot.Queue(queue.Queue);
                    break;
            }
        var needsOne = chat.Steps.OfType<ChatStep.DeskShows>().Any(s => s.Custody == Custody.Waiting);
        if (needsOne && bot.Custody is Custody.Bot && !chat.Steps.OfType<ChatStep.DeskDoes>().Any()) throw new ChatFault(chat.Path, 1, "nobody was called.");
        if (!chat.Steps.OfType<ChatStep.DeskShows>().Any() && bot.Custody is Custody.Waiting) throw new ChatFault(chat.Path, 1, $"a person was called for nothing, reason {bot.Reason}.");
    }

    private static bool Kind(string phrase) => phrase is "apology" or "empathy" or "offer-human";

    private static bool Means(string said, string written) => said == written
        || (written.StartsWith("care", StringComparison.Ordinal) && (said.StartsWith("crisis", StringComparison.Ordinal) || said is "care" or "offer-human"))
        || (written is "not-understood" or "not-understood-offer" && said is "not-understood" or "not-understood-offer" or "offer-human" or "apology" or "empathy" or "clarify-one" or "clarify")
        || (written == "handoff" && said == "offer-human")
        || (written is "register-polite" or "register-casual" or "register-formal" && said.StartsWith("register-", StringComparison.Ordinal));

    private static string Told(IReadOnlyCollection<string> phrases) => phrases.Count == 0 ? "nothing" : string.Join(' ', phrases.Select(p => $"{{{p}}}"));
}
