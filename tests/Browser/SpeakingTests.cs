using TrustBot.Dialogs.Locales;

namespace TrustBot.Browser.Tests;

/// <summary>Each culture's own registers, and how they change with the one who is spoken to.</summary>
[Collection(Running.Name)]
public sealed class SpeakingTests(SharedBot shared, Chrome chrome)
{
    [Fact]
    public Task JapaneseIsFormalWhenCalmAndWarmerWhenSomeoneSuffers() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer("ja-JP", "Asia/Tokyo");
        await customer.Hears(Register.Formal, Mood.Calm, "disclosure");
        await customer.Says("返金");
        await customer.Hears(Register.Formal, Mood.Calm, "ask-order-refund");
        await customer.Says("もう限界です。つらくて涙が止まりません");
        await customer.Hears(Register.Polite, Mood.Distressed, "empathy", "offer-human");
        await customer.Presses("chip-no");
        await customer.Hears(Register.Polite, Mood.Distressed, "offer-declined");
    });

    [Fact]
    public Task WhoWritesCasuallyIsAnsweredCasually() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer();
        await customer.Hears(Register.Polite, Mood.Calm, "disclosure");
        await customer.Says("hey where's my parcel lol");
        await customer.Hears(Register.Casual, Mood.Calm, "ask-order");
    });

    [Fact]
    public Task AStrainedCustomerHearsItOwnedAndNotChattedAway() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer();
        await customer.Hears(Register.Polite, Mood.Calm, "disclosure");
        await customer.Says("my router still isn't working and nobody answers");
        await customer.Hears("ask-area");
        await customer.Says("you're not listening, i already told you three times");
        await customer.Hears(Register.Polite, Mood.Strained, "empathy", "offer-human");
    });
}
