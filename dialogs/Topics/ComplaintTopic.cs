using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs.Topics;

/// <summary>A complaint: taken in the customer's own words, filed once, with a reference and a day of answer.</summary>
internal static class ComplaintTopic
{
    public const string Name = "complaint";
    public const string EffectKind = "file-complaint";

    /// <summary>Shorter than this, the first message only announces a complaint and does not tell it.</summary>
    private const int TellsSomething = 60;

    public static TopicOutcome Run(TopicTurn turn)
    {
        var asked = turn.Conversation.Topic is { Name: Name, Asking: Slots.Complaint };
        if (!asked && turn.Text.Length < TellsSomething) return Ask.For(Name, Slots.Complaint, "ask-complaint");
        var reference = Reference(turn.Seed);
        var due = turn.Now + turn.Policy.Times["complaint-answer"];
        var time = Written.Date(turn.Style, due, turn.Zone);
        return new TopicOutcome.Answered(new()
        {
            Lines = [Line.Of("complaint-filed", ("reference", reference), ("time", time))],
            Act = "confirm",
            Topic = TopicState.None,
            Slots = ImmutableSortedDictionary<string, string>.Empty.Add(Slots.Complaint, Slots.Beginning(turn.Text)),
            Facts = [new($"complaint {reference}", time, turn.Now, "source-orders")],
            Effects = [new($"{turn.Seed}|{EffectKind}", EffectKind, Data(("reference", reference), ("words", turn.Text), ("order", turn.Slot(Slots.Order) ?? ""), ("promise", $"complaint {reference}")))],
            Promises = [new($"complaint {reference}", "complaint-answer", due, turn.Zone ?? "UTC", time, "open", reference)],
        });
    }

    /// <summary>A reference that follows from the conversation and the sequence; of signs that look or sound alike it has one at most.</summary>
    private static string Reference(string seed)
    {
        const string Letters = "234679CDFHJKMNPQRTWXY";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        return "CP-" + string.Concat(hash.Take(7).Select(b => Letters[b % Letters.Length]));
    }

    internal static ImmutableSortedDictionary<string, string> Data(params ReadOnlySpan<(string Name, string Value)> values) => Line.Of("", values).Values;
}
