using TrustBot.Dialogs.Topics;

namespace TrustBot.Dialogs.Tests.Topics;

public sealed class SlotTests
{
    [Theory]
    [InlineData("where is LN-1001?", "order=LN-1001")]
    [InlineData("ln1001 please", "order=LN-1001")]
    [InlineData("ln 1001", "order=LN-1001")]
    [InlineData("ＬＮ－１００１です", "order=LN-1001")]
    [InlineData("LNー1001", "order=LN-1001")]
    [InlineData("LN-١٠٠١", "order=LN-1001")]
    [InlineData("LN-10011", "")]
    [InlineData("PLN-1001", "")]
    [InlineData("AC-2001", "account=AC-2001")]
    [InlineData("my account is ac2001 and the order LN-1002", "account=AC-2001 order=LN-1002")]
    [InlineData("call +65 6123 4567", "phone=+65 6123 4567")]
    [InlineData("０９０－１２３４－５６７８", "phone=090-1234-5678")]
    [InlineData("(03) 1234-5678", "phone=(03) 1234-5678")]
    [InlineData("LN-1001, call 61234567", "order=LN-1001 phone=61234567")]
    [InlineData("LN-1001 LN-1002", "order=LN-1001")]
    [InlineData("238801", "")]
    [InlineData("I ordered it on 2026-11-20", "")]
    [InlineData("since 20-11-2026", "")]
    [InlineData("12345678901234567890", "")]
    [InlineData("49.90 dollars and 3 items", "")]
    [InlineData("", "")]
    [InlineData("\uD800", "")]
    public void NumbersAreFoundAndNotTakenForOneAnother(string text, string found) =>
        Assert.Equal(found, string.Join(' ', Slots.In(text).Select(s => $"{s.Key}={s.Value}")));
}
