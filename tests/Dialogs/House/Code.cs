using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TrustBot.Tests.Support;

namespace TrustBot.Dialogs.Tests.House;

/// <summary>One C# file as the house rules read it.</summary>
internal sealed record CodeFile(string Path, SyntaxTree Tree)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None);

    public SyntaxNode Root => Tree.GetRoot();

    /// <summary>The path and line of a place, for whoever has to mend it.</summary>
    public string At(SyntaxNodeOrToken place) => $"{Path}:{Tree.GetLineSpan(place.Span).StartLinePosition.Line + 1}";

    /// <summary>Parses a file. One that cannot be parsed is an error: rules would look at it and see nothing.</summary>
    public static CodeFile Parse(string path, string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, Options, path);
        return tree.GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error
            ? throw new InvalidOperationException($"{path} cannot be read by the house tests: {error}")
            : new(path, tree);
    }

    /// <summary>The C# files of a top folder, <c>dialogs</c>, <c>bot</c> or <c>tests</c>.</summary>
    public static IReadOnlyList<CodeFile> In(string folder)
    {
        CodeFile[] files = [.. Repository.Files
            .Where(p => p.StartsWith(folder + "/", StringComparison.Ordinal) && p.EndsWith(".cs", StringComparison.Ordinal))
            .Select(p => Parse(p, Repository.Read(p)))];
        return files.Length > 0 ? files : throw new InvalidOperationException($"{folder}/ holds no C# file: the house tests would see nothing.");
    }
}
