using TrustBot.BackOffice;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Topics;
using TrustBot.Locales;
using TrustBot.Storage;

namespace TrustBot.Turns;

/// <summary>How many humans can take a conversation now.</summary>
internal interface IAgentsOnline
{
    int Count { get; }
}

/// <summary>The queue as one of the systems a turn asks: place, expected wait, who is there.</summary>
internal sealed class QueueSource(IConversationStore store, IAgentsOnline agents, LocaleFolder locales) : IFactSource
{
    private const int Longest = 1000;

    public string Kind => FactKinds.Queue;

    /// <summary>The place of the conversation named, or the one a new one would get when the key is empty.</summary>
    public async Task<Fact> Read(string key, CancellationToken cancel)
    {
        var waiting = await store.List([Custody.Waiting], Longest, cancel);
        var at = waiting.ToList().FindIndex(r => r.Id == key);
        var place = at >= 0 ? at + 1 : waiting.Count + 1;
        var online = agents.Count;
        if (online == 0) return new QueueFact(place, null, 0);
        var waits = (await store.RecentWaits(20, cancel)).Order().ToList();
        // The median of what was really waited, for a queue of this length; before there is any, the policy's guess.
        var each = waits.Count >= 5 ? waits[waits.Count / 2] : locales.Current.Policy.Times["expected-wait"];
        return new QueueFact(place, each * Math.Ceiling(place / (double)online), online);
    }
}
