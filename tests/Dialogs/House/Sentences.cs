using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrustBot.Dialogs.Tests.House;

/// <summary>
/// Finds what looks like a sentence in a C# literal or in a page's markup. A rule of thumb, and honest about it:
/// three plain words in a row, or two and a full stop, or any letter beyond ASCII. Words for developers and operators
/// (faults, exceptions, problems, logs, what the desk is told of a delivery) are not for customers and pass.
/// </summary>
internal static partial class Sentences
{
    public static bool Looks(string text) => Words().IsMatch(text);

    /// <summary>Literals that look like sentences and are not said to developers.</summary>
    public static IEnumerable<(string Place, string Text)> In(CodeFile file) =>
        from token in file.Root.DescendantTokens()
        where IsText(token) && Looks(token.ValueText) && !IsForDevelopers(token.Parent!)
        select (file.At(token), token.ValueText);

    /// <summary>
    /// Strings with letters beyond ASCII as they are typed. Single characters, as tables and patterns of a normaliser
    /// have them, are no words; nor is what is written as an escape, <c>\u3042</c>.
    /// </summary>
    public static IEnumerable<(string Place, string Text)> ForeignIn(CodeFile file) =>
        from token in file.Root.DescendantTokens()
        where IsText(token) && (IsPattern(token.Parent!) ? ForeignWord().IsMatch(token.Text) : token.Text.Any(IsForeign)) && !IsForDevelopers(token.Parent!)
        select (file.At(token), token.ValueText);

    /// <summary>Text between the tags of a page that looks like a sentence.</summary>
    public static IEnumerable<string> InMarkup(string markup)
    {
        var text = Code().Replace(Comments().Replace(markup, " "), "");
        return Tags().Replace(text, "\n").Split('\n').Select(l => l.Trim())
            .Where(l => !l.StartsWith('@') && (Looks(l) || l.Any(IsForeign)));
    }

    private static bool IsForeign(char c) => c > 127 && (char.IsLetter(c) || char.IsSurrogate(c));

    private static bool IsPattern(SyntaxNode literal) =>
        literal.Ancestors().OfType<AttributeSyntax>().Any(a => a.Name.ToString() == "GeneratedRegex");

    private static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken
        or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken
        or SyntaxKind.Utf8MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken;

    private static bool IsForDevelopers(SyntaxNode literal) => literal.Ancestors().Any(a => a switch
    {
        AttributeSyntax { Name: var name } => name.ToString() != "GeneratedRegex",
        ThrowStatementSyntax or ThrowExpressionSyntax => true,
        ObjectCreationExpressionSyntax made => Developers().IsMatch(made.Type.ToString()),
        InvocationExpressionSyntax call => Developers().IsMatch(string.Join('.', call.Expression.ToString().Split('.').TakeLast(2))),
        MethodDeclarationSyntax method => Developers().IsMatch(method.Identifier.Text) || Developers().IsMatch(method.ReturnType.ToString()),
        LocalFunctionStatementSyntax local => Developers().IsMatch(local.Identifier.Text) || Developers().IsMatch(local.ReturnType.ToString()),
        PropertyDeclarationSyntax property => Developers().IsMatch(property.Identifier.Text) || Developers().IsMatch(property.Type.ToString()),
        TypeDeclarationSyntax type => Developers().IsMatch(type.Identifier.Text),
        _ => false,
    });

    [GeneratedRegex(@"(?<![\w'\-./{}])[A-Za-z]['a-z]*(?:,? [A-Za-z]['a-z]*){2,}(?![\w\-=/])|(?<![\w'\-./{}])[A-Z]['a-z]*(?:,? [a-z']+)+[.!?](?!\w)")]
    private static partial Regex Words();

    [GeneratedRegex("Exception|[Ff]ault|Problem|Error|Refusal|Lint|^Log|\\.Log|Warn|Bad|Validat|DidYouMean|Doubt|PushOutcome|Deliver|Unavailable")]
    private static partial Regex Developers();

    [GeneratedRegex(@"[^\W\d_\x00-\x7F]{2}")]
    private static partial Regex ForeignWord();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<style.*?</style>|<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"@(code|functions)\s*\{.*", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();
}
