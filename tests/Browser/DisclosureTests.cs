using static Microsoft.Playwright.Assertions;

namespace TrustBot.Browser.Tests;

/// <summary>Before anything else: this is an AI, what it will do, what is kept, how to reach a human.</summary>
[Collection(Running.Name)]
public sealed class DisclosureTests(SharedBot shared, Chrome chrome)
{
    [Theory]
    [InlineData("en-GB", "ltr")]
    [InlineData("en-SG", "ltr")]
    [InlineData("ja-JP", "ltr")]
    public Task TheFirstWordsAreThatThisIsAnAiInTheLanguageOfTheBrowser(string locale, string direction) => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer(locale);
        await customer.Hears("disclosure");
        await Expect(customer.Page.Locator("html")).ToHaveAttributeAsync("lang", Words.Of(locale).Tag);
        await Expect(customer.Page.Locator("html")).ToHaveAttributeAsync("dir", direction);
        await Expect(customer.Page.Locator("#human")).ToHaveTextAsync(Words.Label(locale, "page-human-button"));
    });

    [Fact]
    public Task TheAddressOfThePageMayNameAnotherLanguageThanTheBrowser() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer("en-GB", path: "/?locale=ja-JP");
        await customer.HearsIn("ja-JP", "disclosure");
    });

    [Fact]
    public Task AReloadShowsTheSameConversationAndSaysNothingTwice() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer();
        await customer.Hears("disclosure");
        await customer.Says("hello");
        await customer.HearsAGreeting();
        var before = await customer.Transcript();
        await customer.Reloads();
        await Expect(customer.Page.Locator(".speaker")).ToHaveCountAsync(before.Count);
        Assert.Equal(before, await customer.Transcript());
        await customer.Says("what can you do");
        await customer.Hears("what-can-you-do");
    });

    [Fact]
    public Task ANewChatBeginsWithTheDisclosureAgain() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer();
        await customer.Says("hello");
        await customer.Hears("disclosure");
        await customer.HearsAGreeting();
        await customer.StartsAnew();
        await customer.Hears("disclosure");
        await customer.HearsNothing();
    });

    [Fact]
    public Task WhoWritesAnotherLanguageIsToldShortlyInThatOneToo() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer("en-GB");
        await customer.Hears("disclosure");
        await customer.Says("注文した商品はいつ届きますか");
        await customer.HearsIn("ja-JP", "disclosure-again");
        await customer.HearsIn("ja-JP", "ask-order");
        await customer.Says("LN-1001");
        await customer.HearsIn("ja-JP", "order-delayed");
    });

    [Theory]
    [InlineData("en-GB", "are you a real person?")]
    [InlineData("ja-JP", "あなたは人間ですか")]
    public Task WhoAsksIsToldTheTruth(string locale, string question) => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer(locale);
        await customer.Hears("disclosure");
        await customer.Says(question);
        await customer.Hears("am-i-human");
    });

    [Theory]
    [InlineData("en-GB")]
    [InlineData("ja-JP")]
    public Task WithoutScriptsTheFirstWordsAreTheSame(string locale) => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.CustomerWithoutScripts(locale);
        await customer.Hears("disclosure");
    });
}
