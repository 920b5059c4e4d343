using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrustBot.Dialogs.Activities;

namespace TrustBot.Dialogs.Tests.House;

public sealed class FloorTests
{
    private static FileStream Dialogs() => File.OpenRead(typeof(Activity).Assembly.Location);

    [Fact]
    public void AFloorUsesOnlyTheFloorsBeforeIt()
    {
        using var dialogs = Dialogs();
        Verdict.Clean(Floors.Climbing(dialogs));
        Verdict.Clean(Floors.ClimbingConstants(CodeFile.In("dialogs")));
    }

    [Fact]
    public void EveryTypeStandsOnAFloorInTheFolderOfItsName()
    {
        using var dialogs = Dialogs();
        Verdict.Clean(Floors.Homeless(dialogs));
        Assert.All(CodeFile.In("dialogs"), f =>
        {
            var folder = f.Path.Split('/') is [_, var floor, _] ? "." + floor : "";
            Assert.All(f.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>(), n =>
                Assert.Equal($"{f.Path}: TrustBot.Dialogs{folder}", $"{f.Path}: {n.Name}"));
        });
    }

    [Theory]
    [InlineData("class Low : Above.High { }")]
    [InlineData("class Low { Above.High? _field; }")]
    [InlineData("class Low { void Take(List<Above.High[]> all) { } }")]
    [InlineData("class Low { Above.High? Give() => null; }")]
    [InlineData("class Low<T> where T : Above.High { }")]
    [InlineData("class Low { object Body() => new Above.High(); }")]
    [InlineData("class Low { int Body() => Above.High.Deed(); }")]
    [InlineData("class Low { object Body() => typeof(Above.High); }")]
    [InlineData("class Low { object Body() => new List<Above.High>(); }")]
    [InlineData("class Low { bool Body(object o) => o is Above.High; }")]
    [InlineData("class Low { Func<int> Lambda(int x) => () => x + Above.High.Deed(); }")]
    [InlineData("class Low { IEnumerable<int> Iterator() { yield return Above.High.Deed(); } }")]
    [InlineData("class Low { class Inner { int Body() => Above.High.Field; } }")]
    [InlineData("[System.ComponentModel.TypeConverter(typeof(Above.High))] class Low { }")]
    public void AUseOfAHigherFloorIsSeen(string low)
    {
        using var sample = Sample.Compile($$"""
            using System; using System.Collections.Generic; using Above = TrustBot.Dialogs.Topics;
            namespace TrustBot.Dialogs.Topics { public class High { public static int Field = 1; public static int Deed() => 1; } }
            namespace TrustBot.Dialogs.Sensing { {{low}} }
            """);
        Assert.NotEmpty(Floors.Climbing(sample));
    }

    [Fact]
    public void AUseOfALowerFloorIsFine()
    {
        using var sample = Sample.Compile("""
            namespace TrustBot.Dialogs.Sensing { public class Low { } }
            namespace TrustBot.Dialogs.Topics { class High { object Body() => new TrustBot.Dialogs.Sensing.Low(); } }
            namespace TrustBot.Dialogs { class Turn { object Body() => new TrustBot.Dialogs.Sensing.Low(); } }
            """);
        Assert.Empty(Floors.Climbing(sample));
    }

    [Fact]
    public void AConstantOfAHigherFloorIsSeenAlthoughTheCompilerWritesOnlyItsValue()
    {
        var high = CodeFile.Parse("High.cs", "namespace TrustBot.Dialogs.Topics; static class High { public const string Name = \"x\"; }");
        var low = CodeFile.Parse("Low.cs", "using TrustBot.Dialogs.Topics; namespace TrustBot.Dialogs.Sensing; class Low { string Body() => High.Name; }");
        Assert.Equal(["Low.cs:1: TrustBot.Dialogs.Topics.High.Name"], Floors.ClimbingConstants([high, low]));
    }

    [Theory]
    [InlineData("namespace TrustBot.Dialogs.Tools { class Thing { } }")]
    [InlineData("namespace TrustBot.Dialogs.Sensing.Deep { class Thing { } }")]
    [InlineData("namespace Elsewhere { class Thing { } }")]
    [InlineData("class Thing { }")]
    public void ATypeOutsideTheFloorsIsSeen(string source)
    {
        using var sample = Sample.Compile(source);
        Assert.NotEmpty(Floors.Homeless(sample));
    }
}
