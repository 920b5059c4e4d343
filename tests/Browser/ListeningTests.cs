using static Microsoft.Playwright.Assertions;

namespace TrustBot.Browser.Tests;

/// <summary>Anger, a wish for a human, danger: heard over turns, and acted on.</summary>
[Collection(Running.Name)]
public sealed class ListeningTests(SharedBot shared, Chrome chrome)
{
    [Fact]
    public Task AngerThatRisesOverTurnsIsHeardThenOfferedAHumanThenHandedOver() => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer();
        await customer.Hears("disclosure");
        await customer.Says("my router still isn't working and nobody answers");
        await customer.Hears("ask-area");
        await customer.Says("you're not listening, i already told you three times");
        await customer.Hears("empathy", "offer-human");
        await customer.Says("this is absolutely ridiculous, worst company ever");
        await customer.Hears("handoff");
    });

    [Theory]
    [InlineData("en-GB", "where is my parcel, I have asked three times, give me a human")]
    [InlineData("ja-JP", "オペレーターにつないでください")]
    public Task WhoAsksForAHumanGetsOneInTheSameTurn(string locale, string words) => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer(locale);
        await customer.Hears("disclosure");
        await customer.Says(words);
        await customer.Hears("handoff");
        await customer.HearsNothing();
    });

    [Theory]
    [InlineData("en-GB")]
    [InlineData("ja-JP")]
    public Task TheButtonReachesAHumanAtAnyTime(string locale) => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer(locale);
        await customer.Hears("disclosure");
        await customer.PressesForHuman();
        await customer.Hears("handoff");
    });

    [Theory]
    [InlineData("en-GB", "Asia/Singapore", "I want to kill myself", "SG")]
    [InlineData("ja-JP", "Asia/Tokyo", "もう死にたい", "JP")]
    [InlineData("en-GB", "Asia/Tokyo", "I want to kill myself", "JP")]
    public Task WhoIsInDangerReadsTheLineOfTheirOwnTerritoryAndComesFirstAtTheDesk(string locale, string zone, string words, string territory) =>
        chrome.Journey(shared, async journey =>
        {
            var other = await journey.Customer();
            await other.Says("human please");
            await other.Hears("disclosure");
            await other.Hears("handoff");

            var customer = await journey.Customer(locale, zone);
            await customer.Hears("disclosure");
            await customer.Says(words);
            await customer.Hears("crisis", "crisis-person");
            var help = Words.Locales.Territories[territory];
            await customer.Reads(help.Lines[0].Phone);
            await customer.Reads(help.LocalEmergency.GetValueOrDefault(locale[..2], help.Emergency));

            var agent = await journey.Agent("Mei", await shared.DeskLink());
            var row = agent.Row(await customer.Conversation());
            await Expect(row.Locator(".tier")).ToContainTextAsync("high");
            await Expect(agent.Page.Locator("#inbox ul.rows").First.Locator("a").First.Locator(".tier")).ToContainTextAsync("high");
            await Expect(agent.Page.Locator($"li:has(#row-{await customer.Conversation()}) ~ li #row-{await other.Conversation()}")).ToBeVisibleAsync();
            await agent.Opens(await customer.Conversation());
            await Expect(agent.Page.GetByRole(Microsoft.Playwright.AriaRole.Group, new() { Name = "Danger" })).ToContainTextAsync("Danger to someone");
            await agent.Claims();
        });

    [Theory]
    [InlineData("en-GB", "Asia/Singapore", "honestly what's the point of it all", "SG")]
    [InlineData("ja-JP", "Asia/Tokyo", "自分には居場所がないです", "JP")]
    public Task WhatMightBeDangerGetsAKindLineAndAnOfferWithoutAlarm(string locale, string zone, string words, string territory) => chrome.Journey(shared, async journey =>
    {
        var customer = await journey.Customer(locale, zone);
        await customer.Hears("disclosure");
        await customer.Says(words);
        await customer.Hears("care");
        await customer.Reads(Words.Locales.Territories[territory].Lines[0].Phone);
        await customer.Presses("chip-no");
        await customer.Hears("offer-declined");
    });
}
