using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Speaking;

/// <summary>How this customer is spoken to now. One reply has one style, so that registers never mix.</summary>
public sealed record Style(Culture Culture, Register Register, Mood Mood)
{
    /// <summary>The style of a conversation: the culture's register, moved by the customer's wish, by how they write and by mood.</summary>
    public static Style Of(Conversation conversation, LocaleSet locales)
    {
        var culture = locales.Find(conversation.Culture) ?? locales[LocaleSet.Base];
        var habits = culture.Voice.Registers;
        var register = conversation.RegisterWished ?? conversation.Mood switch
        {
            Mood.Distressed => habits.Distressed,
            Mood.Strained => habits.Strained,
            _ => conversation.RegisterLed ?? habits.Default,
        };
        return new(culture, register, conversation.Mood);
    }

    /// <summary>The register the customer leads us into, if this culture follows there; else what it was.</summary>
    public static Register? Led(Culture culture, Register? before, Register? heard) =>
        heard is { } r && culture.Voice.Registers.Follows.Contains(r) ? r : before;

    /// <summary>The register a customer asks for in words; where the culture does not speak it, the nearest one it speaks. Null without a wish.</summary>
    public static Register? Wished(Culture culture, IReadOnlySet<string> heard)
    {
        Register? wish = heard.Contains("wants-casual") ? Register.Casual : heard.Contains("wants-formal") ? Register.Formal : heard.Contains("wants-polite") ? Register.Polite : null;
        return wish is not { } asked ? null : culture.Voice.Registers.Spoken.MinBy(r => Math.Abs(r - asked));
    }

    /// <summary>
    /// Mood after a turn: up at once, down one step at a time, and only when the friction is really gone.
    /// </summary>
    public static Mood MoodAfter(Mood before, bool distressed, bool strained, bool calmAgain) =>
        distressed ? Mood.Distressed
        : strained ? (Mood)Math.Max((int)before, (int)Mood.Strained)
        : calmAgain && before > Mood.Calm ? before - 1
        : before;
}
