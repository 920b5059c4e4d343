using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs.Tests.Conversations;

public sealed class CustodyTests
{
    // Rows: from. Columns: to. x moves, . does not.
    private const string Table = """
                  Bot  Offered  Waiting  Human  Closed
        Bot        .      x        x       .      x
        Offered    x      .        x       .      x
        Waiting    x      .        .       x      x
        Human      x      .        x       .      x
        Closed     x      .        .       .      .
        """;

    public static TheoryData<Custody, Custody, bool> Rows()
    {
        var data = new TheoryData<Custody, Custody, bool>();
        var lines = Table.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        foreach (var row in lines[1..])
            for (var column = 0; column < lines[0].Length; column++)
                data.Add(Enum.Parse<Custody>(row[0]), Enum.Parse<Custody>(lines[0][column]), row[column + 1] == "x");
        return data;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void CustodyMovesOnlyByItsTable(Custody from, Custody to, bool moves) => Assert.Equal(moves, CustodyTable.Allows(from, to));

    [Fact]
    public void TheTableSpeaksOfEveryPair() => Assert.Equal(
        from a in Enum.GetValues<Custody>() from b in Enum.GetValues<Custody>() select (a, b),
        Rows().Select(r => ((Custody)r[0], (Custody)r[1])));

    [Fact]
    public void NobodyIsLeftWithoutAWayToAHuman() => Assert.All(Enum.GetValues<Custody>(), from =>
    {
        var reached = new HashSet<Custody> { from };
        foreach (var _ in Enum.GetValues<Custody>())
            reached.UnionWith(Enum.GetValues<Custody>().Where(to => reached.Any(r => CustodyTable.Allows(r, to))).ToList());
        Assert.Contains(Custody.Human, reached);
    });
}
