using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace TrustBot.Desk;

/// <summary>
/// One-time links that open the desk. Only their hashes are kept, and only in memory: a restart voids them and
/// the host prints a new one. Who holds the link decides who comes in, so it must never pass through a logger.
/// </summary>
internal sealed class DeskSignIn(TimeProvider clock)
{
    internal static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _open = new(StringComparer.Ordinal);

    /// <summary>A new link, as a path on this host.</summary>
    public string CreateLink()
    {
        var now = clock.GetUtcNow();
        foreach (var (hash, until) in _open)
            if (until <= now) _open.TryRemove(hash, out _);

        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        _open[Hash(code)] = now + Lasts;
        return "/desk/sign-in?code=" + code;
    }

    /// <summary>Whether the code would be taken now; changes nothing.</summary>
    public bool IsOpen(string? code) =>
        code is not null && _open.TryGetValue(Hash(code), out var until) && until > clock.GetUtcNow();

    /// <summary>Takes the code. Of any number of callers with one code, one gets true.</summary>
    public bool Take(string? code) =>
        code is not null && _open.TryRemove(Hash(code), out var until) && until > clock.GetUtcNow();

    private static string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
