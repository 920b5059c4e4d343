using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using TrustBot.Privacy;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Privacy;

public sealed class ProtectorTests
{
    private static readonly Protector Protector = Some.Protector();

    private static string? Kept(string text) => Protector.Protect("c1", text).Text;

    [Theory]
    [InlineData("my card is 4111 1111 1111 1111 thanks", "my card is [card:*] thanks")]
    [InlineData("4111-1111-1111-1111", "[card:*]")]
    [InlineData("4111111111111111.", "[card:*].")]
    [InlineData("カード番号は４１１１－１１１１－１１１１－１１１１です", "カード番号は[card:*]です")]
    [InlineData("カードは4111ー1111ー1111ー1111", "カードは[card:*]")]
    [InlineData("amex 3782 822463 10005", "amex [card:*]")]
    [InlineData("diners 30569309025904", "diners [card:*]")]
    [InlineData("jcb 3530 1113 3330 0000", "jcb [card:*]")]
    [InlineData("mastercard 2223003122003222", "mastercard [card:*]")]
    [InlineData("order 12 4111 1111 1111 1111", "order 12 [card:*]")]
    [InlineData("5555555555554444 and 4012 8888 8888 1881", "[card:*] and [card:*]")]
    [InlineData("٤١١١ ١١١١ ١١١١ ١١١١", "[card:*]")]
    public void CardsAreHidden(string text, string kept) => Assert.Matches(Pattern(kept), Kept(text));

    [Theory]
    [InlineData("my password is hunter2", "my password is [password]")]
    [InlineData("My Password Is:  Hunter2! please help", "My Password Is:  [password] please help")]
    [InlineData("pw: s3cret", "pw: [password]")]
    [InlineData("PW = x y", "PW = [password] y")]
    [InlineData("the password for my account is hunter2", "the password for my account is [password]")]
    [InlineData("password is “correct horse battery”.", "password is “[password]”.")]
    [InlineData("パスワードは abc123 です", "パスワードは [password] です")]
    [InlineData("パスワードはabc123です。", "パスワードは[password]です。")]
    [InlineData("パスワード：ａｂｃ１２３", "パスワード：[password]")]
    [InlineData("パスワードは「ひらけごま」です", "パスワードは「[password]」です")]
    [InlineData("暗証番号は1234です", "暗証番号は[password]です")]
    [InlineData("password: 4111 1111 1111 1111", "password: [card:*]")]
    public void PasswordsAreHidden(string text, string kept) => Assert.Matches(Pattern(kept), Kept(text));

    [Theory]
    [InlineData("the code is 123456", "the code is [code]")]
    [InlineData("OTP 123456", "OTP [code]")]
    [InlineData("otp: 123 456", "otp: [code]")]
    [InlineData("the code you sent me is 123-456, ok?", "the code you sent me is [code], ok?")]
    [InlineData("verification code G-482913", "verification code [code]")]
    [InlineData("OTP 123456 2026-03-14", "OTP [code] 2026-03-14")]
    [InlineData("認証コード 123456", "認証コード [code]")]
    [InlineData("認証コードは１２３４５６です", "認証コードは[code]です")]
    [InlineData("cvv 123", "cvv [code]")]
    [InlineData("my pin is 4821", "my pin is [code]")]
    public void CodesAreHidden(string text, string kept) => Assert.Equal(kept, Kept(text));

