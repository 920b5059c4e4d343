using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using TrustBot.Storage;

namespace TrustBot.Channels.DirectLine;

/// <summary>Marks an endpoint that a configured secret opens as well as a token (DL-01).</summary>
internal sealed record OpensBySecret;

/// <summary>Stands before every Direct Line call: site, token, conversation, pace; and speaks for a store that cannot be reached.</summary>
internal sealed class DirectLineGate(DirectLineTokens tokens, Origins origins, Pace pace, IOptions<DirectLineOptions> options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await Refusal(http) is { } refusal) return refusal;
        try
        {
            return await next(context);
        }
        catch (StoreUnavailableException)
        {
            return DirectLineError.Unavailable(http);
        }
    }

    /// <summary>The pass of a call that went through the gate.</summary>
    public static Pass PassOf(HttpContext http) => (Pass)http.Items[typeof(Pass)]!;

    private async Task<IResult?> Refusal(HttpContext http)
    {
        if (Bearer(http.Request) is not { } text) return DirectLineError.NoToken;
        var reading = IsSecret(text) && http.GetEndpoint()?.Metadata.GetMetadata<OpensBySecret>() is not null
            ? new TokenReading(Pass.New() with { BySecret = true })
            : await tokens.Read(text);
        if (reading.Garbage) return DirectLineError.NoToken;
        if (reading.Expired) return DirectLineError.Expired;
        if (reading.Pass is not { } pass) return DirectLineError.BadToken;
        if (!origins.Allow(http.Request, pass.Origins)) return DirectLineError.OtherSite;
        if (http.GetRouteValue("id") is string id && id != pass.Conversation) return DirectLineError.OtherConversation;
        if (pace.Call(pass.BySecret ? "" : pass.Conversation) is { } wait) return DirectLineError.Busy(http, wait);
        http.Items[typeof(Pass)] = pass;
        return null;
    }

    private static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString().Split(' ') is ["Bearer", { Length: > 0 } text] ? text : null;

    private bool IsSecret(string text) =>
        options.Value.Secret is { } secret && CryptographicOperations.FixedTimeEquals(Hash(text), Hash(secret));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
