namespace TrustBot.Browser.Tests;

[Collection(Running.Name)]
public sealed class ChatPageTests(SharedBot shared, Chrome chrome)
{
    [Theory]
    [InlineData("en-GB", "AI")]
    [InlineData("ja-JP", "AI")]
    public Task ThePageOpensAndSaysItIsAnAi(string locale, string word) => chrome.Journey(locale, async visit =>
    {
        var customer = new Customer(visit, shared.Bot.Url);
        await customer.OpenChat();
        await customer.Say("hello");
        await customer.SeesFromAi(word);
        await visit.Picture("open");
        await customer.MeetsNoBarrier();
    });
}
