using System.Collections.Immutable;
using TrustBot.Dialogs.Locales;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TrustBot.Privacy;

/// <summary>
/// The words that announce secrets, of all cultures together: a customer may write in any of them, and a secret is a
/// secret in all.
/// </summary>
/// <param name="PasswordBefore">Phrases right before a password.</param>
/// <param name="PasswordUnless">Words that, after such a phrase, are no password: "my password is wrong".</param>
/// <param name="CodeBefore">Phrases right before a one-time code.</param>
/// <param name="CodeUnless">Words that, before such a phrase, make it another code: "the error code is 404".</param>
internal sealed record ProtectionWords(
    ImmutableArray<string> PasswordBefore, ImmutableArray<string> PasswordUnless, ImmutableArray<string> CodeBefore, ImmutableArray<string> CodeUnless)
{
    /// <summary>The file's name in a culture's folder.</summary>
    public const string FileName = "protect.yaml";

    private static readonly string[] Keys = ["password-before", "password-unless", "code-before", "code-unless"];

    /// <summary>Reads the <see cref="FileName"/> files among the locale files; what is wrong in them comes back as faults.</summary>
    public static (ProtectionWords Words, ImmutableArray<LocaleFault> Faults) Parse(IEnumerable<LocaleFile> files)
    {
        var lists = Keys.ToDictionary(k => k, _ => new SortedSet<string>(StringComparer.Ordinal));
        var faults = ImmutableArray.CreateBuilder<LocaleFault>();
        foreach (var file in files.Where(f => f.Path.EndsWith("/" + FileName, StringComparison.Ordinal)))
        {
            try
            {
                var yaml = new YamlStream();
                yaml.Load(new StringReader(file.Text));
                if (yaml.Documents is [{ RootNode: YamlMappingNode root }]) Read(file, root, lists, faults);
                else faults.Add(Fault(file, Mark.Empty, "file", "it is not one mapping of lists", $"Write {string.Join(", ", Keys)}, each with a list of phrases"));
            }
            catch (YamlException e)
            {
                faults.Add(Fault(file, e.Start, "file", "the YAML cannot be read", e.InnerException?.Message ?? e.Message));
            }
        }
        return (new([.. lists[Keys[0]]], [.. lists[Keys[1]]], [.. lists[Keys[2]]], [.. lists[Keys[3]]]), faults.ToImmutable());
    }

    private static void Read(LocaleFile file, YamlMappingNode root, Dictionary<string, SortedSet<string>> lists, ImmutableArray<LocaleFault>.Builder faults)
    {
        foreach (var (name, value) in root.Children)
        {
            var key = (name as YamlScalarNode)?.Value ?? "";
            if (!lists.TryGetValue(key, out var list))
                faults.Add(Fault(file, name.Start, key, "this key is not known", $"Use one of {string.Join(", ", Keys)}"));
            else if (value is not YamlSequenceNode phrases)
                faults.Add(Fault(file, value.Start, key, "it is not a list", "Write one phrase per line, each after a dash"));
            else foreach (var node in phrases)
                if (node is YamlScalarNode { Value: { } phrase } && !string.IsNullOrWhiteSpace(phrase) && !phrase.TrimStart().StartsWith("..", StringComparison.Ordinal)) list.Add(phrase.Trim());
                else faults.Add(Fault(file, node.Start, key, "this is not a phrase", "Write words; a phrase does not begin with .. and is not empty"));
        }
    }

    private static LocaleFault Fault(LocaleFile file, Mark at, string key, string problem, string mend) =>
        new(FaultLevel.Error, file.Path, (int)at.Line, (int)at.Column, key, problem, mend);
}
