using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrustBot.Dialogs.Tests.House;

/// <summary>How C# is written here: each rule gives the places that break it.</summary>
internal static partial class Manuscript
{
    private static readonly string[] Hollow = ["Manager", "Helper", "Helpers", "Processor", "Util", "Utils", "Utility", "Utilities", "Base", "Common"];

    /// <summary>Empty catches. An end is no failure, cancelled or disposed: that one may hold only the reason, as a comment.</summary>
    public static IEnumerable<string> EmptyCatches(CodeFile file) =>
        file.Root.DescendantNodes().OfType<CatchClauseSyntax>()
            .Where(c => c.Block.Statements.Count == 0 && !((c.Declaration?.Type.ToString() is "OperationCanceledException" or "ObjectDisposedException") && HasComment(c.Block)))
            .Select(c => $"{file.At(c)}: an empty catch");

    public static IEnumerable<string> Sleeps(CodeFile file) =>
        file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(m => m.Name.Identifier.Text == "Sleep" && m.Expression.ToString().Split('.')[^1] == "Thread")
            .Select(m => $"{file.At(m)}: {m}");

    /// <summary>Type names that say nothing; Service only at the end, as in the pattern it names.</summary>
    public static IEnumerable<string> HollowNames(CodeFile file) =>
        Types(file).Where(t => IsHollow(t.Name)).Select(t => $"{file.At(t.Node)}: {t.Name} is not the field's word for it");

    public static bool IsHollow(string name)
    {
        string[] words = [.. Word().Matches(name).Select(m => m.Value)];
        return words.Any(w => Hollow.Contains(w)) || words.LastOrDefault() is "Service" or "Services";
    }

    /// <summary>Types named like a folder they lie in.</summary>
    public static IEnumerable<string> NamedLikeTheirFolder(CodeFile file)
    {
        var folders = file.Path.Split('/')[..^1];
        return Types(file).Where(t => folders.Contains(t.Name)).Select(t => $"{file.At(t.Node)}: {t.Name} is the name of its folder");
    }

    /// <summary>Test methods and classes whose names are no sentences.</summary>
    public static IEnumerable<string> TestsWithUnderscores(CodeFile file) =>
        file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(m => m.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString() is "Fact" or "Theory"))
            .SelectMany(m => new[] { m.Identifier, ((TypeDeclarationSyntax)m.Parent!).Identifier })
            .Where(n => n.Text.Contains('_')).Select(n => $"{file.At(n)}: {n.Text} has an underscore");

    private static bool HasComment(BlockSyntax block) => block.DescendantTrivia()
        .Any(t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);

    private static IEnumerable<(SyntaxNode Node, string Name)> Types(CodeFile file) => file.Root.DescendantNodes().Select(n => n switch
    {
        BaseTypeDeclarationSyntax type => (n, type.Identifier.Text),
        DelegateDeclarationSyntax made => (n, made.Identifier.Text),
        _ => (n, ""),
    }).Where(t => t.Item2.Length > 0);

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*")]
    private static partial Regex Word();
}
