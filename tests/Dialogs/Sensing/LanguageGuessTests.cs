using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Sensing;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("where is my order please", "en", true)]
    [InlineData("hello", "", false)]
    [InlineData("1234 5678", "", false)]
    [InlineData("!!! 👟", "", false)]
    [InlineData("", "", false)]
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

    [Theory]
    [InlineData("我的包裹什么时候到", "zh", true)]
    [InlineData("點解我件貨仲未到", "zh", true)]
    [InlineData("返品希望", "zh", false)]
    [InlineData("don hang cua minh bao gio giao vay shop", "vi", true)]
    [InlineData("order ของฉันอยู่ที่ไหนครับ ช่วย check ให้หน่อย", "th", true)]
    [InlineData("mera order kal aana tha lekin abhi tak nahi aaya", "hi", true)]
    [InlineData("bonjour je voudrais savoir où est mon colis", "fr", true)]
    [InlineData("wo bleibt meine bestellung denn nur", "de", true)]
    [InlineData("đơn hàng của mình bao giờ giao vậy shop", "vi", true)]
    [InlineData("내 주문 어디쯤 왔어요", "ko", true)]
    [InlineData("ich warte seit montag auf mein paket", "de", true)]
    [InlineData("mera order abhi tak nahi aaya", "hi", true)]
    [InlineData("nasaan na po ang order ko", "fil", true)]
    [InlineData("أين طلبي", "ar", true)]
    public void OurLanguagesAreTold(string text, string language, bool sure)
    {
        var reading = Shipped.Settings.Sense.Read(text, Friction.None, false, DateTimeOffset.UnixEpoch).Reading;
        Assert.Equal((language, sure), (reading.Language, reading.PLanguage >= 0.7));
    }

    [Theory]
    [InlineData("hvornår kommer min pakke egentlig frem til mig")]
    [InlineData("a rendelésem még mindig nem érkezett meg, mikor jön")]
    [InlineData("bestellingen werden gisteren niet bezorgd")]
    [InlineData("oda yangu haijafika bado, nifanye nini")]
    [InlineData("где мой заказ")]
    [InlineData("πού είναι η παραγγελία μου order status please")]
    [InlineData("order ჩემი სად არის please check")]
    [InlineData("kur është porosia ime, nuk ka ardhur ende")]
    [InlineData("asdf qwer zxcv hjkl")]
    public void ALanguageThatIsNoneOfOursIsNotTakenForOneOfThem(string text) =>
        Assert.InRange(Shipped.Settings.Sense.Read(text, Friction.None, false, DateTimeOffset.UnixEpoch).Reading.PLanguage, 0, 0.5);

    [Theory]
    [InlineData("saya nak buat aduan", "ms-MY", "ms")]
    [InlineData("tolong", "ms-MY", "ms")]
    [InlineData("tolong", "id-ID", "id")]
    [InlineData("saya tidak mau menunggu lagi, kapan barangnya dikirim", "ms-MY", "id")]
    [InlineData("where is my parcel, nobody answers", "ms-MY", "en")]
    public void WhoHasSpokenALanguageStaysInItUnlessAnotherIsPlain(string text, string culture, string language) =>
        Assert.Equal(language, Shipped.Settings.Sense.Read(text, Friction.None, false, DateTimeOffset.UnixEpoch, culture).Reading.Language);
}
