using System.Text.Json.Serialization;

namespace TrustBot.Channels.DirectLine;

internal sealed record ErrorBody(ErrorDetail Error);
internal sealed record ErrorDetail(string Code, string Message);
internal sealed record IdBody(string Id);
internal sealed record StartBody(string? Locale);
internal sealed record GenerateBody(GenerateUser? User, string[]? TrustedOrigins);
internal sealed record GenerateUser(string? Id);

/// <summary>The answer to every call that hands out a token; <paramref name="StreamUrl"/> only where a stream may be opened.</summary>
internal sealed record TokenBody(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string? StreamUrl = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(IdBody))]
[JsonSerializable(typeof(StartBody))]
[JsonSerializable(typeof(GenerateBody))]
[JsonSerializable(typeof(TokenBody))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
