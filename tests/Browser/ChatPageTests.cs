namespace TrustBot.Browser.Tests;

[Collection(Running.Name)]
public sealed class ChatPageTests(SharedBot shared, Chrome chrome)
{
    [Theory]
    [InlineData("en-GB")]
    [InlineData("ja-JP")]
    public Task ThePageOpensAndSaysItIsAnAi(string locale) => chrome.Journey(locale, async visit =>
    {
        var customer = new Customer(visit, shared.Bot.Url);
        await customer.OpenChat();
        await customer.SeesFromAi("AI");
        await visit.Picture("open");
        await customer.MeetsNoBarrier();
    });
}
