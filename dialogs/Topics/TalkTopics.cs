using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs.Topics;

/// <summary>Talk about the talk: greeting, thanks, what can you do, why, start over, are you human.</summary>
internal static class TalkTopics
{
    public const string Why = "why", StartOver = "start-over", Can = "what-can-you-do", Goodbyes = "goodbye";

    /// <summary>By the customer's own clock; without one, the greeting of any hour.</summary>
    public static TopicOutcome Greeting(TopicTurn turn) =>
        TopicOutcome.Say(GreetingNow(turn), new() { Lines = [], Chips = ["chip-order", "chip-refund", "chip-complaint", "chip-human"], Topic = turn.Conversation.Topic });

    private static Line GreetingNow(TopicTurn turn) => Written.PartOfDay(turn.Style, turn.Now, turn.Zone) switch
    {
        DayPart.Morning => Line.Of("greeting-morning"),
        DayPart.Midday => Line.Of("greeting-midday"),
        DayPart.Afternoon => Line.Of("greeting-afternoon"),
        DayPart.Evening => Line.Of("greeting-evening"),
        _ => Line.Of("greeting"),
    };

    public static TopicOutcome Goodbye(TopicTurn turn) =>
        TopicOutcome.Say(Line.Of(turn.Heard.Contains("thanks") ? "thanks-reply" : "goodbye"), new() { Lines = [], Topic = turn.Conversation.Topic });

    public static TopicOutcome WhatCanYouDo(TopicTurn turn) =>
        TopicOutcome.Say(Line.Of("what-can-you-do", ("human_word", HumanWord(turn))), new() { Lines = [], Chips = ["chip-order", "chip-refund", "chip-complaint", "chip-callback", "chip-human"], Topic = turn.Conversation.Topic });

    public static TopicOutcome AmIHuman(TopicTurn turn) =>
        TopicOutcome.Say(Line.Of("am-i-human", ("human_word", HumanWord(turn))), new() { Lines = [], Chips = ["chip-human"], Topic = turn.Conversation.Topic });

    public static TopicOutcome Restart(TopicTurn turn) =>
        TopicOutcome.Say(Line.Of("start-over"), new() { Lines = [], Act = "confirm", Chips = ["chip-order", "chip-refund", "chip-complaint", "chip-human"] });

    /// <summary>Answered from the decision's own reasons, or from the system the last answer came from.</summary>
    public static TopicOutcome Explain(TopicTurn turn)
    {
        var conversation = turn.Conversation;
        var handed = conversation.LastDecision is { Act: Act.HandOffNow or Act.Crisis or Act.Care or Act.OfferHuman, Reasons.Length: > 0 };
        if (handed && conversation.LastGrounds.IsEmpty)
            return TopicOutcome.Say(Line.Of("why-handoff", ("reason", Wording.Label(turn.Style, $"reason-{conversation.LastDecision!.Reasons[0].Code}"))));
        return conversation.LastGrounds is [var source, { Length: > 0 } key]
            ? TopicOutcome.Say(Line.Of("why-said", ("source", Wording.Label(turn.Style, source)), ("key", key)), new() { Lines = [], Topic = conversation.Topic })
            : TopicOutcome.Say(Line.Of("why-nothing"), new() { Lines = [], Topic = conversation.Topic });
    }

    private static string HumanWord(TopicTurn turn) => turn.Style.Culture.Voice.HumanWord;
}
