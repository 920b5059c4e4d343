using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Sensing;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs.Topics;

/// <summary>
/// Which topic a turn is about: what was asked for goes on, a sure recognition begins, an unsure one costs one
/// clarifying question, and what is not understood is said to be so. A guess is never acted on.
/// </summary>
public static class Choose
{
    internal const string ClarifyTopic = "(clarify)";

    private static readonly string[] Trouble = ["frustration", "frustration-strong", "dissatisfaction", "abuse", "sarcasm"];

    private static readonly ImmutableSortedDictionary<string, Func<TopicTurn, TopicOutcome>> Table =
        new Dictionary<string, Func<TopicTurn, TopicOutcome>>
        {
            [OrderTopic.Name] = OrderTopic.Run,
            [RefundTopic.Name] = RefundTopic.Run,
            [ComplaintTopic.Name] = ComplaintTopic.Run,
            [CallbackTopic.Name] = CallbackTopic.Run,
            [HouseTopics.Bill] = HouseTopics.RunBill,
            [HouseTopics.Outage] = HouseTopics.RunOutage,
            [HouseTopics.Hours] = HouseTopics.RunHours,
            [TalkTopics.Can] = TalkTopics.WhatCanYouDo,
            [TalkTopics.Why] = TalkTopics.Explain,
            [TalkTopics.StartOver] = TalkTopics.Restart,
            ["greeting"] = TalkTopics.Greeting,
            [TalkTopics.Goodbyes] = TalkTopics.Goodbye,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Names of the topics the code can answer; the locale files must name each of them.</summary>
    public static IEnumerable<string> Names => Table.Keys;

    /// <summary>Whether the words ask for a topic, or answer what was asked.</summary>
    public static bool IsAsked(TopicTurn turn, TopicIndex index) =>
        Sure(turn, index.Guess(turn.Style.Culture.Tag, Normaliser.Plain(turn.Text))) is not (null or "greeting") || Slots.In(turn.Text).Count > 0
        || (turn.Conversation.Topic is { Asking.Length: > 0 } state && Answers(turn, state));

    /// <summary>Whether the words ask to be called back: a person, but in the customer's own time.</summary>
    public static bool AsksForACall(TopicTurn turn, TopicIndex index) =>
        Sure(turn, index.Guess(turn.Style.Culture.Tag, Normaliser.Plain(turn.Text))) == CallbackTopic.Name;

    /// <summary>Runs the topic of this turn.</summary>
    public static TopicOutcome Run(TopicTurn turn, TopicIndex index)
    {
        if (turn.Heard.Contains("are-you-human")) return TalkTopics.AmIHuman(turn);
        var state = turn.Conversation.Topic;
        var guesses = index.Guess(turn.Style.Culture.Tag, Normaliser.Plain(turn.Text));
        if (state.Name == ClarifyTopic && Chosen(turn, state) is { } chosen) return Run(chosen, turn);
        var sure = Sure(turn, guesses);
        // An answer to our question goes on with its topic, unless the words clearly change the subject.
        if (state.Asking.Length > 0 && Table.TryGetValue(state.Name, out var asked) && (sure == state.Name || (Answers(turn, state) && !Changes(state, sure)))) return asked(turn);
        if (sure is not null) return Run(sure, turn);
        // A number told without a question: what was last talked about, or where the order is.
        if (Slots.In(turn.Text) is { Count: > 0 } told && OfNumber(state, told) is { } meant) return Run(meant, turn);
        if (turn.Heard.Contains("thanks")) return TalkTopics.Goodbye(turn);
        return Unsure(turn, guesses);
    }

    /// <summary>
    /// The few topics the AI still serves while a human is awaited: who it is, why, a call back. Null for all others.
    /// </summary>
    public static TopicOutcome? WhileWaiting(TopicTurn turn, TopicIndex index)
    {
        if (turn.Heard.Contains("are-you-human")) return TalkTopics.AmIHuman(turn);
        var state = turn.Conversation.Topic;
        if (state.Name == CallbackTopic.Name && state.Asking.Length > 0 && Answers(turn, state)) return CallbackTopic.Run(turn);
        return Sure(turn, index.Guess(turn.Style.Culture.Tag, Normaliser.Plain(turn.Text))) switch
        {
            CallbackTopic.Name => CallbackTopic.Run(turn),
            TalkTopics.Why => TalkTopics.Explain(turn),
            _ => null,
        };
    }

    /// <summary>A topic the code knows, or one that a designer gave an answer.</summary>
    private static TopicOutcome Run(string topic, TopicTurn turn) =>
        Table.TryGetValue(topic, out var run) ? run(turn) : TopicOutcome.Say(Line.Of(Locales.TopicExamples.AnswerKey(topic)), new() { Lines = [], Chips = ["chip-human"], Topic = new(topic, "", []) });

    private static string? Sure(TopicTurn turn, IReadOnlyList<TopicGuess> guesses) =>
        guesses.Count > 0 && guesses[0].Likeness >= turn.Policy.Topics["sure"]
        && (guesses.Count == 1 || guesses[0].Likeness >= guesses[1].Likeness * turn.Policy.Topics["apart"] || guesses[0].Likeness > 0.9)
            ? guesses[0].Topic
            : null;

    private static bool Answers(TopicTurn turn, TopicState state) => state.Asking switch
    {
        "confirm" => turn.Heard.Contains("yes") || turn.Heard.Contains("no"),
        Slots.Daypart => turn.Heard.Overlaps(["morning", "afternoon", "evening"]),
        // A few words that wave the matter away are not the complaint.
        Slots.Complaint => turn.Text.Trim().Length > (turn.Heard.Overlaps(["no", "dissatisfaction"]) ? 20 : 8),
        // A place is named in a few words; a complaint about the question is none.
        Slots.Area => turn.Text.Trim().Length is > 1 and <= 60 && !turn.Heard.Overlaps(Trouble),
        _ => Slots.In(turn.Text).ContainsKey(state.Asking),
    };

    /// <summary>
    /// Whether words that could be an answer in the customer's own words ask for something else instead. A complaint may
    /// be about anything; only talk about the talk leaves it.
    /// </summary>
    private static bool Changes(TopicState state, string? sure) => sure is not null && state.Asking switch
    {
        Slots.Area => true,
        Slots.Complaint => sure is TalkTopics.Why or TalkTopics.StartOver or TalkTopics.Can or TalkTopics.Goodbyes,
        _ => false,
    };

    private static string? OfNumber(TopicState state, ImmutableSortedDictionary<string, string> told) =>
        told.ContainsKey(Slots.Order) ? state.Name is OrderTopic.Name or RefundTopic.Name ? state.Name : OrderTopic.Name
        : told.ContainsKey(Slots.Account) ? HouseTopics.Bill
        : state.Name == CallbackTopic.Name ? CallbackTopic.Name
        : null;

    private static string? Chosen(TopicTurn turn, TopicState state)
    {
        var said = Normaliser.Plain(turn.Text);
        if (state.Choices.Length == 1) return turn.Heard.Contains("yes") ? state.Choices[0] : null;
        if (said is "1" or "2") return state.Choices[said[0] - '1'];
        return state.Choices.FirstOrDefault(c => turn.Style.Culture.Topics[c].Name is var name && said == Normaliser.Plain(name));
    }

    private static TopicOutcome.Answered Unsure(TopicTurn turn, IReadOnlyList<TopicGuess> guesses)
    {
        var asked = turn.Conversation.Topic.Name == ClarifyTopic;
        // Nobody comes about a greeting: asked whether it is about saying hello, they learn only that we did not listen.
        var worth = guesses.Where(g => g.Likeness >= turn.Policy.Topics["ask"] && g.Topic is not ("greeting" or "goodbye")).Take(2).ToList();
        if (asked || worth.Count == 0) return NotUnderstood(turn);
        var two = worth.Count == 2 && worth[1].Likeness * turn.Policy.Topics["apart"] > worth[0].Likeness;
        string Name(int i) => turn.Style.Culture.Topics[worth[i].Topic].Name;
        return new(new()
        {
            Lines = [two ? Line.Of("clarify", ("first", Name(0)), ("second", Name(1))) : Line.Of("clarify-one", ("first", Name(0)))],
            Act = "clarify",
            Chips = two ? [$"={Name(0)}", $"={Name(1)}", "chip-human"] : ["chip-yes", "chip-no", "chip-human"],
            Topic = new(ClarifyTopic, "", two ? [worth[0].Topic, worth[1].Topic] : [worth[0].Topic]),
        });
    }

    private static TopicOutcome.Answered NotUnderstood(TopicTurn turn)
    {
        var offer = turn.Conversation.Friction.NotUnderstood + 1 >= turn.Policy.Counts["not-understood-offer"];
        return new(new()
        {
            Lines = [offer ? Line.Of("not-understood-offer", ("human_word", turn.Style.Culture.Voice.HumanWord)) : Line.Of("not-understood")],
            Act = "fallback",
            Chips = offer ? ["chip-yes", "chip-no", "chip-human"] : ["chip-order", "chip-refund", "chip-complaint", "chip-human"],
            NotUnderstood = true,
            OffersHuman = offer,
        });
    }
}
