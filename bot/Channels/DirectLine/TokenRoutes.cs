using System.Text.Json;

namespace TrustBot.Channels.DirectLine;

/// <summary>Tokens: handed out for a secret, renewed while they live.</summary>
internal static class TokenRoutes
{
    public static void Map(RouteGroupBuilder directLine)
    {
        directLine.MapPost("/tokens/generate", Generate).WithMetadata(new OpensBySecret());
        directLine.MapPost("/tokens/refresh", Refresh);
    }

    // Neither contacts the bot (DL-04): a token that is never used leaves nothing behind.
    private static async Task<IResult> Generate(HttpContext http, DirectLineTokens tokens)
    {
        if (!DirectLineGate.PassOf(http).BySecret)
            return DirectLineError.Of(403, "BadArgument", "Only the secret makes new tokens. Set DirectLine:Secret and send it, or use POST /api/token.");
        if (await BoundedBody.Read(http.Request, http.RequestAborted) is not { } body) return DirectLineError.TooLarge;
        if (!TryRead(body, out var wanted)) return DirectLineError.Of(400, "BadSyntax", "The body is not JSON of the form {\"user\":{\"id\":\"dl_…\"},\"trustedOrigins\":[]}.");
        if (wanted?.User?.Id is { } id && !id.StartsWith("dl_", StringComparison.Ordinal))
            return DirectLineError.Of(400, "BadArgument", "user.id must begin with dl_.");
        return Hand(Pass.New(wanted?.TrustedOrigins, wanted?.User?.Id), tokens);
    }

    private static IResult Refresh(HttpContext http, DirectLineTokens tokens) => Hand(DirectLineGate.PassOf(http), tokens);

    private static IResult Hand(Pass pass, DirectLineTokens tokens) => Results.Json(
        new TokenBody(pass.Conversation, tokens.Issue(pass), (int)DirectLineTokens.Life.TotalSeconds), DirectLineJson.Default.TokenBody);

    private static bool TryRead(ReadOnlyMemory<byte> body, out GenerateBody? wanted)
    {
        wanted = null;
        if (body.IsEmpty) return true;
        try
        {
            wanted = JsonSerializer.Deserialize(body.Span, DirectLineJson.Default.GenerateBody);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
