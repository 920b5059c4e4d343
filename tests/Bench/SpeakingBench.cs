using BenchmarkDotNet.Attributes;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Bench;

/// <summary>Choosing a wording and filling it in.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SpeakingBench
{
    private static readonly Line Words = Line.Of("handoff", ("place", "2"), ("wait", "4"));
    private Style _style = null!;

    [Params("en", "ja-JP")]
    public string Culture { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _style = new(Shipped.Settings().Locales[Culture], Register.Polite, Mood.Calm);

    [Benchmark]
    public string Say() => Wording.Of(_style, Words, -1, "c|1").Text;
}
