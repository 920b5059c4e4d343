using TrustBot.Dialogs.Sensing;
using TrustBot.Dialogs.Tests.Support;
using TrustBot.Dialogs.Topics;

namespace TrustBot.Dialogs.Tests.Topics;

/// <summary>Phrasings that stand in no locale file: recognition is held to people, not to its own examples.</summary>
public sealed class RecognitionTests
{
    private static readonly (string Topic, string Text)[] English =
    [
        ("order-status", "hey where's my order gone"), ("order-status", "has my parcel been sent out"), ("order-status", "when is my delivery coming"),
        ("order-status", "can you track the package for me"), ("order-status", "my order has not arrived yet"), ("order-status", "whats the status of my order"),
        ("refund-status", "still no refund from you"), ("refund-status", "i sent it back, when is the refund coming"), ("refund-status", "where's the money for my return"),
        ("refund-status", "i'd like my money back please"), ("refund-status", "how long until my refund is paid"),
        ("complaint", "i want to complain about the delivery man"), ("complaint", "id like to file a complaint please"), ("complaint", "how can I make a complaint here"),
        ("callback", "could you please call me back tomorrow"), ("callback", "i would like a callback"), ("callback", "can you phone me instead"),
        ("bill", "my bill is too high this month"), ("bill", "what is this charge on my invoice"), ("bill", "when do i have to pay my bill"),
        ("outage", "the internet is down again"), ("outage", "my wifi stopped working this morning"), ("outage", "is there an outage near me"),
        ("opening-hours", "when do you open tomorrow"), ("opening-hours", "tell me your business hours"), ("opening-hours", "do you open on saturdays"),
        ("what-can-you-do", "tell me what you can do"), ("why", "why did you say so"), ("start-over", "let's start over please"), ("greeting", "well hello, good evening to you"),
    ];

    private static readonly string[] OffTopic =
    [
        "the weather in bali is lovely", "do you like pineapple on pizza", "my cat sat on the keyboard", "tell me a joke about lawyers", "who won the football last night",
        "what is the capital of peru", "translate this into german", "i am learning the guitar", "write me a poem about autumn", "how tall is mount fuji",
        "the train was crowded", "do you believe in ghosts", "recommend a good book", "my sister is getting married", "asdf qwer zxcv",
        "bitcoin to the moon", "are dinosaurs extinct", "i painted the fence green", "potatoes", "the quick brown fox jumps over the lazy dog",
    ];

    private static readonly (string Topic, string Text)[] Japanese =
    [
        ("order-status", "頼んだ商品、いつごろ届きそうですか"), ("order-status", "荷物がまだ届いていないのですが"), ("order-status", "配送状況を教えてください"),
        ("refund-status", "返金がいつになるか知りたいです"), ("refund-status", "返品したのにお金が戻ってきません"),
        ("complaint", "対応について苦情を入れたいです"), ("callback", "あとで折り返しの電話がほしいです"), ("bill", "今月の請求額が高いのはなぜですか"),
        ("order-status", "発送は済んでいるのでしょうか"), ("refund-status", "返金の手続きは進んでいますか"), ("complaint", "正式に苦情として受け付けてください"),
        ("callback", "明日の午前中に電話してほしい"), ("bill", "請求書の内訳を知りたい"), ("outage", "うちの地域で障害は起きていますか"), ("opening-hours", "土曜日も開いていますか"),
        ("why", "どうしてそんなことを言うのですか"), ("start-over", "もう一回はじめからやり直しましょう"), ("greeting", "こんばんは、はじめまして"),
        ("outage", "朝からネットが全然つながらないです"), ("opening-hours", "今日は何時まで営業していますか"), ("what-can-you-do", "あなたに何を頼めますか"),
    ];

    private static readonly string[] OffTopicJapanese = ["今日は天気がいいですね", "猫が好きです", "富士山の高さは", "おすすめの映画は", "ピザが食べたい", "昨日の試合すごかった", "ドイツ語に訳して", "詩を書いて"];

    [Fact]
    public void NineOfTenEnglishPhrasingsAreRecognised() => Recognised("en", English);

    [Fact]
    public void NoEnglishMessageOffTheSubjectIsSurelyMistaken() => Assert.DoesNotContain(OffTopic, t => Sure("en", t) is not null);

    [Fact]
    public void NineOfTenJapanesePhrasingsAreRecognised()
    {
        if (Shipped.Settings.Locales.Find("ja") is { } culture) Recognised(culture.Tag, Japanese);
    }

    [Fact]
    public void NoJapaneseMessageOffTheSubjectIsSurelyMistaken()
    {
        if (Shipped.Settings.Locales.Find("ja") is { } culture) Assert.DoesNotContain(OffTopicJapanese, t => Sure(culture.Tag, t) is not null);
    }

    [Fact]
    public void NoPhrasingHereStandsInTheFiles()
    {
        var known = Shipped.Settings.Locales.Cultures.Values.SelectMany(c => c.Topics.Values).SelectMany(t => t.Examples).Select(Normaliser.Plain).ToHashSet();
        Assert.DoesNotContain(English.Concat(Japanese).Select(e => e.Text), t => known.Contains(Normaliser.Plain(t)));
    }

    [Fact]
    public void AMessageWithoutWordsIsLikeNothing() => Assert.Empty(Shipped.Settings.Topics.Guess("en", ""));

    [Fact]
    public void AnExampleIsMostLikeItself() => Assert.All(Shipped.Settings.Locales["en"].Topics.SelectMany(t => t.Value.Examples.Select(e => (t.Key, Text: e))), e =>
    {
        var best = Shipped.Settings.Topics.Guess("en", Normaliser.Plain(e.Text))[0];
        Assert.Equal(e.Key, best.Topic);
        Assert.InRange(best.Likeness, 0.8, 1.0001);
    });

    private static void Recognised(string culture, (string Topic, string Text)[] phrasings)
    {
        var missed = phrasings.Where(p => !(Shipped.Settings.Topics.Guess(culture, Normaliser.Plain(p.Text)) is [var first, ..] && first.Topic == p.Topic)).Select(p => $"{p.Text} ({p.Topic})").ToList();
        Assert.True(missed.Count <= phrasings.Length / 10, string.Join('\n', missed));
        var wrong = phrasings.Where(p => Sure(culture, p.Text) is { } sure && sure != p.Topic).Select(p => p.Text);
        Assert.Empty(wrong);
    }

    /// <summary>What would be acted on without a question.</summary>
    private static string? Sure(string culture, string text)
    {
        var guesses = Shipped.Settings.Topics.Guess(culture, Normaliser.Plain(text));
        var topics = Shipped.Settings.Policy.Topics;
        return guesses.Count > 0 && guesses[0].Likeness >= topics["sure"] && (guesses.Count == 1 || guesses[0].Likeness >= guesses[1].Likeness * topics["apart"] || guesses[0].Likeness > 0.9) ? guesses[0].Topic : null;
    }
}
