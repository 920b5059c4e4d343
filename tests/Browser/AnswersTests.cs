namespace TrustBot.Browser.Tests;

/// <summary>What customers come for, asked and answered with the sample business behind it.</summary>
[Collection(Running.Name)]
public sealed class AnswersTests(SharedBot shared, Chrome chrome)
{
    [Theory]
    [InlineData("en-GB", "where is my order")]
    [InlineData("ja-JP", "注文した商品はいつ届きますか")]
    public Task WhereAnOrderIsTakesOneQuestion(string locale, string question) => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer(locale);
        await customer.Hears("disclosure");
        await customer.Says(question);
        await customer.Hears("ask-order");
        await customer.Says("LN-1001");
        await customer.Hears("order-delayed");
        await customer.Reads("Beam 2");
    });

    [Theory]
    [InlineData("en-GB", "where is my refund")]
    [InlineData("ja-JP", "返金はいつになりますか")]
    public Task ARefundIsOneAnswerFromThreeSystemsWithWhatHappensNextAndByWhen(string locale, string question) => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer(locale);
        await customer.Hears("disclosure");
        await customer.Says(question);
        await customer.Hears("ask-order-refund");
        await customer.Says("LN-1002");
        await customer.Hears("refund-received");
    });

    [Theory]
    [InlineData("en-GB", "I want to make a complaint", "the technician came two hours late and left mud on the carpet")]
    [InlineData("ja-JP", "苦情を伝えたいです", "作業の方が約束より二時間も遅れて来て、床に泥を残していきました")]
    public Task AComplaintGetsAReference(string locale, string opening, string complaint) => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer(locale);
        await customer.Hears("disclosure");
        await customer.Says(opening);
        await customer.Hears("ask-complaint");
        await customer.Says(complaint);
        await customer.HearsAmong("complaint-filed");
    });

    [Fact]
    public Task ACallIsPromisedOnceNumberAndTimeAreConfirmed() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer();
        await customer.Hears("disclosure");
        await customer.Says("can someone call me back");
        await customer.Hears("ask-phone");
        await customer.Says("+65 6123 4567");
        await customer.Hears("ask-time");
        await customer.Says("tomorrow afternoon please");
        await customer.Hears("callback-confirm");
        await customer.Presses("chip-yes");
        await customer.Hears("promise-callback");
        await customer.Reads("6123 4567");
    });

    [Fact]
    public Task UnsureCostsOneQuestionAndTheButtonAnswersIt() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer();
        await customer.Hears("disclosure");
        await customer.Says("my order and my refund");
        await customer.Hears("clarify");
        await customer.PressesTopic("refund-status");
        await customer.Hears("ask-order-refund");
    });

    [Theory]
    [InlineData("en-GB", "fnord wibble quux", "zork blorp")]
    [InlineData("ja-JP", "ほげふが", "ぴよぴよむにむに")]
    public Task TwiceNotUnderstoodMeansThatAHumanIsOffered(string locale, string first, string second) => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer(locale);
        await customer.Hears("disclosure");
        await customer.Says(first);
        await customer.Hears("not-understood");
        await customer.Says(second);
        await customer.Hears("not-understood-offer");
        await customer.Presses("chip-no");
        await customer.Hears("offer-declined");
    });

    [Fact]
    public Task WithoutScriptsAConversationWorksFromEndToEnd() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.CustomerWithoutScripts();
        await customer.Hears("disclosure");
        await customer.Says("where is my order");
        await customer.Hears("ask-order");
        await customer.Says("LN-1001");
        await customer.Hears("order-delayed");
        await customer.Says("fnord wibble quux");
        await customer.Hears("not-understood");
        await customer.Says("zork blorp");
        await customer.Hears("not-understood-offer");
        await customer.Presses("chip-yes");
        await customer.Hears("handoff");
        var agent = await journey.Agent("Mei", await shared.DeskLink());
        await agent.Page.Locator("#inbox ul.rows").First.Locator("a", new() { HasText = "page" }).ClickAsync();
        await agent.Claims();
        await customer.Hears("human-joined");
        await agent.Says("I have found your parcel.");
        await customer.HearsHuman("Mei", "I have found your parcel.");
    });
}
