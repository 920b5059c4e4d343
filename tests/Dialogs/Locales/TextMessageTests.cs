using FsCheck;
using FsCheck.Fluent;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Tests.Locales;

public sealed class TextMessageTests
{
    [Theory]
    [InlineData("", 0, 1)]
    [InlineData("hello", 5, 1)]
    [InlineData("Grüße, à la £5", 14, 1)]
    [InlineData("ça và", 5, 1)]
    [InlineData("€5", 3, 1)]
    [InlineData("[x]", 5, 1)]
    [InlineData("it’s", 4, 1)]
    [InlineData("もしもし", 4, 1)]
    [InlineData("😀", 2, 1)]
    public void UnitsAreSeptetsOrUtf16(string text, int units, int parts) => Assert.Equal((units, parts), (TextMessage.Units(text), TextMessage.Parts(text)));

    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('あ', 70, 1)]
    [InlineData('あ', 71, 2)]
    [InlineData('あ', 134, 2)]
    [InlineData('あ', 201, 3)]
    [InlineData('あ', 202, 4)]
    public void PartsAreCountedAsCarriersDo(char sign, int length, int parts) => Assert.Equal(parts, TextMessage.Parts(new string(sign, length)));

    [Theory]
    [InlineData('ç', false)]
    [InlineData('Ç', true)]
    [InlineData('á', false)]
    [InlineData('é', true)]
    [InlineData('`', false)]
    [InlineData('₹', false)]
    [InlineData('’', false)]
    [InlineData('\u202F', false)]
    public void TheAlphabetIsThatOfTheStandard(char sign, bool gsm) => Assert.Equal(gsm, TextMessage.IsGsm(sign.ToString()));

    [Fact]
    public void TheFirstPartIsABeginningAndFitsAlone() => Prop.ForAll<string>(text =>
        text is null || (text.StartsWith(TextMessage.First(text), StringComparison.Ordinal) && TextMessage.Parts(TextMessage.First(text)) == 1)).QuickCheckThrowOnFailure();
}
