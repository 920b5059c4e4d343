using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Tests.Locales;

public sealed class CuePatternTests
{
    [Theory]
    [InlineData("die", "die")]
    [InlineData("(a|b) c", "a c/b c")]
    [InlineData("a [b] c", "a b c/a c")]
    [InlineData("a .. b", "a~b")]
    [InlineData("[a|b] c", "a c/b c/c")]
    [InlineData("word*", "word*")]
    [InlineData("word* b", "word*~b")]
    [InlineData("(hit*|beats) me", "hit*~me/beats me")]
    [InlineData("(a|(b|c) d)", "a/b d/c d")]
    [InlineData(".. a ..", "a")]
    public void APatternIsSpeltOut(string pattern, string spellings) =>
        Assert.Equal(spellings, string.Join('/', CuePattern.Parse(pattern).Spell().Select(s => string.Join('~', s))));
}
