using TrustBot.Dialogs.Sensing;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Sensing;

/// <summary>Emoji and faces made of marks say what they feel; what only looks like a face says nothing.</summary>
public sealed class FacesTests
{
    [Theory]
    [InlineData("my parcel is late😭😭", "my parcel is late 😢 😢")]
    [InlineData("(T_T) why", "😢 why")]
    [InlineData("late:(", "late 😢")]
    [InlineData("late :'( again", "late 😢 again")]
    [InlineData("(；ω；)", "😢")]
    [InlineData("ㅠㅠ", "😢")]
    [InlineData("왜 안 와요ㅠㅠㅠ", "왜 안 와요 😢 ㅠ")]
    [InlineData("(╯°□°)╯︵ ┻━┻", "╯°□° ╯ 😠")]
    [InlineData(">:( no", "😠 no")]
    [InlineData("ok -_- fine", "ok 🙄 fine")]
    [InlineData("thanks :D", "thanks 😊")]
    [InlineData("thanks ^^", "thanks 😊")]
    [InlineData("❤️ you", "❤ you")]
    [InlineData("m(_ _)m", "m 🥺 m")]
    [InlineData("🙂🙃👏", "🙂🙃👏")]
    public void AFaceIsReadAsItsFeeling(string text, string read) => Assert.Equal(read, Normaliser.Plain(text).Replace("\u200D", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("https://example.org/a")]
    [InlineData("at 10:30, ratio 3:(4+1), x=(1+2)")]
    [InlineData("ID:D1234 and Re:D")]
    [InlineData("BOTTLE_TOP T_TOTAL STOTAL QAQC XDR")]
    [InlineData("--- -_-__-- a-_-b")]
    [InlineData("2^^3 a^^b")]
    [InlineData("a >_<b>")]
    public void WhatOnlyLooksLikeAFaceIsNone(string text) => Assert.DoesNotContain(Normaliser.Plain(text), char.IsSurrogate);

    [Fact]
    public void ACueForOneEmojiHearsTheWholeFeelingAndQuotesIt()
    {
        var hit = Mini.Hear("where is it T_T", ("negative", "[😭]")).Single(h => h.Group == "negative");
        Assert.Equal((12, 3), (hit.Start, hit.Length));
    }
}
