using System.Text.Json;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;
using TrustBot.Turns;

namespace TrustBot.Tests.Support;

/// <summary>Stands in for the turn: greets who arrives, repeats what is said, and pushes as the runner does.</summary>
internal sealed class Parrot(IConversationStore store, ConversationFeed feed, IEnumerable<IPush> pushes, TimeProvider clock)
{
    private static readonly ChannelAccount Bot = new() { Id = "bot", Name = "Lantern assistant (AI)" };

    /// <summary>While false, what is accepted stays unanswered.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>What pushing came to, newest last.</summary>
    public List<PushOutcome> Outcomes { get; } = [];

    public async Task Run(string conversationId)
    {
        if (!Answers) return;
        var now = await store.Load(conversationId, default);
        if (now is null || now.Pending.IsEmpty) return;
        foreach (var pending in now.Pending.Select(p => (p.Seq, p.Accepted.Activity)))
            if (Answer(pending.Activity) is { } answer)
                await Say(conversationId, answer, Roles.Bot, pending.Seq);
        var after = (await store.Load(conversationId, default))!;
        await store.Append(new(
            after with { Version = after.Version + 1, Pending = after.Pending.RemoveRange(now.Pending) }, after.Version,
            [new TurnFinished([.. now.Pending.Select(p => p.Accepted.Key)], "", "")], clock.GetUtcNow()), default);
        feed.Announce(conversationId);
    }

    /// <summary>Says a line in the conversation, as the AI or, with a name, as a human agent.</summary>
    public async Task Say(string conversationId, Activity line, string speaker, long replyTo = 0)
    {
        var said = new Said(line with { From = speaker == Roles.Agent ? line.From : Bot }, speaker, [], replyTo, false);
        AppendOutcome outcome;
        do
        {
            var now = (await store.Load(conversationId, default))!;
            outcome = await store.Append(new(now with { Version = now.Version + 1 }, now.Version, [said], clock.GetUtcNow()), default);
            if (outcome is not AppendOutcome.Appended appended) continue;
            feed.Announce(conversationId);
            if (pushes.FirstOrDefault(p => p.Serves(now.Reference)) is { } push)
                Outcomes.Add(await push.Send(now.Reference, Transcript.Visible(now, appended.Entries[0])!, default));
        }
        while (outcome is AppendOutcome.Conflict);
    }

    public static Activity Line(string text, params string[] chips) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        SuggestedActions = chips.Length == 0 ? null : new()
        {
            To = ["someone"],
            Actions = [.. chips.Select(c => new CardAction { Type = "imBack", Title = c, Value = JsonSerializer.SerializeToElement(c) })],
        },
    };

    private static Activity? Answer(Activity activity) => activity.Type switch
    {
        ActivityTypes.ConversationUpdate => Line("Hello. I am an AI, not a person.", "Talk to a person", "Where is my order"),
        ActivityTypes.Message => Line($"You said: {activity.Text}"),
        _ => null,
    };
}
