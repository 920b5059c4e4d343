using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrustBot.Dialogs.Tests.House;

/// <summary>The phrase keys that code names, and with which values it fills them.</summary>
internal static partial class PhraseUses
{
    /// <summary>Calls whose literals, in any of the arguments, are phrase keys.</summary>
    private static readonly string[] Speakers = ["Label", "Say", "For", "Unavailable", "IsChip", "Add", "Again"];

    /// <summary>Members whose lists hold phrase keys.</summary>
    private static readonly string[] Lists = ["Chips", "Grounds"];

    /// <summary>Literals that stand where a key is wanted: <c>Line.Of("…")</c>, chips, labels.</summary>
    public static IEnumerable<(string Key, string Place)> Keys(CodeFile file) =>
        from literal in file.Root.DescendantNodes().OfType<LiteralExpressionSyntax>()
        where literal.Token.Value is string text && Key().IsMatch(text) && IsWanted(literal)
        select (literal.Token.ValueText, file.At(literal));

    /// <summary>Every literal that looks like a key, and the beginnings of keys that are put together.</summary>
    public static IEnumerable<string> Mentions(CodeFile file) =>
        file.Root.DescendantNodes().SelectMany(n => n switch
        {
            LiteralExpressionSyntax { Token.Value: string text } => [text],
            InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax first, ..] } => [first.TextToken.ValueText + "*"],
            _ => Array.Empty<string>(),
        });

    /// <summary>Lines made with a literal key and literal names of values.</summary>
    public static IEnumerable<(string Key, string[] Names, string Place)> Filled(CodeFile file) =>
        from call in file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression.ToString() is "Line.Of" or "Speaking.Line.Of" && call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: string } }, ..]
        let names = call.ArgumentList.Arguments.Skip(1).Select(a => a.Expression).OfType<TupleExpressionSyntax>().Select(t => (t.Arguments[0].Expression as LiteralExpressionSyntax)?.Token.ValueText).ToArray()
        where names.All(n => n is not null) && names.Length == call.ArgumentList.Arguments.Count - 1
        select (((LiteralExpressionSyntax)call.ArgumentList.Arguments[0].Expression).Token.ValueText, names.Select(n => n!).ToArray(), file.At(call));

    private static bool IsWanted(LiteralExpressionSyntax literal)
    {
        // The values of a line are no keys, nor what stands in a comparison.
        foreach (var around in literal.Ancestors())
        {
            if (around is TupleExpressionSyntax or BinaryExpressionSyntax or IsPatternExpressionSyntax or SwitchExpressionArmSyntax or StatementSyntax) return false;
            if (around is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name }) return Lists.Contains(name.Identifier.Text);
            if (around is InvocationExpressionSyntax call && call.ArgumentList.Span.Contains(literal.Span))
                return call.Expression.ToString() is "Line.Of" or "Speaking.Line.Of" || Speakers.Contains(call.Expression.ToString().Split('.')[^1]);
        }
        return false;
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$")]
    private static partial Regex Key();
}
