namespace TrustBot.Channels.DirectLine;

/// <summary>Refusals in the one form Direct Line clients read: <c>{"error":{"code","message"}}</c>.</summary>
internal static class DirectLineError
{
    public static IResult Of(int status, string code, string message) =>
        Results.Json(new ErrorBody(new(code, message)), DirectLineJson.Default.ErrorBody, statusCode: status);

    public static IResult NoToken { get; } = Of(401, "Unauthorized",
        "There is no readable token. Send the header \"Authorization: Bearer TOKEN\" with a token from POST /api/token.");

    public static IResult BadToken { get; } = Of(403, "BadArgument", "The token was not issued here. Get a new one from POST /api/token.");

    public static IResult Expired { get; } = Of(403, "TokenExpired", "The token has expired and cannot be refreshed. Get a new one from POST /api/token.");

    public static IResult OtherConversation { get; } = Of(403, "BadArgument", "The token belongs to another conversation. Use the token that started this one.");

    public static IResult OtherSite { get; } = Of(403, "BadOrigin", "Pages of this site may not call. List the site under DirectLine:AllowedOrigins.");

    public static IResult NoConversation { get; } = Of(404, "ConversationNotFound", "There is no such conversation. Start one with POST /v3/directline/conversations.");

    public static IResult BadWatermark { get; } = Of(400, "BadArgument", "The watermark was not given by this conversation. Send the last one received, or none.");

    public static IResult TooLarge { get; } = Of(413, "MessageSizeTooBig", $"The body is larger than {BoundedBody.MostBytes / 1024} KB. Send less.");

    public static IResult NoUploads { get; } = Of(415, "NotSupported", "Files cannot be sent yet. Send the message without attachments.");

    public static IResult Busy(HttpContext http, TimeSpan wait) => Later(http, wait, 429, "TooManyRequests", "Too much at once. Try again after the time in Retry-After.");

    public static IResult Unavailable(HttpContext http) =>
        Later(http, TimeSpan.FromSeconds(2), 503, "ServiceUnavailable", "It could not be kept, so it was not accepted. Try again after the time in Retry-After.");

    private static IResult Later(HttpContext http, TimeSpan wait, int status, string code, string message)
    {
        RetryAfter.Say(http.Response, wait);
        return Of(status, code, message);
    }
}
