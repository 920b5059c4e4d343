using System.Text.Json;
using TrustBot.Dialogs.Activities;
using TrustBot.Privacy;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Privacy;

using Channels = Dialogs.Activities.Channels;

public sealed class ProtectedActivityTests
{
    private const string Card = "4111 1111 1111 1111";

    private static readonly Protector Protector = Some.Protector();

    private static JsonElement Json(string json) => JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 200 }).RootElement;

    private static string Kept(string value) =>
        Protector.ProtectActivity("c1", Some.Message("x") with { Value = Json(value) }).Activity.Value!.Value.GetRawText();

    [Fact]
    public void WordsAreProtectedWhereverTheyStand()
    {
        var (kept, hidden) = Protector.ProtectActivity("c1", Some.Message(Card) with
        {
            Speak = Card,
            Value = Json($$"""{"form":[{"comment":"{{Card}}","card":4111111111111111}],"password":"hunter2","otp":123456}"""),
            ChannelData = Json($$"""{"postBack":true,"messageBack":{"displayText":"{{Card}}"},"clientActivityID":"{{Card}}"}"""),
            Attachments = [new Attachment { Name = $"{Card}.png", ContentType = "application/json", Content = Json($"\"{Card}\"") }],
            Entities = [Json($$"""{"type":"mention","text":"{{Card}}"}""")],
            Unknown = new() { ["summary"] = Json($"\"{Card}\"") },
        });
        var written = JsonSerializer.Serialize(kept with { ChannelData = null }, ActivityJson.Default.Activity);
        Assert.DoesNotContain("1111", written, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", written, StringComparison.Ordinal);
        Assert.DoesNotContain("123456", written, StringComparison.Ordinal);
        Assert.Equal(["card", "code", "password"], hidden.Order());
        Assert.StartsWith("[card:", kept.ChannelData!.Value.GetProperty("messageBack").GetProperty("displayText").GetString(), StringComparison.Ordinal);
        // Web Chat finds its own message by this one.
        Assert.Equal(Card, kept.ChannelData!.Value.GetProperty("clientActivityID").GetString());
    }

    [Theory]
    [InlineData("""{"rate":"up","n":1.50,"deep":{"a":[null,true,"LN-1001"]}}""")]
    [InlineData("""{"orderId":"4111111111111111"}""")]
    [InlineData("""{"4111111111111111":"name"}""")]
    [InlineData("12345")]
    public void WhatHoldsNoSecretIsKeptToTheLetter(string value) => Assert.Equal(value, Kept(value));

    [Fact]
    public void OurOwnTimersAndOutcomesAreNotTouched()
    {
        var outcome = Some.Message(Card) with { ChannelId = Channels.Effect };
        Assert.Same(outcome, Protector.ProtectActivity("c1", outcome).Activity);
    }

    [Fact]
    public void WhatAnAgentWritesIsProtectedToo() =>
        Assert.DoesNotContain("1111", Protector.ProtectActivity("c1", Some.Message(Card) with { ChannelId = Channels.Desk }).Activity.Text!, StringComparison.Ordinal);

    [Fact]
    public void TheDeepestValueIsRead()
    {
        var deep = new string('[', ActivityReader.MaxDepth - 1);
        Assert.DoesNotContain("1111", Kept($"{deep}\"{Card}\"{deep.Replace('[', ']')}"), StringComparison.Ordinal);
    }
}
