using System.Text.Json;
using TrustBot.Dialogs.Activities;

namespace TrustBot.Dialogs.Tests.Activities;

public sealed class AiLabelTests
{
    private const string Exact =
        """{"type":"https://schema.org/Message","@type":"Message","@context":"https://schema.org","@id":"","additionalType":["AIGeneratedContent"]}""";

    [Fact]
    public void TheLabelIsTheExactEntityThatTeamsShows() => Assert.Equal(Exact, AiLabel.Entity.GetRawText());

    [Fact]
    public void TheLabelSurvivesTheWire()
    {
        var written = JsonSerializer.Serialize(With(AiLabel.Entity), ActivityJson.Default.Activity);
        Assert.Contains(Exact, written, StringComparison.Ordinal);
        Assert.True(AiLabel.IsOn(JsonSerializer.Deserialize(written, ActivityJson.Default.Activity)!));
    }

    [Theory]
    [InlineData(Exact, true)]
    [InlineData("""{"type":"https://schema.org/Message","additionalType":["other","AIGeneratedContent"],"citation":[]}""", true)]
    [InlineData("""{"type":"https://schema.org/Message"}""", false)]
    [InlineData("""{"type":"https://schema.org/Message","additionalType":["other",5,null]}""", false)]
    [InlineData("""{"type":"https://schema.org/Message","additionalType":"AIGeneratedContent"}""", false)]
    [InlineData("""{"type":"clientInfo","additionalType":["AIGeneratedContent"]}""", false)]
    [InlineData("""{"type":5,"additionalType":["AIGeneratedContent"]}""", false)]
    [InlineData("""{"additionalType":["AIGeneratedContent"]}""", false)]
    [InlineData("null", false)]
    [InlineData("\"text\"", false)]
    public void TheLabelIsSeenOnlyWhereItIs(string entity, bool on) => Assert.Equal(on, AiLabel.IsOn(With(JsonDocument.Parse(entity).RootElement)));

    [Fact]
    public void AnActivityWithoutEntitiesHasNoLabel() => Assert.False(AiLabel.IsOn(new Activity { Type = ActivityTypes.Message }));

    private static Activity With(JsonElement entity) => new() { Type = ActivityTypes.Message, Entities = [entity] };
}
