using TrustBot.CommandLine;
using TrustBot.Listening;

namespace TrustBot.Tests.Listening;

public sealed class CorpusTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"corpus-{Guid.NewGuid():N}.jsonl");

    public void Dispose() => File.Delete(_file);

    private (List<LabelledTurn> Turns, List<LabelledDialogue> Dialogues) Read(params string[] lines)
    {
        File.WriteAllLines(_file, lines);
        return Corpus.Read(_file);
    }

    [Fact]
    public void TurnsDialoguesAndPlainLinesAreRead()
    {
        var (turns, dialogues) = Read(
            """{"id":"a1","culture":"en","text":"where is it","frustration":2,"distress":"low","risk":["churn"],"tags":["short"]}""",
            "",
            """{"text":"give me a person","culture":"en","label":"asks_human"}""",
            """{"text":"my parcel","label":"not:crisis"}""",
            """{"dialogue":[{"role":"customer","text":"hi"},{"role":"bot","text":"hello","bot_act":"answer"},{"role":"customer","text":"no"}],"handoff_at":2,"handoff_reason":"loop"}""");
        Assert.Equal(["a1", $"{Path.GetFileName(_file)}:3", $"{Path.GetFileName(_file)}:4"], turns.Select(t => t.Id));
        Assert.Equal((2, "low", "churn"), (turns[0].Labels.Frustration, turns[0].Labels.Distress, Assert.Single(turns[0].Labels.Risk)));
        Assert.True(turns[1] is { Judges: "asks_human", Labels.AsksHuman: true });
        Assert.True(turns[2] is { Judges: "crisis", Labels.Distress: "none" });
        Assert.Equal((3, 2, "answer"), (dialogues[0].Turns.Length, dialogues[0].HandoffAt, dialogues[0].Turns[1].BotAct));
    }

    [Theory]
    [InlineData("not json", ":1:")]
    [InlineData("[1]", "no JSON object")]
    [InlineData("{\"culture\":\"en\"}", "no `text`, `turns` or `dialogue`")]
    [InlineData("{\"text\":\"a\",\"label\":\"angryish\"}", "`label` is `angryish`")]
    [InlineData("{\"text\":\"a\",\"distress\":\"huge\"}", "`distress` is `huge`")]
    [InlineData("{\"text\":\"a\",\"frustration\":\"lots\"}", ":1:")]
    [InlineData("{\"dialogue\":[{\"role\":\"bot\",\"text\":\"hi\"}],\"handoff_at\":0}", "`handoff_at` is no turn of the customer")]
    public void ABadLineIsNamedWithFileAndLine(string line, string problem)
    {
        var fault = Assert.Throws<StartUpException>(() => Read(line));
        Assert.Contains($"{_file}:1:", fault.Message, StringComparison.Ordinal);
        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNotThereIsSaid() => Assert.Contains("no such file", Assert.Throws<StartUpException>(() => Corpus.Read(_file + "x")).Message, StringComparison.Ordinal);
}
