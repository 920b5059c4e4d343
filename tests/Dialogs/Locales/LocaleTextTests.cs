using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Locales;

public sealed class LocaleTextTests
{
    [Theory]
    [InlineData("no")]
    [InlineData("024")]
    [InlineData("12:30")]
    [InlineData("1e3")]
    [InlineData("2026-01-01")]
    [InlineData("0x1F")]
    [InlineData("null")]
    public void AValueStaysTheTextThatWasTyped(string typed)
    {
        var set = Mini.Set(("en/voice.yaml", Mini.Voice.Replace("Hello {name}.", typed)));
        Assert.Equal(typed, Wording.Label(new(set["en"], Register.Polite, Mood.Calm), "hello"));
    }

    [Fact]
    public void ACultureOverAnotherHoldsOnlyItsDifferences()
    {
        var set = Mini.Set(("en-SG/voice.yaml", "culture: en-SG\nname: Singapore\nover: en\nregister: { default: casual }\nphrases:\n  hello: Hi {name}.\n"),
            ("en-SG/cues.yaml", "culture: en-SG\ngroups:\n  asks-human: [real person lah]\n"),
            ("en-SG/topics.yaml", "culture: en-SG\ntopics:\n  order-status: { examples: [where my parcel ah] }\n"));
        var (own, root) = (set["en-SG"], set["en"]);
        Assert.Equal("Hi A.", Say(own, "hello"));
        Assert.Equal("Hello A.", Say(root, "hello"));
        Assert.Equal("Sorry.", Say(own, "sorry"));
        Assert.Equal(("human", root.Voice.Formats), (own.Voice.HumanWord, own.Voice.Formats));
        Assert.Equal((Register.Casual, Register.Polite), (own.Voice.Registers.Default, own.Voice.Registers.Strained));
        Assert.Equal(["a human", "real person lah"], own.Cues.Groups["asks-human"].Select(c => c.Pattern.Source));
        Assert.Single(root.Cues.Groups["asks-human"]);
        Assert.Equal(("an order", 2), (own.Topics["order-status"].Name, own.Topics["order-status"].Examples.Length));
    }

    [Fact]
    public void AWordingThatCarriesFeelingKeepsItsMoodsInACultureOverAnother() => Assert.Contains(
        Mini.Faults(("en-SG/voice.yaml", "culture: en-SG\nname: Singapore\nover: en\nphrases:\n  sorry: Sorry lah.\n")),
        f => f.Path == "en-SG/voice.yaml" && f.Problem.Contains("not worded for moods", StringComparison.Ordinal));

    [Fact]
    public void TheHashIsThatOfTheContentWhateverTheOrder()
    {
        var files = Mini.With();
        Assert.Equal(LocaleReader.Hash(files), LocaleReader.Hash(files.AsEnumerable().Reverse()));
        Assert.NotEqual(LocaleReader.Hash(files), LocaleReader.Hash(Mini.With(("en/topics.yaml", Mini.Topics + " "))));
    }

    private static string Say(Culture culture, string key) => Wording.Of(new(culture, Register.Polite, Mood.Calm), Line.Of(key, ("name", "A")), -1, "").Text;
}
