using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TrustBot.Channels.DirectLine;

/// <summary>What a token says: one conversation, one customer, and the sites it may be used from (empty: the configured ones).</summary>
internal sealed record Pass(string Conversation, string User, string[] Origins, bool BySecret = false)
{
    /// <summary>A pass to a conversation nobody has yet.</summary>
    public static Pass New(string[]? origins = null, string? user = null) =>
        new($"dl-{Random(18)}", user ?? $"dl_{Random(18)}", origins ?? []);

    internal static string Random(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}

/// <summary>What became of reading a token: a pass, or why there is none.</summary>
internal sealed record TokenReading(Pass? Pass, bool Garbage = false, bool Expired = false);

/// <summary>
/// Issues and reads tokens. They are JWTs because the browser's client reads the customer's id from the
/// <c>user</c> claim (DL-22); a stream token is another kind, good for one socket within a minute (DL-06).
/// </summary>
internal sealed class DirectLineTokens(SigningKey signing, TimeProvider clock)
{
    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    internal static readonly TimeSpan StreamLife = TimeSpan.FromSeconds(60);

    private const string Issuer = "trustbot", Calls = "directline", Stream = "directline-stream";
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly ConcurrentDictionary<string, DateTime> _used = new(StringComparer.Ordinal);

    public string Issue(Pass pass) => Write(Calls, Life, new()
    {
        ["bot"] = "trustbot", ["site"] = "web", ["conv"] = pass.Conversation, ["user"] = pass.User, ["origins"] = pass.Origins,
    });

    public string IssueStream(Pass pass) => Write(Stream, StreamLife, new()
    {
        ["conv"] = pass.Conversation, ["origins"] = pass.Origins, ["jti"] = Pass.Random(12),
    });

    public async Task<TokenReading> Read(string text)
    {
        if (!Handler.CanReadToken(text)) return new(null, Garbage: true);
        if (await Verified(text, Calls) is not { } token) return new(null);
        if (token.ValidTo <= Now) return new(null, Expired: true);
        return new(new Pass(Text(token, "conv"), Text(token, "user"), Origins(token)));
    }

    /// <summary>Whether the token opens this conversation's stream now. It does so once.</summary>
    public async Task<Pass?> TakeStream(string conversationId, string text)
    {
        if (!Handler.CanReadToken(text) || await Verified(text, Stream) is not { } token) return null;
        if (token.ValidTo <= Now || Text(token, "conv") != conversationId) return null;
        foreach (var (id, until) in _used)
            if (until <= Now) _used.TryRemove(id, out _);
        return _used.TryAdd(token.Id, token.ValidTo) ? new Pass(conversationId, "", Origins(token)) : null;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private string Write(string audience, TimeSpan life, Dictionary<string, object> claims) => Handler.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = audience,
        NotBefore = Now,
        Expires = Now + life,
        Claims = claims,
        SigningCredentials = new(signing.Key, SecurityAlgorithms.HmacSha256),
    });

    private async Task<JsonWebToken?> Verified(string text, string audience)
    {
        var result = await Handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = audience,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = signing.Key,
            // Read above, by the clock that was handed in, and told apart from a forged token (DL-01).
            ValidateLifetime = false,
        });
        return result.IsValid ? (JsonWebToken)result.SecurityToken : null;
    }

    private static string Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var value) ? value : "";

    private static string[] Origins(JsonWebToken token) =>
        token.TryGetPayloadValue<string[]>("origins", out var origins) ? origins : [];
}
