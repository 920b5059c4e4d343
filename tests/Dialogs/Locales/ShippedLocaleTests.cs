using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Locales;

public sealed class ShippedLocaleTests
{
    [Fact]
    public void NoFileOfTheTreeHasAnError() => Assert.DoesNotContain(Shipped.Faults, f => f.Level == FaultLevel.Error);

    [Fact]
    public void WhatMeetsTroubleIsWordedForEachMoodInEachRegisterSpoken()
    {
        var holes = from culture in Shipped.Settings.Locales.Cultures.Values
                    from key in new[] { "apology", "empathy", "not-understood", "offer-human", "system-unavailable", "turn-failed" }
                    let phrase = culture.Voice.Phrases[key]
                    from register in culture.Voice.Registers.Spoken
                    from mood in Enum.GetValues<Mood>()
                    where !phrase.Wordings.ContainsKey((register, mood))
                    select $"{phrase.Path}:{phrase.Line}: {key} has no wording for {register}, {mood}";
        Assert.Empty(holes);
    }

    [Fact]
    public void EachCultureTellsAgentsHowItTakesTrouble() => Assert.All(Shipped.Settings.Locales.Cultures.Values, c =>
        Assert.True(c.Voice.Manner is { Directness.Length: > 20, Apology.Length: > 20, Empathy.Length: > 20 }, c.Tag));

    [Fact]
    public void EachRegisterACultureSpeaksIsWordedInItsOwnPhrasesOfFeeling()
    {
        var holes = from culture in Shipped.Settings.Locales.Cultures.Values
                    from register in culture.Voice.Registers.Spoken
                    from key in new[] { "disclosure", "apology", "empathy", "crisis", "care", "handoff", "not-understood", "offer-human", "returned" }
                    where !culture.Voice.Phrases[key].Wordings.ContainsKey((register, Mood.Calm))
                    select $"{culture.Tag}: {key} is not worded in {register}";
        Assert.Empty(holes);
    }

    /// <summary>Lines whose hours nobody could tell are there too, and are never called open.</summary>
    [Fact]
    public void EachTerritoryHasALineForWhoIsInDangerAndItsEmergencyNumbers() => Assert.All(
        Shipped.Settings.Locales.Territories.Values.Where(t => t.Code != Territory.International),
        t => Assert.True(t.Emergency.Length > 0 && t.Zones.Length > 0 && t.Lines.Any(l => l.Kind == "crisis" && (l.Phone + l.Text).Length > 0), t.Code));

    [Fact]
    public void EachTerritoryOfTheLinesGivenHasItsFile() =>
        Assert.Equal("AE AU BR CN DE ES FR GB HK ID IN INTL JP KR MX MY PH SA SG TH TW US VN", string.Join(' ', Shipped.Settings.Locales.Territories.Keys.Order(StringComparer.Ordinal)));

    [Fact]
    public void NoRootListensToAMessageInSilence() => Assert.All(Shipped.Settings.Locales.Cultures.Values, c =>
    {
        foreach (var group in CueGroups.All.Where(g => g is "danger-others" or "medical" or "are-you-human" or "declines-human" or "stop-scoring" or "idioms" or "morning" or "afternoon" or "evening" or "fraud"))
            Assert.True(c.Cues.Groups.ContainsKey(group), $"{c.Tag} has no {group}");
    });
}
