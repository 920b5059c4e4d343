using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TrustBot.Dialogs.Tests.House;

/// <summary>Small compiled programs that break a rule, to prove that the rule sees it.</summary>
internal static class Sample
{
    /// <summary>All that this test program itself may use: the platform and ASP.NET Core.</summary>
    public static IReadOnlyList<MetadataReference> Platform { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))];

    /// <summary>The sources as one program, compiled or not.</summary>
    public static CSharpCompilation Compilation(params IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Sample", trees, Platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The source as an assembly; throws when it does not compile.</summary>
    public static Stream Compile(string source)
    {
        var assembly = new MemoryStream();
        var result = Compilation(CodeFile.Parse("Sample.cs", source).Tree).Emit(assembly);
        if (!result.Success) throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        assembly.Position = 0;
        return assembly;
    }
}