    [Theory]
    [InlineData("where is my order LN-1001?")]
    [InlineData("orders AC-2001, AC-2002 and LN-1001")]
    [InlineData("my order code is LN-1001")]
    [InlineData("call +44 7911 123456 or 090-1234-5678 or 0120-279-338")]
    [InlineData("+4915112345678901 and (03) 1234-5678")]
    [InlineData("it was £1,299.99, then ¥1,234,567 and 4.99 5.99 12.99")]
    [InlineData("注文番号はLN-1001、電話は03-1234-5678、料金は12,800円です")]
    [InlineData("4111 1111 1111 1112 fails the check")]
    [InlineData("no issuer begins so: 1234567812345670")]
    [InlineData("part of a longer number 94111111111111111123456")]
    [InlineData("0.4111111111111111")]
    [InlineData("tracking 1Z999AA10123456784, 2026-03-14T12:00:00.000Z")]
    [InlineData("my password is wrong, the password is not working")]
    [InlineData("my password is expired.")]
    [InlineData("I forgot my password")]
    [InlineData("the password page is down")]
    [InlineData("パスワードは忘れました")]
    [InlineData("パスワードが違います")]
    [InlineData("the error code is 404404, the postal code is 902101")]
    [InlineData("promo code: 2026")]
    [InlineData("エラーコードは5001です。郵便番号は1000001です")]
    [InlineData("hotpot 123456")]
    [InlineData("")]
    [InlineData("🙂 \ud83d 你好")]
    public void WhatIsNoSecretStays(string text)
    {
        var (kept, hidden) = Protector.Protect("c1", text);
        Assert.Equal(text, kept);
        Assert.Empty(hidden);
    }

    [Fact]
    public void WhatWasHiddenIsTold()
    {
        Assert.Equal(["card", "code"], Protector.Protect("c1", "4111111111111111 or 5555555555554444, cvv 123").Hidden.Order());
        Assert.Null(Protector.Protect("c1", null).Text);
    }

    [Fact]
    public void TheSameCardHasTheSameTokenInAConversationAndAnotherElsewhere()
    {
        Assert.Equal(Kept("4111111111111111"), Kept("4111-1111 １１１１-1111"));
        Assert.NotEqual(Kept("4111111111111111"), Kept("5555555555554444"));
        Assert.NotEqual(Kept("4111111111111111"), Protector.Protect("c2", "4111111111111111").Text);
        Assert.NotEqual(Kept("4111111111111111"), Some.Protector(secret: 2).Protect("c1", "4111111111111111").Text);
    }

    [Fact]
    public void ProtectingTwiceIsProtectingOnce()
    {
        var once = Kept("4111111111111111, my password is hunter2, the code is 123456");
        Assert.Equal(once, Kept(once!));
    }

    [Fact]
    public void AnyCardWithAnySeparatorsIsHidden()
    {
        var issuers = Gen.Elements(("4", 16), ("4", 13), ("51", 16), ("2720", 16), ("34", 15), ("36", 14), ("6011", 19), ("3589", 16), ("6763", 13));
        var cards =
            from issuer in issuers
            from body in Gen.Choose(0, 9).ListOf(issuer.Item2 - issuer.Item1.Length - 1)
            from between in Gen.Elements("", "", "", " ", "-", " - ", "\u00a0", "　", "－").ListOf(issuer.Item2 - 1)
            let digits = WithCheckDigit(issuer.Item1 + string.Concat(body))
            select string.Concat(digits.Zip(between.Append(""), (d, s) => d + s));
        Prop.ForAll(Arb.From(cards), card => System.Text.RegularExpressions.Regex.IsMatch(Kept($"a {card} b")!, @"^a \[card:[0-9a-f]{4}\] b$"))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TextWithoutDigitsOrAnnouncementsIsNeverChanged() =>
        Prop.ForAll(Arb.From(Gen.Elements("hello", "パ", " ", "-", "\n", "：", "ß", "is", "your", ".", "🙂", "は").ListOf().Select(string.Concat)), text => Kept(text) == text)
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("4")]
    [InlineData("4 ")]
    [InlineData("４-")]
    [InlineData("pw:")]
    [InlineData("password ")]
    [InlineData("code ")]
    [InlineData("otp 1")]
    [InlineData("password is \"")]
    public void AMegabyteOfAnythingIsReadInBoundedTime(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
        var clock = Stopwatch.StartNew();
        Kept(text);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static string Pattern(string kept) =>
        "^" + System.Text.RegularExpressions.Regex.Escape(kept).Replace(@"\[card:\*]", @"\[card:[0-9a-f]{4}\]") + "$";

    private static string WithCheckDigit(string digits)
    {
        var sum = digits.Reverse().Select((d, i) => i % 2 == 1 ? d - '0' : (d - '0') * 2 > 9 ? ((d - '0') * 2) - 9 : (d - '0') * 2).Sum();
        return digits + ((10 - (sum % 10)) % 10);
    }
}
