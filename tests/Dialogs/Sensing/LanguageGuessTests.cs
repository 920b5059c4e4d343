using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Sensing;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("where is my order please", "en", true)]
    [InlineData("hello", "en", false)]
    [InlineData("1234 5678", "", false)]
    [InlineData("!!! 👟", "", false)]
    [InlineData("", "", false)]
    [InlineData("bonjour je voudrais savoir", "", false)]
    public void EnglishIsKnownByItsWords(string text, string language, bool sure)
    {
        var reading = Shipped.Settings.Sense.Read(text, Friction.None, false, DateTimeOffset.UnixEpoch).Reading;
        if (language.Length > 0 || text.Length == 0) Assert.Equal(language, reading.Language);
        Assert.Equal(sure, reading.PLanguage >= 0.7);
    }

    [Theory]
    [InlineData("注文はどこですか", true)]
    [InlineData("はい", true)]
    [InlineData("LN-1001の注文はどこですか", true)]
    [InlineData("iPhoneの保証", true)]
    [InlineData("my ソニー headphones are not working at all", false)]
    [InlineData("注文番号", false)]
    public void JapaneseIsKnownByItsKanaAndNotByAName(string text, bool sure)
    {
        var reading = Shipped.Settings.Sense.Read(text, Friction.None, false, DateTimeOffset.UnixEpoch).Reading;
        Assert.Equal(sure, reading is { Language: "ja", PLanguage: >= 0.7 });
    }
}
