using FsCheck;
using FsCheck.Fluent;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Speaking;

public sealed class WordingTests
{
    private static readonly Style Plain = new(Shipped.Settings.Locales["en"], Register.Polite, Mood.Calm);

    private static Gen<string> Seed => Gen.Choose(0, 1_000_000).Select(n => $"c{n % 997}|{n}");

    [Fact]
    public void TheSameWordingIsNeverHeardTwiceInARow() => Prop.ForAll(Arb.From(Seed.ListOf(12)), seeds =>
    {
        foreach (var key in Plain.Culture.Voice.Phrases.Where(p => p.Value.For(Plain.Register, Plain.Mood).Length > 1).Select(p => p.Key))
        {
            var last = -1;
            foreach (var seed in seeds)
            {
                var index = Wording.Of(Plain, Line.Of(key), last, seed).Index;
                Assert.NotEqual(last, index);
                last = index;
            }
        }
    }).Check(Seeded.Runs(40));

    [Fact]
    public void TheSameSeedSaysTheSame() => Prop.ForAll(Arb.From(Seed), seed =>
        Assert.Equal(Wording.Of(Plain, Line.Of("greeting"), 1, seed), Wording.Of(Plain, Line.Of("greeting"), 1, seed))).Check(Seeded.Runs(200));

    [Fact]
    public void EachWordingComesUp() =>
        Assert.Equal(Plain.Culture.Voice.Phrases["greeting"].For(Register.Polite, Mood.Calm).Length, Enumerable.Range(0, 200).Select(i => Wording.Of(Plain, Line.Of("greeting"), -1, $"c|{i}").Index).Distinct().Count());

    [Fact]
    public void ALastWordingOfAnotherMoodDoesNoHarm() => Assert.InRange(Wording.Of(Plain, Line.Of("greeting"), 77, "c|1").Index, 0, 2);

    [Fact]
    public void EveryNeededPhraseIsSaidInEveryStyleOfEveryCulture()
    {
        foreach (var culture in Shipped.Settings.Locales.Cultures.Values)
            foreach (var register in Enum.GetValues<Register>())
                foreach (var mood in Enum.GetValues<Mood>())
                    foreach (var key in Phrases.Needed)
                        Assert.All(culture.Voice.Phrases[key].For(register, mood), w => Assert.NotEmpty(w.Source));
    }

    [Fact]
    public void AReplyMixesNoRegisters()
    {
        // A register that is worded is what is taken: a phrase falls to another only where its own is not worded at all.
        foreach (var culture in Shipped.Settings.Locales.Cultures.Values)
            foreach (var phrase in culture.Voice.Phrases.Values)
                foreach (var (register, _) in phrase.Wordings.Keys)
                    foreach (var mood in Enum.GetValues<Mood>())
                    {
                        var own = phrase.Wordings.Where(w => w.Key.Item1 == register).SelectMany(w => w.Value).ToHashSet();
                        Assert.All(phrase.For(register, mood), t => Assert.Contains(t, own));
                    }
    }

    [Fact]
    public void AWordingKnowsItselfByTwelveDigits() => Assert.Matches("^[0-9a-f]{12}$", Wording.Version("Hello"));
}
