using System.Collections.Immutable;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TrustBot.Dialogs.Activities;
using TrustBot.Tests.Support;

namespace TrustBot.Dialogs.Tests.House;

public sealed class WallTests
{
    private static FileStream Dialogs() => File.OpenRead(typeof(Activity).Assembly.Location);

    [Fact]
    public void DialogsUsesNothingButPureLibraries()
    {
        using var dialogs = Dialogs();
        Verdict.Clean(Walls.Breaches(dialogs));
        var project = XDocument.Parse(Repository.Read("dialogs/TrustBot.Dialogs.csproj"));
        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));
    }

    [Theory]
    [InlineData("class A { Microsoft.Extensions.Logging.ILogger? _log; }", "Microsoft.Extensions.Logging.Abstractions")]
    [InlineData("class A { Microsoft.AspNetCore.Http.HttpContext? _http; }", "Microsoft.AspNetCore.Http.Abstractions")]
    [InlineData("class A { System.Net.Http.HttpClient? _http; }", "System.Net.Http")]
    [InlineData("class A { Xunit.FactAttribute? _fact; }", "xunit.core")]
    public void AnImpureReferenceIsSeen(string source, string assembly)
    {
        using var sample = Sample.Compile(source);
        Assert.Contains(assembly, Walls.Breaches(sample));
    }

    [Fact]
    public void NothingInDialogsAwaits()
    {
        using var dialogs = Dialogs();
        Verdict.Clean(Walls.Awaits(dialogs));
    }

    [Theory]
    [InlineData("class A { System.Threading.Tasks.Task? Give() => null; }")]
    [InlineData("class A { System.Threading.Tasks.ValueTask<int> Give() => new(1); }")]
    [InlineData("class A { void Take(System.Func<System.Threading.Tasks.Task<int>> read) { } }")]
    [InlineData("class A { async void Fire() { await System.Threading.Tasks.Task.Yield(); } }")]
    [InlineData("class A { async System.Collections.Generic.IAsyncEnumerable<int> Flow() { yield return 1; } }")]
    [InlineData("class A { void Loop() => System.Threading.Tasks.Parallel.For(0, 1, _ => { }); }")]
    public void WhateverAwaitsIsSeen(string source)
    {
        using var sample = Sample.Compile(source);
        Assert.NotEmpty(Walls.Awaits(sample));
    }

    [Fact]
    public void TheBannedSymbolsAreInForceInDialogs()
    {
        var project = XDocument.Parse(Repository.Read("dialogs/TrustBot.Dialogs.csproj"));
        Assert.Contains(project.Descendants("PackageReference"), p => (string?)p.Attribute("Include") == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        Assert.Contains(project.Descendants("AdditionalFiles"), p => (string?)p.Attribute("Include") == "BannedSymbols.txt");
        Assert.DoesNotContain(Repository.Files.Where(p => p.StartsWith("dialogs/", StringComparison.Ordinal) || !p.Contains('/')),
            p => !p.EndsWith(".md", StringComparison.Ordinal) && Repository.Read(p).Contains("RS0030", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryBannedSymbolIsOneThatExists() => Assert.Empty(Unresolved(Repository.Read("dialogs/BannedSymbols.txt")));

    [Fact]
    public void AMisspeltBannedSymbolIsSeen() =>
        Assert.Equal(["P:System.DateTime.UtcNou"], Unresolved("P:System.DateTime.UtcNou;x\nP:System.DateTime.UtcNow;x"));

    [Theory]
    [InlineData("System.DateTime.UtcNow")]
    [InlineData("System.DateTimeOffset.Now")]
    [InlineData("System.Random.Shared.Next()")]
    [InlineData("System.Guid.NewGuid()")]
    [InlineData("System.Guid.CreateVersion7(default)")]
    [InlineData("System.IO.File.ReadAllText(\"x\")")]
    [InlineData("System.Environment.MachineName")]
    [InlineData("System.Globalization.CultureInfo.CurrentCulture")]
    [InlineData("new System.Net.Http.HttpClient()")]
    [InlineData("\"x\".GetHashCode()")]
    [InlineData("System.HashCode.Combine(1, 2)")]
    public async Task ClockChanceAndWorldDoNotCompileInDialogs(string expression)
    {
        var banned = await Banned($"class A {{ object Body() => {expression}; }}");
        Assert.Equal(["RS0030"], banned.Select(d => d.Id).Distinct());
    }

    [Fact]
    public async Task PureCodeCompilesInDialogs() =>
        Assert.Empty(await Banned("class A { object Body(System.DateTimeOffset now) => now.AddDays(1); }"));

    private static IEnumerable<string> Unresolved(string list)
    {
        var compilation = Sample.Compilation();
        return list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')[0].Trim())
            .Where(id => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is null);
    }

    private static Task<ImmutableArray<Diagnostic>> Banned(string source)
    {
        var analyzers = new AnalyzerFileReference(Path.Combine(AppContext.BaseDirectory, "analyzers", "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.dll"), new Beside())
            .GetAnalyzers(LanguageNames.CSharp);
        Assert.NotEmpty(analyzers);
        return Sample.Compilation(CodeFile.Parse("Sample.cs", source).Tree)
            .WithAnalyzers(analyzers, new AnalyzerOptions([new List()])).GetAnalyzerDiagnosticsAsync(analyzers, CancellationToken.None);
    }

    private sealed class List : AdditionalText
    {
        public override string Path => "BannedSymbols.txt";
        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(Repository.Read("dialogs/BannedSymbols.txt"));
    }

    private sealed class Beside : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
