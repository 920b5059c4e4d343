namespace TrustBot.Storage;

internal static class StorePatience
{
    /// <summary>How long an append may take before the channel is told to try again.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Appends, or gives up waiting. What is given up may become durable later: the version and the dedupe key keep it
    /// from being written twice, and the sweep of unfinished work finds it.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store failed, or did not answer in time.</exception>
    public static async Task<AppendOutcome> AppendInTime(this IConversationStore store, Append append, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            return await store.Append(append, cancel).WaitAsync(Longest, clock, CancellationToken.None);
        }
        catch (TimeoutException e)
        {
            throw new StoreUnavailableException($"The store did not answer within {Longest.TotalSeconds} seconds.", e);
        }
    }
}
