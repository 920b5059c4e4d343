using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Tests.Support;
using TrustBot.Dialogs.Triage;

namespace TrustBot.Dialogs.Tests.Triage;

public sealed class PolicyReaderTests
{
    private static readonly string Text = Shipped.Files.Single(f => f.Path == PolicyReader.FileName).Text.ReplaceLineEndings("\n");

    private static (Policy? Policy, IReadOnlyList<LocaleFault> Faults) Read(string text) => PolicyReader.Read(new(PolicyReader.FileName, text));

    [Theory]
    [InlineData("  crisis: \"0.45\"", "  crisis: high", "thresholds.crisis", "not a number from 0 to 1", "0.60")]
    [InlineData("  crisis: \"0.45\"", "  crisis: \"1.5\"", "thresholds.crisis", "not a number from 0 to 1", "0.60")]
    [InlineData("  crisis: \"0.45\"", "  crysis: \"0.45\"", "thresholds.crysis", "is not a key here", "Did you mean `crisis`?")]
    [InlineData("  abuse: \"0.60\"\n", "", "thresholds.abuse", "missing", "abuse")]
    [InlineData("  care: \"0.22\"", "  care: \"0.70\"", "thresholds", "care must be reached before crisis", "below")]
    [InlineData("not-understood-offer: \"2\"", "not-understood-offer: two", "counts.not-understood-offer", "not a number from 0 to 1000", "0.60")]
    [InlineData("{ at: \"0.60\", act: hand-off, tier: high }", "{ act: hand-off, tier: high }", "risk.fraud_in_progress.at", "missing", "at:")]
    [InlineData("{ at: \"0.60\", act: hand-off, tier: high }", "{ at: \"0.60\", act: shout, tier: high }", "risk.fraud_in_progress.act", "`shout`", "hand-off or offer-human")]
    [InlineData("{ at: \"0.60\", act: hand-off, tier: high }", "{ at: \"0.60\", act: hand-off, tier: top }", "risk.fraud_in_progress.tier", "`top`", "low, medium or high")]
    [InlineData("fraud_in_progress", "fraud", "risk.fraud", "is not a key here", "Known here")]
    [InlineData("update: \"90s\"", "update: soon", "times.update", "not a time", "90s")]
    [InlineData("  offer: \"15m\"", "  offers: \"15m\"", "times.offer", "missing", "offer")]
    [InlineData("version: ", "verzion: ", "version", "missing", "version")]
    public void AMistakeIsToldWithItsKeyAndHowToMendIt(string was, string now, string key, string problem, string mend)
    {
        Assert.Contains(was, Text, StringComparison.Ordinal);
        var (policy, faults) = Read(Text.Replace(was, now));
        var fault = faults.FirstOrDefault(f => f.Key == key && f.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.True(fault is { Line: > 0, Path: PolicyReader.FileName } && policy is null, string.Join('\n', faults));
        Assert.Contains(mend, fault.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutThePolicyNothingStarts() => Assert.Contains("missing", Assert.Single(PolicyReader.Read(null).Faults).Problem, StringComparison.Ordinal);

    [Fact]
    public void ACultureWithoutAFolderIsAWarning()
    {

        var (settings, faults) = Dialogs.Settings.Read([.. Shipped.Files.Where(f => f.Path != PolicyReader.FileName), new(PolicyReader.FileName, Text.Replace("cultures:\n", "cultures:\n  xx-XX: { soften: \"0.1\" }\n"))]);
        Assert.NotNull(settings);
        Assert.Contains(faults, f => f is { Level: FaultLevel.Warning, Key: "cultures.xx-XX" });
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("5m", 300)]
    [InlineData("2h", 7200)]
    [InlineData("5d", 432000)]
    public void ATimeHasAUnit(string written, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(Text.Replace("update: \"90s\"", $"update: \"{written}\"")).Policy!.Times["update"]);

    [Fact]
    public void AThresholdOfItsOwnHoldsOnlyInItsCulture()
    {
        var policy = Read(Text).Policy!;
        Assert.Equal((policy.Thresholds["soften"], policy.Cultures["ja-JP"]["soften"], policy.Thresholds["crisis"]), (policy.At("soften", "en"), policy.At("soften", "ja-jp"), policy.At("crisis", "ja-JP")));
    }
}
