using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using TrustBot.Channels.DirectLine;

namespace TrustBot.Channels;

/// <summary>
/// How fast one sender may go. Direct Line's client reads Retry-After as milliseconds and gives the call up (DL-18),
/// so the pace is far above what a person or a typing indicator needs and only stops floods.
/// </summary>
internal sealed class Pace(IOptions<DirectLineOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _calls = Limit(options.Value.CallsPerMinute);
    private readonly PartitionedRateLimiter<string> _starts = Limit(options.Value.StartsPerMinute);

    /// <summary>Null when the call may go on; otherwise how long to wait.</summary>
    public TimeSpan? Call(string conversationId) => Take(_calls, conversationId);

    /// <summary>The same for new conversations, by network address.</summary>
    public TimeSpan? Start(IPAddress? from) => Take(_starts, from?.ToString() ?? "");

    public void Dispose()
    {
        _calls.Dispose();
        _starts.Dispose();
    }

    private static TimeSpan? Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
    }

    private static PartitionedRateLimiter<string> Limit(int perMinute) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / Math.Min(60, perMinute),
            QueueLimit = 0,
        }), StringComparer.Ordinal);
}
