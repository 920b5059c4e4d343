using TrustBot.Tests.Support;
using Xunit.Abstractions;

namespace TrustBot.Dialogs.Tests.House;

public sealed class ManuscriptTests(ITestOutputHelper output)
{
    private const int Longest = 250, Long = 200, LongestProgram = 70;

    private static IEnumerable<CodeFile> Product() => CodeFile.In("dialogs").Concat(CodeFile.In("bot"));

    [Fact]
    public void FilesAreShort()
    {
        var files = Sources("dialogs/", "bot/").Select(p => (Path: p, Lines: Repository.Read(p).Split('\n').Length - 1)).ToList();
        foreach (var (path, lines) in files.Where(f => f.Lines > Long)) output.WriteLine($"{path}: {lines} lines");
        Verdict.Clean(files.Where(f => f.Lines > Longest).Select(f => $"{f.Path}: {f.Lines} lines, at most {Longest}"));
        Assert.InRange(Repository.Read("bot/Program.cs").Split('\n').Length - 1, 1, LongestProgram);
    }

    [Fact]
    public void NoCatchIsEmpty() => Verdict.Clean(Everything().SelectMany(Manuscript.EmptyCatches));

    [Fact]
    public void NothingSleeps() => Verdict.Clean(Everything().SelectMany(Manuscript.Sleeps));

    [Fact]
    public void TypesHaveTheNamesOfTheField()
    {
        Verdict.Clean(Product().SelectMany(Manuscript.HollowNames));
        Verdict.Clean(Sources("bot/").Where(p => Manuscript.IsHollow(Path.GetFileNameWithoutExtension(p))));
    }

    [Fact]
    public void NoTypeIsNamedLikeItsFolder() => Verdict.Clean(Product().SelectMany(Manuscript.NamedLikeTheirFolder));

    [Fact]
    public void TestNamesAreSentencesWithoutUnderscores() => Verdict.Clean(CodeFile.In("tests").SelectMany(Manuscript.TestsWithUnderscores));

    [Fact]
    public void OnlyTheProgramAndStorageNameTheStore() => Verdict.Clean(Sources("dialogs/", "bot/").Where(
        p => p != "bot/Program.cs" && !p.StartsWith("bot/Storage/", StringComparison.Ordinal) && NamesTheStore(Repository.Read(p))));

    [Fact]
    public void ANamedStoreIsSeen() => Assert.True(NamesTheStore("class A(SqliteConversationStore store);"));

    [Theory]
    [InlineData("try { F(); } catch { }")]
    [InlineData("try { F(); } catch (Exception) { /* it does not matter */ }")]
    [InlineData("try { F(); } catch (Exception e) when (e is null) { } finally { }")]
    public void AnEmptyCatchIsSeen(string source) => Assert.Single(Manuscript.EmptyCatches(CodeFile.Parse("a.cs", source)));

    [Fact]
    public void AnEndThatWasAskedForMayBeCaughtWithNothingButTheReason()
    {
        Assert.Empty(Manuscript.EmptyCatches(CodeFile.Parse("a.cs", "try { F(); } catch (OperationCanceledException) { /* the stop */ }")));
        Assert.Single(Manuscript.EmptyCatches(CodeFile.Parse("a.cs", "try { F(); } catch (OperationCanceledException) { }")));
    }

    [Theory]
    [InlineData("Thread.Sleep(1);")]
    [InlineData("System.Threading.Thread.Sleep(TimeSpan.Zero);")]
    public void ASleepIsSeen(string source) => Assert.Single(Manuscript.Sleeps(CodeFile.Parse("a.cs", source)));

    [Theory]
    [InlineData("class QueueManager;", 1)]
    [InlineData("static class TextHelpers;", 1)]
    [InlineData("record DeskService;", 1)]
    [InlineData("interface IMessageProcessor;", 1)]
    [InlineData("class StringUtil { class Common; }", 2)]
    [InlineData("abstract class PageBase;", 1)]
    [InlineData("class Poller : BackgroundService; class ServiceUrl; class Database; class Basement;", 0)]
    public void AHollowNameIsSeen(string source, int found) => Assert.Equal(found, Manuscript.HollowNames(CodeFile.Parse("a.cs", source)).Count());

    [Fact]
    public void ATypeNamedLikeItsFolderIsSeen() =>
        Assert.Single(Manuscript.NamedLikeTheirFolder(CodeFile.Parse("bot/Desk/a.cs", "class Desk; class DeskSetup;")));

    [Fact]
    public void AnUnderscoreInATestNameIsSeen() => Assert.Equal(2,
        Manuscript.TestsWithUnderscores(CodeFile.Parse("a.cs", "class A_Tests { [Fact] public void It_Works() { } [Fact] public void Fine() { } }")).Distinct().Count());

    [Fact]
    public void AFileThatCannotBeParsedIsAnErrorAndNotSilence() =>
        Assert.Throws<InvalidOperationException>(() => CodeFile.Parse("a.cs", "class A { void F( }"));

    private static IEnumerable<CodeFile> Everything() => Product().Concat(CodeFile.In("tests"));

    private static IEnumerable<string> Sources(params string[] folders) => Repository.Files.Where(p =>
        folders.Any(f => p.StartsWith(f, StringComparison.Ordinal))
        && (p.EndsWith(".cs", StringComparison.Ordinal) || p.EndsWith(".razor", StringComparison.Ordinal)));

    private static bool NamesTheStore(string text) => text.Contains("sqlite", StringComparison.OrdinalIgnoreCase);
}
