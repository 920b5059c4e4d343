using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Desk;

/// <summary>The signed-in agent: a random id and the name customers see, both kept in the cookie alone.</summary>
internal static class DeskAgent
{
    internal const string Scheme = "desk";
    internal const int LongestName = 60;

    /// <summary>The agent behind a request that came past the sign-in.</summary>
    public static AgentRef Of(ClaimsPrincipal user) =>
        new(user.FindFirstValue(ClaimTypes.NameIdentifier)!, user.FindFirstValue(ClaimTypes.Name)!);

    public static ClaimsPrincipal Principal(AgentRef agent) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, agent.Id), new(ClaimTypes.Name, agent.Name)], Scheme));

    public static string NewId() => "agent-" + RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>The name as customers will see it; null when it is empty, too long or holds what cannot be seen.</summary>
    public static string? Name(string? typed)
    {
        var name = typed?.Trim();
        return name is { Length: > 0 and <= LongestName } && !name.Any(IsUnseen) ? name : null;
    }

    // Line breaks would fake a second line, direction marks would turn the words after the name around.
    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
