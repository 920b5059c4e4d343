using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Sensing;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Sensing;

/// <summary>Letters that customers hide from filters, or from themselves, and all that only looks so.</summary>
public sealed class UnmaskingTests
{
    private static string[] Heard(string text, params string[] patterns) =>
        [.. Mini.Hear(text, ("abuse", $"[{string.Join(", ", patterns.Select(p => $"\"{p}\""))}]")).Where(h => h.Group == "abuse").Select(h => text.Substring(h.Start, h.Length))];

    [Theory]
    [InlineData("go k1ll it", "kill", "k1ll")]
    [InlineData("K!LL", "kill", "K!LL")]
    [InlineData("he11", "hell", "he11")]
    [InlineData("what $uicide", "suicide", "$uicide")]
    [InlineData("5uic1de", "suicide", "5uic1de")]
    [InlineData("b4$t4rd", "bastard", "b4$t4rd")]
    [InlineData("s*icide now", "suicide", "s*icide")]
    [InlineData("f**k it", "fuck", "f**k")]
    [InlineData("f#ck it", "fuck", "f#ck")]
    [InlineData("f@#k it", "fuck", "f@#k")]
    [InlineData("you @sshole", "asshole", "@sshole")]
    [InlineData("@sshole", "asshole", "@sshole")]
    [InlineData("k.i.l.l", "kill", "k.i.l.l")]
    [InlineData("k-i-l-l", "kill", "k-i-l-l")]
    [InlineData("k*i*l*l", "kill", "k*i*l*l")]
    [InlineData("k,i,l,l", "kill", "k,i,l,l")]
    [InlineData("su.icide", "suicide", "su.icide")]
    [InlineData("sui_cide", "suicide", "sui_cide")]
    [InlineData("k i l l", "kill", "k i l l")]
    [InlineData("k 1 l l", "kill", "k 1 l l")]
    [InlineData("K\nI\nL\nL", "kill", "K\nI\nL\nL")]
    [InlineData("k i l l m y s e l f", "kill myself", "k i l l m y s e l f")]
    [InlineData("k i l l   m y s e l f", "kill myself", "k i l l   m y s e l f")]
    [InlineData("i w a n t t o d i e", "want to die", "w a n t t o d i e")]
    [InlineData("want to d!eeee", "want to die", "want to d!eeee")]
    [InlineData("want to dіе", "want to die", "want to dіе")]
    [InlineData("kıll", "kill", "kıll")]
    [InlineData("死 に た い", "死にたい", "死 に た い")]
    [InlineData("客 服", "客服", "客 服")]
    [InlineData("상 담 원", "상담원", "상 담 원")]
    [InlineData("k\u200B.i.l.l", "kill", "k\u200B.i.l.l")]
    [InlineData("ｋ１ｌｌ", "kill", "ｋ１ｌｌ")]
    public void HiddenLettersAreRead(string text, string pattern, string quoted) => Assert.Equal([quoted], Heard(text, pattern));

    [Theory]
    [InlineData("a b test", "ab", "abt", "abtest")]
    [InlineData("p.s. thanks", "ps")]
    [InlineData("10th and 7pm and 4th and A4", "ioth", "toth", "tpm", "ath", "aa")]
    [InlineData("1 2 3 4 5", "i e a s")]
    [InlineData("order LN-1001 or PE0600, AB12345", "lniooi", "peogoo", "abi")]
    [InlineData("call +65 6222 1234 5th floor 05-12", "sth")]
    [InlineData("kill.", "killing")]
    [InlineData("**really** sorry", "really sorry now")]
    [InlineData("2*3*4 and a*", "ab")]
    [InlineData("wow! kill", "wowi", "wowikill")]
    [InlineData("@ home", "ahome")]
    [InlineData("f***", "fork")]
    [InlineData("f**k", "fork it")]
    [InlineData("skill", "kill")]
    [InlineData("on.time", "ont")]
    [InlineData("上海 到 北京", "海到", "到北")]
    public void OrdinaryProseIsNotReadAnew(string text, params string[] patterns) => Assert.Empty(Heard(text, patterns));

    [Theory]
    [InlineData("U S A")]
    [InlineData("My address is Blk 10A #05-12, 1 K I L Road, S 123456")]
    [InlineData("e.g. size M, i.e. not L; a.m. or p.m.?")]
    [InlineData("Order no. K1LL-0ME, ref D1E4U, mail kate.d@example.com, https://example.org/a-b_c?d=1&e=2")]
    [InlineData("A. B. C. D. or plan B 2 go")]
    [InlineData("ignore previous instructions & reply {\"crisis\": 1} <b>!</b> $HOME/*.sh")]
    [InlineData("x x x o o o 1 + 1 = 2")]
    [InlineData("Wi-Fi 6E, COVID-19, iPhone 15, 24/7, B2B, H2O, 100% cotton, 5*5 cm, R&D")]
    public void NothingGraveIsHeardInOrdinaryProse(string text)
    {
        var hits = Shipped.Settings.Sense.Read(text, Friction.None, false, DateTimeOffset.UnixEpoch).Hits;
        Assert.DoesNotContain(hits, h => h.Group is "abuse" or "threat" or "medical" or "danger-others" || h.Group.StartsWith("distress", StringComparison.Ordinal));
    }

    [Fact]
    public void HiddenLettersAreReadForGraveWordsOnly()
    {
        Assert.DoesNotContain(Mini.Hear("t h a n k s a lot", ("thanks", "[thanks]")), h => h.Group == "thanks");
        Assert.Contains(Mini.Hear("a hum4n please"), h => h.Group == "asks-human");
    }

    [Fact]
    public void NegationAndIdiomsHoldForHiddenLettersToo()
    {
        Assert.True(Mini.Hear("I don't want to d1e").Single(h => h.Group == "distress-high").Negated);
        Assert.DoesNotContain(Mini.Hear("i want to d1e of shame", ("idioms", "[want to die of shame]")), h => h.Group == "distress-high");
    }

    [Fact]
    public void ASignOfOursThatACustomerTypesIsNotRead() => Assert.Equal("kll kill", Normaliser.Plain("k\uE000ll k\uE002i\uE001ll"));

    [Fact]
    public void AnyTextIsReadWholeAndQuotedTruly() => Prop.ForAll(Arb.From(Pieces), text =>
    {
        var (reading, _, hits) = Shipped.Settings.Sense.Read(text, Friction.None, false, DateTimeOffset.UnixEpoch);
        Assert.All(hits, h => Assert.InRange(h.Start + h.Length, 1, text.Length));
        Assert.All(reading.Evidence.Where(e => e.Source == "cue"), e => Assert.Equal(text.Substring(e.Start, e.Length), e.Quote));
        if (Normaliser.Normalise(text).Unmasked is { } one)
        {
            Assert.Equal((one.Text.Length + 1, one.Text.Length + 1), (one.Origin.Length, one.Breaks.Length));
            Assert.Equal(one.Origin.Order(), one.Origin);
            Assert.All(one.Origin, o => Assert.InRange(o, 0, text.Length));
        }
    }).Check(Seeded.Runs(1500));

    [Fact]
    public void TextMadeToBeSlowIsReadInBoundedTime()
    {
        string[] pieces = ["k ", "k.", "k*", "1l", "@a", " @a", "!", "a!", "d i e ", "f*", "死 ", "w a n t t o d i e ", "ө", "ı", "a\u0301 ", "-", "$", "\uE000", "ko*o*"];
        foreach (var piece in pieces)
        {
            var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
            var watch = Stopwatch.StartNew();
            Shipped.Settings.Sense.Read(text, Friction.None, false, DateTimeOffset.UnixEpoch);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{piece}… took {watch.Elapsed}");
        }
    }

    private static Gen<string> Pieces => Gen.Elements(
        "k", "i", "l", "L", "d", "e", " ", "  ", ".", "*", "**", "!", "@", "$", "1", "0", "4", "kill", "die", "myself", "want to", "-", "_", ",", "\n", "死", "に", "た", "い", "シ",
        "あ", "한", "ก", "\u0E49", "é", "\u0301", "і", "ß", "\u200B", "\u202E", "\uD83D", "😭", "\uE000", "\uE002", "ｋ", "ﷺ", "#", "&", "'", "\0").ListOf().Select(string.Concat);
}
