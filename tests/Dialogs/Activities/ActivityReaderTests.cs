using System.Text;
using System.Text.Json;
using TrustBot.Dialogs.Activities;

namespace TrustBot.Dialogs.Tests.Activities;

public sealed class ActivityReaderTests
{
    private static (Activity? Activity, ActivityFault? Fault) Read(string json) => ActivityReader.Read(Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData("""{"type":"message","text":5}""", "text (line 1, byte 27)")]
    [InlineData("""{"type":5}""", "type (line 1, byte 10)")]
    [InlineData("""{"type":"message","from":"me"}""", "from (line 1,")]
    [InlineData("""{"type":"message","from":{"id":7}}""", "from.id (line 1,")]
    [InlineData("{\"type\":\"message\",\n\"membersAdded\":[{\"id\":\"a\"},{\"id\":[]}]}", "membersAdded[1].id (line 2,")]
    [InlineData("""{"type":"message","suggestedActions":{"to":{}}}""", "suggestedActions.to (line 1,")]
    [InlineData("""{"type":"message","text":"cut""", "activity (line 1, byte 30)")]
    public void AWrongTypeIsToldWithFieldAndPlace(string json, string field) => Assert.StartsWith(field, Read(json).Fault!.Field, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"text":"hello"}""", "type")]
    [InlineData("""{"type":null}""", "type")]
    [InlineData("""{"type":" "}""", "type")]
    [InlineData("""{"type":"event"}""", "name")]
    [InlineData("""{"type":"invoke","name":""}""", "name")]
    [InlineData("""{"type":"message","attachments":[null]}""", "attachments[0]")]
    [InlineData("""{"type":"message","suggestedActions":{"actions":[{},null]}}""", "suggestedActions.actions[1]")]
    [InlineData("""{"type":"message","suggestedActions":{"to":[null]}}""", "suggestedActions.to[0]")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[null]}""", "membersAdded[0]")]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{},null]}""", "membersRemoved[1]")]
    [InlineData("null", "activity")]
    [InlineData("{\"type\":\"message\"}{}", "activity")]
    public void WhatIsMissingIsNamed(string json, string field)
    {
        var (activity, fault) = Read(json);
        Assert.Null(activity);
        Assert.Equal(field, fault!.Field.Split(' ')[0]);
        Assert.NotEmpty(fault.Mend);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("true")]
    [InlineData("{")]
    [InlineData("{\"type\"")]
    [InlineData("{\"type\":\"message\",}")]
    [InlineData("<xml/>")]
    public void WhatIsNoJsonObjectIsRefused(string body) => Assert.NotNull(Read(body).Fault);

    [Fact]
    public void NullsOfKnownFieldsAreAsIfAbsent()
    {
        var read = Read("""{"type":"message","text":null,"from":null,"attachments":null,"channelData":null,"suggestedActions":{"to":null,"actions":null}}""").Activity!;
        Assert.Equal("""{"type":"message","suggestedActions":{"to":[],"actions":[]}}""", JsonSerializer.Serialize(read, ActivityJson.Default.Activity));
    }

    [Fact]
    public void TheDeepestNestingAcceptedCanBeWrittenAndOneDeeperIsRefused()
    {
        var deepest = Read(Nested(ActivityReader.MaxDepth - 1)).Activity!;
        Assert.Equal(Nested(ActivityReader.MaxDepth - 1), JsonSerializer.Serialize(deepest, ActivityJson.Default.Activity));
        Assert.NotNull(Read(Nested(ActivityReader.MaxDepth)).Fault);
        Assert.NotNull(Read(Nested(1_000_000)).Fault);
    }

    [Fact]
    public void AMegabyteOfTextIsKept()
    {
        var text = new string('長', 350_000);
        Assert.Equal(text, Read($$"""{"type":"message","text":"{{text}}"}""").Activity!.Text);
    }

    [Theory]
    [InlineData(@"""text"":""a\ud83d""", "a\ufffd")]
    [InlineData(@"""text"":""\ude00b""", "\ufffdb")]
    [InlineData(@"""text"":""\ud83d\ude00""", "😀")]
    [InlineData(@"""text"":""\\ud83d\u0041\uD83D\uD83D\uDE00\ude00""", @"\ud83dA�😀�")]
    [InlineData(@"""text"":""ok"",""name"":""\ud83d""", "ok")]
    [InlineData(@"""text"":""ok"",""channelData"":{""a"":[""\ud83d""]}", "ok")]
    [InlineData(@"""text"":""ok"",""value"":{""\ud83d"":1}", "ok")]
    [InlineData(@"""text"":""ok"",""odd"":""\ud83d""", "ok")]
    [InlineData(@"""text"":""ok"",""\ud83d"":1", "ok")]
    [InlineData(@"""text"":""ok"",""from"":{""\ude00"":""\ud83d""}", "ok")]
    public void BrokenSurrogatesBecomeTheReplacementCharacterWhereverTheyStand(string fields, string text)
    {
        var read = Read($$"""{"type":"message",{{fields}}}""").Activity!;
        Assert.Equal(text, read.Text);
        var again = JsonSerializer.SerializeToUtf8Bytes(read, ActivityJson.Default.Activity);
        Assert.Equal(text, ActivityReader.Read(again).Activity!.Text);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("odd")]
    [InlineData("id")]
    public void BytesThatAreNoTextAreReadOrRefusedAndWhatIsReadCanBeWritten(string field)
    {
        byte[] json = [.. "{\"type\":\"message\",\""u8, .. Encoding.UTF8.GetBytes(field), .. "\":\""u8, 0xED, 0xA0, 0x80, 0xFF, .. "\"}"u8];
        var (activity, fault) = ActivityReader.Read(json);
        Assert.True(activity is null != fault is null);
        if (activity is not null) Assert.NotNull(ActivityReader.Read(JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Default.Activity)).Activity);
    }

    private static string Nested(int levels) => $$"""{"type":"message","value":{{new string('[', levels)}}{{new string(']', levels)}}}""";
}
