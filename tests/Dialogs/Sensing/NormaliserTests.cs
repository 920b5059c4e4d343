using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TrustBot.Dialogs.Sensing;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Sensing;

public sealed class NormaliserTests
{
    [Theory]
    [InlineData("Ｈｅｌｌｏ　Ｗｏｒｌｄ", "hello world")]
    [InlineData("ｶﾞｲﾄﾞ", "ガイド")]
    [InlineData("が", "が")]
    [InlineData("cafe\u0301", "café")]
    [InlineData("su\u200Bici\u00ADde", "suicide")]
    [InlineData("\u202Eevil\u202C text", "evil text")]
    [InlineData("a\U000E0061b", "ab")]
    [InlineData("don't DON’T don`t", "dont dont dont")]
    [InlineData("  many\t\n\f spaces  ", "many spaces")]
    [InlineData("soooo baaaad!!!", "soo baad")]
    [InlineData("すごーーーい", "すごーーい")]
    [InlineData("1000000", "1000000")]
    [InlineData("f***", "f***")]
    [InlineData("𝐝𝐢𝐞", "die")]
    [InlineData("株㍿", "株株式会社")]
    [InlineData("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글")]
    [InlineData("ㅋㅋㅋ", "ㅋㅋ")]
    [InlineData("مــرحــبا", "مرحبا")]
    [InlineData("مَرْحَبًا", "مرحبا")]
    [InlineData("أُريد إلى آخر مؤمن شيئًا", "اريد الي اخر مومن شييا")]
    [InlineData("خدمة سيئة جداً", "خدمه سييه جدا")]
    [InlineData("\u0623\u0653", "\u0627")]
    [InlineData("١٢٣ ۴۵ १२ ๙", "123 45 12 9")]
    [InlineData("Straße STRAẞE", "strasse strasse")]
    [InlineData("hòa thúy khỏe qúy", "hoà thuý khoẻ quý")]
    [InlineData("của mùa tôi", "của mùa tôi")]
    [InlineData("...", "")]
    [InlineData("", "")]
    public void TextIsMadeComparable(string original, string normal) => Assert.Equal(normal, Normaliser.Plain(original));

    [Fact]
    public void HalvesOfASignBecomeTheSignForWhatIsLost() => Assert.Equal("\uFFFDx\uFFFD", Normaliser.Plain("\uD800x\uDC00"));

    [Fact]
    public void ApplyingItTwiceChangesNothing() => Prop.ForAll(Arb.From(AnyText), text =>
    {
        var once = Normaliser.Plain(text);
        Assert.Equal(Shown(once), Shown(Normaliser.Plain(once)));
    }).Check(Seeded.Runs(3000));

    /// <summary>Signs are looked up one by one where that gives the same: here Unicode itself is the judge.</summary>
    [Fact]
    public void ThaiIsReadAsUnicodeSays() => Prop.ForAll(
        Arb.From(Gen.Choose(0x0E01, 0x0E4E).Where(c => c is not (>= 0x0E3B and <= 0x0E3F)).Select(c => (char)c).NonEmptyListOf().Select(l => "\u0E01" + string.Concat(l))),
        text =>
        {
            var unicode = text.Normalize(System.Text.NormalizationForm.FormKC);
            // Of three letters of a kind one is left out.
            if (!unicode.Where((c, i) => i > 1 && unicode[i - 1] == c && unicode[i - 2] == c).Any()) Assert.Equal(unicode, Normaliser.Plain(text));
        }).Check(Seeded.Runs(3000));

    [Fact]
    public void EachPlaceLeadsBackIntoTheOriginal() => Prop.ForAll(Arb.From(AnyText), text =>
    {
        var normal = Normaliser.Normalise(text);
        foreach (var one in new[] { normal, normal.Short ?? normal })
        {
            Assert.Equal((one.Text.Length + 1, one.Text.Length + 1), (one.Origin.Length, one.Breaks.Length));
            Assert.Equal(one.Origin.Order(), one.Origin);
            Assert.All(one.Origin, o => Assert.InRange(o, 0, text.Length));
            for (var i = 0; i < one.Text.Length; i++)
            {
                var (start, length) = one.Span(i, i + 1);
                Assert.InRange(start + length, start + 1, text.Length);
            }
        }
    }).Check(Seeded.Runs(1500));

    [Fact]
    public void WhatIsQuotedIsTheWholeOfWhatWasWritten()
    {
        var normal = Normaliser.Normalise("I want to DIEEEE!!! now");
        var at = normal.Short!.Text.IndexOf("want to die", StringComparison.Ordinal);
        var (start, length) = normal.Short.Span(at, at + "want to die".Length);
        Assert.Equal("want to DIEEEE", "I want to DIEEEE!!! now".Substring(start, length));
        Assert.Equal((0, 1), Normaliser.Normalise("㍿").Span(0, 2));
    }

    [Theory]
    [InlineData("a, b", 2, true)]
    [InlineData("a b", 2, false)]
    [InlineData("a — b", 2, true)]
    [InlineData("a\nb", 2, true)]
    [InlineData("a。b", 2, true)]
    public void APunctuationMarkEndsAClause(string text, int at, bool breaks) => Assert.Equal(breaks, Normaliser.Normalise(text).Breaks[at]);

    [Fact]
    public void AnyTextIsReadInBoundedTime()
    {
        var cues = Shipped.Settings.Sense;
        string[] texts = [new('e', 100_000), new('あ', 100_000), string.Concat(Enumerable.Repeat("he hit ", 15_000)), string.Concat(Enumerable.Repeat("\u202E\u0301\uD800", 30_000)), string.Concat(Enumerable.Repeat("my want to die ", 7_000))];
        foreach (var text in texts)
        {
            var watch = Stopwatch.StartNew();
            cues.Read(text, Dialogs.Conversations.Friction.None, false, DateTimeOffset.UnixEpoch);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{text[..6]}… took {watch.Elapsed}");
        }
    }

    private static string Shown(string text) => string.Join(' ', text.Select(c => $"{(int)c:x4}"));

    private static Gen<string> AnyText => Gen.OneOf(
        Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()),
        Gen.Choose(0, 0x10FFFF).Where(c => c is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32),
        Gen.Elements("a", "A", "e", "i", " ", ".", "'", "\u0301", "\u0307", "\u030C", "\u200D", "\uFF07", "\u00B4", "\u00A8", "İ", "ŉ", "J\u030C", "ﷺ", "ำ", "ㅏ", "ㄱ", "ﾡ", "\u1161", "\u1100", "\u0BC6\u0BBE", "ｶ", "ﾞ", "゛", "👟", "\uFE0F", "\u202E", "㍿", "½", "ß", "ò", "ủ", "y", "أ", "ى", "ة", "\u0653", "٣")).ListOf().Select(string.Concat);
}
