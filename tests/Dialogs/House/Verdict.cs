namespace TrustBot.Dialogs.Tests.House;

/// <summary>Tells every place that breaks a rule, each on a line of its own and in full.</summary>
internal static class Verdict
{
    public static void Clean(IEnumerable<string> broken)
    {
        string[] places = [.. broken];
        if (places.Length > 0) Assert.Fail($"{places.Length} in breach:\n{string.Join('\n', places)}");
    }
}
