using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Locales;

public sealed class CueLintTests
{
    [Fact]
    public void ACueThatAnIdiomHidesIsTold() =>
        Assert.Contains(Faults("idioms: [\"(drop|play) dead\"]", "abuse: [\"(shut up|drop dead)\"]"), f => f.Problem.Contains("is hidden by an idiom", StringComparison.Ordinal));

    [Fact]
    public void ALongerIdiomHidesOnlyItself() => Assert.Empty(Faults("idioms: [\"drop dead gorgeous\"]", "abuse: [\"drop dead\"]"));

    [Fact]
    public void ACueInTwoOppositeGroupsIsTold()
    {
        var fault = Assert.Single(Faults("declines-human: [\"(a human|no human)\"]"));
        Assert.Equal(("groups.asks-human", FaultLevel.Warning), (fault.Key, fault.Level));
        Assert.Contains("declines-human", fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AWholeMessageAndAPartOfOneAreNotTheSame() => Assert.Empty(Faults("declines-human: [{ pattern: a human, whole: true }]"));

    [Theory]
    [InlineData("2024-11-26", true)]
    [InlineData("2024-12", false)]
    [InlineData("2023", true)]
    [InlineData("2026-01-31", false)]
    public void ALineTrueTwoYearsAgoIsLookedUpAgain(string asOf, bool old)
    {
        var set = Mini.Set(("territories/JP.yaml", $"territory: JP\nemergency: \"119\"\nlines:\n  - {{ name: A, kind: crisis, phone: \"1\", hours: always, as-of: \"{asOf}\", source: s, confidence: high, verified-by: B }}\n"));
        var faults = TerritoryLint.Ageing(set, new DateOnly(2026, 11, 27)).Where(f => f.Path == "territories/JP.yaml").ToList();
        Assert.Equal(old ? 1 : 0, faults.Count);
        if (old) Assert.Equal((FaultLevel.Warning, 4), (faults[0].Level, faults[0].Line));
    }

    private static IReadOnlyList<LocaleFault> Faults(params string[] groups) =>
        Mini.Faults(("en/cues.yaml", Mini.Cues.ReplaceLineEndings("\n") + string.Concat(groups.Select(g => $"\n  {g}"))));
}
