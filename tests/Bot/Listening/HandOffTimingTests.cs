using TrustBot.Dialogs.Conversations;
using TrustBot.Listening;
using TrustBot.Locales;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Listening;

public sealed class HandOffTimingTests : IDisposable
{
    private readonly string _folder = ShippedLocales.Copy("en");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A dialogue of three customer turns, a human due after one of them, the bot stepping aside at one.</summary>
    private HandOffTiming Timing(int? due, int? came)
    {
        DialogueTurn[] turns = [.. Enumerable.Range(0, 6).Select(i => new DialogueTurn(i % 2 == 0 ? "customer" : "bot", "x"))];
        var dialogue = new LabelledDialogue("d", "en", [.. turns], due * 2, due is null ? "none" : "distress");
        var readings = Enumerable.Range(0, 3).Select(i => (i * 2, new Reading { Language = "en", PAsksHuman = i == came ? 1 : 0 }, Friction.None)).ToList();
        return HandOffTiming.Of([new("within", dialogue, readings)], LocaleFolder.Read(_folder).Settings!.Policy);
    }

    [Theory]
    [InlineData(null, null, 1, 0, 0)]
    [InlineData(1, 1, 1, 0, 0)]
    [InlineData(1, 2, 0.8825, 0, 0)]
    [InlineData(2, 0, 0.60653, 0, 0)]
    [InlineData(1, null, 0, 1, 0)]
    [InlineData(null, 1, 0, 0, 100)]
    public void AHandOffOnTimeIsWorthOneAndFallsOffByTurns(int? due, int? came, double score, int missed, double needless)
    {
        var timing = Timing(due, came);
        Assert.Equal(score, timing.Within[1], 3);
        Assert.Equal((missed, needless), (timing.Missed, timing.FalsePer100));
        Assert.Equal(due == came, timing.Mistakes.Count == 0);
    }
}
