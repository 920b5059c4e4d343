using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Triage;

namespace TrustBot.Listening;

/// <summary>Whether the bot steps aside when a good service person would.</summary>
/// <param name="Dialogues">How many.</param>
/// <param name="Within">Golden transfer within tolerance 1, 2 and 3 (after Liu et al. 2021, "Time to Transfer", without their early and late penalties): exp(−d²/2T²) for a hand-off d customer turns off, 1 for none where none is due, 0 for a missed or needless one.</param>
/// <param name="FalsePer100">Needless hand-offs per hundred dialogues that need none.</param>
/// <param name="Missed">Hand-offs that were due and did not come.</param>
/// <param name="MissedDanger">Of those, the ones due for danger.</param>
/// <param name="Lead">Mean turns between hand-off and when it was due; below zero is early.</param>
/// <param name="Mistakes">What went wrong, a line each.</param>
internal sealed record HandOffTiming(int Dialogues, double[] Within, double FalsePer100, int Missed, int MissedDanger, double Lead, IReadOnlyList<string> Mistakes)
{
    public static HandOffTiming Of(IReadOnlyList<JudgedDialogue> dialogues, Policy policy)
    {
        var (score, needless, calm, missed, danger, leads, mistakes) = (new double[3], 0, 0, 0, 0, new List<int>(), new List<string>());
        foreach (var (_, dialogue, readings) in dialogues)
        {
            var steps = readings.Select(r => r.At).ToList();
            var conversation = Conversation.Open("evaluate", new() { ChannelId = "directline", ConversationId = "evaluate" }, dialogue.Culture, DateTimeOffset.UnixEpoch);
            var steppedAside = readings.Select((r, i) => (r, i)).Where(x => Decide.What(x.r.Reading, x.r.After, conversation, policy).Act is Act.HandOffNow or Act.Crisis).Select(x => (int?)x.i).FirstOrDefault();
            int? due = dialogue.HandoffAt is { } at ? steps.IndexOf(at) : null;
            if (due is null) calm++;
            for (var t = 1; t <= 3; t++)
                score[t - 1] += (steppedAside, due) switch { (null, null) => 1, ({ } a, { } b) => Math.Exp(-(a - b) * (a - b) / (2.0 * t * t)), _ => 0 };
            if (steppedAside is not null && due is null) needless++;
            if (steppedAside is null && due is not null)
            {
                missed++;
                if (dialogue.HandoffReason == "distress") danger++;
            }
            if (steppedAside is { } s && due is { } d) leads.Add(s - d);
            if (steppedAside != due) mistakes.Add(FormattableString.Invariant($"{dialogue.Id} due {(object?)due ?? "never"} ({dialogue.HandoffReason}), came {(object?)steppedAside ?? "never"}"));
        }
        var n = Math.Max(1, dialogues.Count);
        return new(dialogues.Count, [.. score.Select(s => s / n)], 100.0 * needless / Math.Max(1, calm), missed, danger, leads.Count == 0 ? 0 : leads.Average(), mistakes);
    }
}
