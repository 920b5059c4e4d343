using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrustBot.Tests.Support;

namespace TrustBot.Dialogs.Tests.House;

/// <summary>The floors of <c>dialogs/</c>: a folder may use the floors before it, and no other.</summary>
internal static class Floors
{
    private const string Roof = "TrustBot.Dialogs";

    public static readonly IReadOnlyList<string> Order =
        ["Activities", "Locales", "Conversations", "Sensing", "Triage", "Speaking", "Topics", "Handoffs"];

    /// <summary>Uses of a higher floor in compiled code.</summary>
    public static IEnumerable<string> Climbing(Stream assembly) =>
        Uses.In(assembly).Where(u => Climbs(u.FromNamespace, u.Namespace)).Select(u => u.ToString()).Order(StringComparer.Ordinal);

    /// <summary>Types that stand on no floor. What source generators make has namespaces of its own.</summary>
    public static IEnumerable<string> Homeless(Stream assembly) =>
        Uses.Types(assembly)
            .Where(t => Level(t.Namespace) is null
                && !(t.Namespace.Length == 0 && t.Name.StartsWith('<'))
                && t.Namespace is not ("System.Text.RegularExpressions.Generated" or "Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices"))
            .Select(t => $"{t.Namespace}.{t.Name} stands on no floor");

    /// <summary>Constants of a higher floor: the compiler writes their value in place, so compiled code does not show them.</summary>
    public static IEnumerable<string> ClimbingConstants(IReadOnlyList<CodeFile> files)
    {
        var compilation = Sample.Compilation(files.Select(f => f.Tree));
        foreach (var file in files)
        {
            var model = compilation.GetSemanticModel(file.Tree);
            foreach (var name in file.Root.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (model.GetSymbolInfo(name).Symbol is not IFieldSymbol { IsConst: true } constant) continue;
                var from = file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";
                if (Climbs(from, constant.ContainingNamespace.ToDisplayString()))
                    yield return $"{file.At(name)}: {constant.ToDisplayString()}";
            }
        }
    }

    private static bool Climbs(string from, string to) => Level(from) is { } here && Level(to) is { } there && there > here;

    private static int? Level(string ns)
    {
        if (ns == Roof) return Order.Count;
        for (var i = 0; i < Order.Count; i++)
            if (ns == Roof + "." + Order[i]) return i;
        return null;
    }
}
