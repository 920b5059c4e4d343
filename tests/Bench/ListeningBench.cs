using BenchmarkDotNet.Attributes;
using TrustBot.Dialogs;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Bench;

/// <summary>The whole reading of one message, and the part of it that makes text comparable.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ListeningBench
{
    private Settings _settings = null!;
    private string _text = "", _culture = "";

    /// <summary>What the message is like.</summary>
    [Params("100 ASCII", "40 CJK", "40 Thai", "100 Hindi in Latin")]
    public string Message { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _settings = Shipped.Settings();
        (_culture, _text) = Message switch
        {
            "100 ASCII" => ("en", "I have been waiting for my parcel since monday and nobody has called me back, can I speak to a human"),
            "40 CJK" => ("ja-JP", "先週注文した商品がまだ届かないのですが、いつ届くのか教えていただけますか。お願いします。"),
            "40 Thai" => ("th-TH", "สั่งของไปเมื่อวันจันทร์แล้วยังไม่ได้รับ"),
            _ => ("en", "mera order kal aana tha lekin abhi tak nahi aaya, customer care wale phone bhi nahi utha rahe, kya karu"),
        };
    }

    [Benchmark(Baseline = true)]
    public string Normalise() => Dialogs.Sensing.Normaliser.Plain(_text);

    [Benchmark]
    public Reading Read() => _settings.Sense.Read(_text, Friction.None, false, DateTimeOffset.UnixEpoch, _culture).Reading;
}
