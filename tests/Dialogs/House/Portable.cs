using System.Text.RegularExpressions;

namespace TrustBot.Dialogs.Tests.House;

/// <summary>What must not stand in any tracked file, because it is true on one machine only or was left for later.</summary>
internal static partial class Portable
{
    public static IEnumerable<string> MachinePaths(string text) => MachinePath().Matches(text).Select(m => m.Value.Trim());

    public static IEnumerable<string> RegistryHosts(string text) => RegistryHost().Matches(text).Select(m => m.Value);

    public static IEnumerable<string> LeftForLater(string text) => Later().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"(?:^|[^A-Za-z0-9_.~\]])/(?:tmp|work|root|home|Users|var/folders)/[\w.\-]*|\b[A-Z]:\\+Users\b", RegexOptions.Multiline)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"registry\.(?:npmjs|yarnpkg|npmmirror)\.\w+|(?:api|www)\.nuget\.org|pypi\.org|files\.pythonhosted\.org|""resolved""\s*:\s*""http|proxy\.golang\.org", RegexOptions.IgnoreCase)]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"\b(?:TO[D]O|FIX[M]E|HA[C]K|XX[X])\b|NotImplemented[E]xception")]
    private static partial Regex Later();
}
