using System.Collections.Concurrent;
using TrustBot.Dialogs.Activities;
using TrustBot.Turns;

namespace TrustBot.Tests.Support;

/// <summary>A channel that is pushed to: keeps what it is sent and answers as it is told.</summary>
internal sealed class FakePush : IPush
{
    public ConcurrentQueue<string> Sent { get; } = [];

    /// <summary>What becomes of a line; it may wait as long as it likes.</summary>
    public Func<Activity, Task<PushOutcome>> Answer { get; set; } = _ => Task.FromResult(new PushOutcome(PushResult.Delivered));

    public bool Serves(ConversationReference reference) => reference.ServiceUrl is not null;

    public async Task<PushOutcome> Send(ConversationReference reference, Activity activity, CancellationToken cancel)
    {
        Sent.Enqueue(activity.Text ?? "");
        return await Answer(activity);
    }
}
