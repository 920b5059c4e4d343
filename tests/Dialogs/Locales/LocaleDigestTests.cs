using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Locales;

/// <summary>A set that passed every check is loaded again without being read.</summary>
public sealed class LocaleDigestTests
{
    private static readonly LocaleDigest Digest = Shipped.Settings.Digest();
    private static readonly Settings Trusted = Settings.Trust(Shipped.Files, Digest).Settings!;

    [Fact]
    public void TheSameCulturesAnswerToTheSameTags() => Assert.All(Shipped.Settings.Locales.Cultures.Values, c =>
    {
        var same = Trusted.Locales[c.Tag];
        Assert.Equal((c.Tag, c.Name, c.Over, c.Direction, c.Script), (same.Tag, same.Name, same.Over, same.Direction, same.Script));
        Assert.All(c.AlsoAnswers, a => Assert.Equal(c.Tag, Trusted.Locales.Find(a)!.Tag));
    });

    [Fact]
    public void NothingIsReadBeforeSomeoneSpeaks() =>
        Assert.All(Settings.Trust(Shipped.Files, Digest).Settings!.Locales.Cultures.Values, c => Assert.False(c.Parts.IsValueCreated, c.Tag));

    [Fact]
    public void EachCultureSaysAndHearsTheSame() => Assert.All(Shipped.Settings.Locales.Cultures.Values, c =>
    {
        var same = Trusted.Locales[c.Tag];
        Assert.Equal(c.Voice.Phrases.Keys, same.Voice.Phrases.Keys);
        Assert.Equal(c.Cues.Groups.Sum(g => g.Value.Length), same.Cues.Groups.Sum(g => g.Value.Length));
        Assert.Equal(c.Topics.Keys, same.Topics.Keys);
    });

    [Fact]
    public void DangerAndLanguageAreHeardAlike() => Assert.All(["I want to die", "もう死にたい", "where is my order"], text =>
    {
        var (one, other) = (Shipped.Settings.Sense.Read(text, Friction.None, false, default).Reading, Trusted.Sense.Read(text, Friction.None, false, default).Reading);
        Assert.Equal((one.Language, one.PLanguage, one.PCrisis), (other.Language, other.PLanguage, other.PCrisis));
    });

    [Fact]
    public void FilesThatHaveChangedAreNotTrusted() =>
        Assert.Null(Settings.Trust([.. Shipped.Files.Skip(1)], Digest).Settings);
}
