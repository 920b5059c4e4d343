using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Locales;

public sealed class CultureLookupTests
{
    private static readonly LocaleSet Set = Mini.Set(
        ("en-SG/voice.yaml", "culture: en-SG\nname: Singapore\nover: en\nalso-answers: [ms-SG]\n"),
        ("territories/SG.yaml", """
            territory: SG
            zones: [Asia/Singapore]
            emergency: "995"
            lines:
              - { name: A, kind: crisis, phone: "1", hours: always, as-of: "2026", source: s, confidence: high, verified-by: "B" }
            """));

    [Theory]
    [InlineData("en", "en")]
    [InlineData("EN-sg", "en-SG")]
    [InlineData("en-SG-x-lah", "en-SG")]
    [InlineData("en-AU", "en")]
    [InlineData("ms-SG", "en-SG")]
    [InlineData(" en ", "en")]
    [InlineData("ms", null)]
    [InlineData("xx-junk", null)]
    [InlineData("*", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void ATagFindsItsCultureByItsBeginning(string? tag, string? culture) => Assert.Equal(culture, Set.Find(tag)?.Tag);

    [Fact]
    public void ATagOfAMillionPartsIsNoneAndCostsNothing() => Assert.Null(Set.Find(string.Concat(Enumerable.Repeat("en-", 1_000_000))));

    [Theory]
    [InlineData("en-SG,en;q=0.9", "en-SG")]
    [InlineData("ja;q=1, en-SG;q=0.3, en;q=0.8", "en")]
    [InlineData("ja, fr;q=0.5", null)]
    [InlineData("en;q=0", null)]
    [InlineData("en;q=0, en-SG;q=0.1", "en-SG")]
    [InlineData("en;q=NaN", null)]
    [InlineData("en;q=99, en-SG", "en-SG")]
    [InlineData(",,;;q=,=", null)]
    [InlineData("*", null)]
    [InlineData(null, null)]
    public void ABrowsersWishesAreTakenByWeight(string? header, string? culture) => Assert.Equal(culture, Set.FindAccepted(header)?.Tag);

    [Theory]
    [InlineData("en-SG", "SG")]
    [InlineData("zh-Hant-sg", "SG")]
    [InlineData("en-US", null)]
    [InlineData("sg", null)]
    public void ATagTellsATerritoryOnlyByItsRegion(string tag, string? territory) => Assert.Equal(territory, Set.TerritoryOfTag(tag));

    [Fact]
    public void AZoneTellsTheTerritoryThatClaimsIt() =>
        Assert.Equal(("SG", null, null), (Set.TerritoryOfZone("asia/singapore"), Set.TerritoryOfZone("Europe/Rome"), Set.TerritoryOfZone(null)));
}
