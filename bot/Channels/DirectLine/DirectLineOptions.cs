using System.ComponentModel.DataAnnotations;

namespace TrustBot.Channels.DirectLine;

/// <summary>Configuration section <c>DirectLine</c>. What is not set is closed.</summary>
internal sealed class DirectLineOptions : IValidatableObject
{
    internal const string Section = "DirectLine";

    /// <summary>Other sites whose pages may use this endpoint, as browsers write them: <c>https://shop.example</c>.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    /// <summary>Opens <c>tokens/generate</c> to another server that knows it.</summary>
    [MinLength(32, ErrorMessage = "DirectLine:Secret is too short. Use 32 random characters or more, or remove it.")]
    public string? Secret { get; set; }

    /// <summary>Address under which browsers reach us, when a proxy in front changes scheme or host.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Calls one conversation may make in a minute.</summary>
    [Range(60, 100_000, ErrorMessage = "DirectLine:CallsPerMinute must be from 60 to 100000.")]
    public int CallsPerMinute { get; set; } = 600;

    /// <summary>Conversations one network address may start in a minute.</summary>
    [Range(1, 100_000, ErrorMessage = "DirectLine:StartsPerMinute must be from 1 to 100000.")]
    public int StartsPerMinute { get; set; } = 60;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var origin in AllowedOrigins)
            if (!IsAddress(origin, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin)
                yield return new($"DirectLine:AllowedOrigins holds \"{origin}\". Write scheme and host only, in lower case, for example https://shop.example.");
        if (PublicUrl is not null && !IsAddress(PublicUrl, out _))
            yield return new($"DirectLine:PublicUrl is \"{PublicUrl}\". Write a full address, for example https://chat.example.");
    }

    private static bool IsAddress(string text, out Uri uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri!) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
