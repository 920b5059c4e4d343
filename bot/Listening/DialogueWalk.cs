using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Sensing;

namespace TrustBot.Listening;

/// <summary>A customer's turn of a dialogue, read with what had happened before.</summary>
/// <param name="At">Its place among the turns.</param>
/// <param name="Reading">What was read.</param>
/// <param name="Exchange">What the exchange showed.</param>
/// <param name="After">The ledger after it.</param>
internal sealed record WalkStep(int At, Reading Reading, float[] Exchange, Friction After);

/// <summary>Walks a dialogue as the bot would live it, half a minute a turn.</summary>
internal static class DialogueWalk
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(30);

    /// <summary>What a whole dialogue leaves, and when the next words come.</summary>
    public static (Friction After, DateTimeOffset Now) Through(LabelledDialogue dialogue, Sense sense)
    {
        var (friction, now) = (Friction.None, DateTimeOffset.UnixEpoch);
        foreach (var turn in dialogue.Turns)
        {
            now += Pace;
            friction = turn.Role == "customer" ? sense.Read(turn.Text, friction, false, now, dialogue.Culture).After : Answered(friction, turn);
        }
        return (friction, now + Pace);
    }

    /// <summary>Every turn of the customer.</summary>
    public static IEnumerable<WalkStep> Of(LabelledDialogue dialogue, Sense sense)
    {
        var (friction, now) = (Friction.None, DateTimeOffset.UnixEpoch);
        for (var at = 0; at < dialogue.Turns.Length; at++)
        {
            var turn = dialogue.Turns[at];
            now += Pace;
            if (turn.Role != "customer")
            {
                friction = Answered(friction, turn);
                continue;
            }
            var heard = sense.Hear(turn.Text, friction, now, dialogue.Culture);
            (var reading, friction, _) = sense.Read(turn.Text, friction, false, now, dialogue.Culture);
            yield return new(at, reading, heard.Exchange, friction);
        }
    }

    private static Friction Answered(Friction friction, DialogueTurn turn)
    {
        var act = turn.BotAct ?? "answer";
        return Exchange.Answered(friction, act, Normaliser.Plain(turn.Text), act == "fallback", act is "fallback" or "apologise");
    }
}
