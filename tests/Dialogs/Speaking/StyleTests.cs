using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Speaking;

public sealed class StyleTests
{
    private static readonly LocaleSet Set = Mini.Set(("en/voice.yaml", Mini.Voice.Replace("{ default: polite }", "{ default: polite, strained: formal, distressed: casual, follows: [casual, polite] }").Replace("polite:\n", "any:\n")));

    private static Conversation In(Mood mood, Register? led) =>
        Conversation.Open("c", Conversations.Some.Reference, "en", Conversations.Some.Now) with { Culture = "en", Mood = mood, RegisterLed = led };

    [Theory]
    [InlineData(Mood.Calm, null, Register.Polite)]
    [InlineData(Mood.Calm, Register.Casual, Register.Casual)]
    [InlineData(Mood.Strained, Register.Casual, Register.Formal)]
    [InlineData(Mood.Distressed, null, Register.Casual)]
    public void TheRegisterFollowsTheCultureTheMoodAndTheCustomer(Mood mood, Register? led, Register register) =>
        Assert.Equal(register, Style.Of(In(mood, led), Set).Register);

    [Theory]
    [InlineData(Register.Casual, Register.Casual)]
    [InlineData(Register.Formal, null)]
    [InlineData(null, null)]
    public void ACustomerLeadsOnlyWhereTheCultureFollows(Register? heard, Register? led) => Assert.Equal(led, Style.Led(Set["en"], null, heard));

    [Fact]
    public void WhatOnceLedStaysUntilSomethingElseIsHeard() => Assert.Equal(Register.Casual, Style.Led(Set["en"], Register.Casual, null));

    [Theory]
    [InlineData(Mood.Calm, true, false, false, Mood.Distressed)]
    [InlineData(Mood.Calm, false, true, false, Mood.Strained)]
    [InlineData(Mood.Distressed, false, true, true, Mood.Distressed)]
    [InlineData(Mood.Distressed, false, false, true, Mood.Strained)]
    [InlineData(Mood.Strained, false, false, true, Mood.Calm)]
    [InlineData(Mood.Strained, false, false, false, Mood.Strained)]
    [InlineData(Mood.Calm, false, false, true, Mood.Calm)]
    public void MoodRisesAtOnceAndFallsAStepAtATime(Mood before, bool distressed, bool strained, bool calm, Mood after) =>
        Assert.Equal(after, Style.MoodAfter(before, distressed, strained, calm));

    [Fact]
    public void ACultureWhoseFolderIsGoneSpeaksTheBase() => Assert.Equal("en", Style.Of(In(Mood.Calm, null) with { Culture = "xx" }, Set).Culture.Tag);
}
