using TrustBot.Listening;

namespace TrustBot.Tests.Listening;

public sealed class MeasuresTests
{
    private static List<(double, bool)> Cases(string scores) =>
        [.. scores.Split(' ').Select(s => (double.Parse(s[1..], System.Globalization.CultureInfo.InvariantCulture), s[0] == '+'))];

    [Theory]
    [InlineData("+0.9 +0.8 -0.3 -0.1", 1)]
    [InlineData("+0.1 -0.9", 0)]
    [InlineData("+0.5 -0.5", 0.5)]
    [InlineData("+0.9 -0.8 +0.7 -0.1", 0.75)]
    public void TheAreaUnderTheCurveIsTheChanceThatAYesScoresAboveANo(string scores, double auc) => Assert.Equal(auc, Measures.Auc(Cases(scores)), 6);

    [Fact]
    public void WithoutAYesOrANoThereIsNothingToMeasure()
    {
        Assert.True(double.IsNaN(Measures.Auc(Cases("+0.9"))));
        Assert.True(double.IsNaN(Measures.RecallAt(Cases("-0.9"), 0.01)));
        Assert.True(double.IsNaN(Measures.AveragePrecision(Cases("-0.2"))));
    }

    [Fact]
    public void RecallIsCountedAboveTheScoreThatAShareOfTheNoesReach()
    {
        var cases = Enumerable.Range(0, 100).Select(i => (i / 1000.0, false)).Append((0.0985, true)).Append((0.5, true)).ToList();
        Assert.Equal(0.5, Measures.RecallAt(cases, 0));
        Assert.Equal(1, Measures.RecallAt(cases, 0.01));
    }

    [Fact]
    public void WhatIsSaidAtNinetyPercentAndHoldsHalfTheTimeIsFortyOff() => Assert.Equal(0.4, Measures.CalibrationError(Cases("+0.9 -0.9")), 6);

    [Fact]
    public void TheIntervalDrawsWholeDialoguesAndIsTheSameEveryTime()
    {
        var cases = Enumerable.Range(0, 60).Select(i => (Score: i % 7 / 7.0, Yes: i % 3 == 0, Unit: $"d{i / 4}")).ToList();
        (double, double) Draw() => Measures.Interval(cases, c => c.Unit, s => Measures.Auc([.. s.Select(c => (c.Score, c.Yes))]));
        var (low, high) = Draw();
        Assert.Equal((low, high), Draw());
        Assert.InRange(Measures.Auc([.. cases.Select(c => (c.Score, c.Yes))]), low, high);
    }
}
