using TrustBot.Dialogs.Activities;
using TrustBot.Storage;
using TrustBot.Tests.Support;
using TrustBot.Turns;

namespace TrustBot.Tests.House;

/// <summary>The desk has no second door to the customer: what agents do goes through <see cref="FrontDoor"/>.</summary>
public sealed class DeskTests
{
    [Fact]
    public void TheDeskWritesAndSpeaksOnlyThroughTheFrontDoor() => Assert.Empty(SecondDoors("TrustBot.Desk"));

    [Fact]
    public void ASecondDoorIsSeen()
    {
        var seen = SecondDoors("TrustBot.Tests.House");
        Assert.Contains(seen, s => s.Contains(nameof(IConversationStore.Append), StringComparison.Ordinal));
        Assert.Contains(seen, s => s.Contains(nameof(IPush), StringComparison.Ordinal));
    }

    private static List<string> SecondDoors(string floor)
    {
        var assembly = floor.StartsWith("TrustBot.Tests", StringComparison.Ordinal) ? typeof(DeskTests).Assembly : typeof(FrontDoor).Assembly;
        using var compiled = File.OpenRead(assembly.Location);
        return [.. Uses.In(compiled)
            .Where(u => u.FromNamespace == floor || u.FromNamespace.StartsWith(floor + ".", StringComparison.Ordinal))
            .Where(u => (u.Namespace == "TrustBot.Storage" && (u.Type == nameof(Append) || u is { Type: nameof(IConversationStore), Member: nameof(IConversationStore.Append) }))
                || (u.Namespace == "TrustBot.Turns" && u.Type == nameof(IPush))
                || u.Namespace.StartsWith("TrustBot.Channels", StringComparison.Ordinal))
            .Select(u => u.ToString())];
    }

    /// <summary>What a desk must not do, for the rule to see.</summary>
    internal static class SecondDoor
    {
        public static Task<AppendOutcome> Write(IConversationStore store, Append append) => store.Append(append, CancellationToken.None);

        public static async Task Speak(IPush push, ConversationReference reference, Activity line) => await push.Send(reference, line, CancellationToken.None);
    }
}
