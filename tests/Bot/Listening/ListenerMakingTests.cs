using TrustBot.Dialogs;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Sensing;
using TrustBot.Listening;
using TrustBot.Locales;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Listening;

/// <summary>Teaching, on our own data in small.</summary>
public sealed class ListenerMakingTests : IDisposable
{
    private readonly string _folder = ShippedLocales.Copy("en", "ja-JP");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Data(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);

    private (Settings Known, Study Study, TrainingOptions Options) Taught()
    {
        var known = LocaleFolder.Read(_folder).Settings!;
        var turns = Corpus.Read(Data("turns.en.jsonl")).Turns.Take(300).Concat(Corpus.Read(Data("turns.ja-JP.jsonl")).Turns.Take(200)).ToList();
        var options = new TrainingOptions { Epochs = 3 };
        return (known, Study.Of(known.Sense, turns, [.. Corpus.Read(Data("dialogues.en.jsonl")).Dialogues.Take(12)], PlainRequests.Of(known), Fold.Within().Take(2), options, 4000, _ => { }), options);
    }

    [Fact]
    public void TheSameLessonsMakeTheSameBytesAndTheFileReadsBackTheSame()
    {
        byte[] Made()
        {
            var (_, study, options) = Taught();
            using var file = new MemoryStream();
            ListenerMaker.Make(study.Lessons, options, 4000).With(study.Fusion()).Write(file);
            return file.ToArray();
        }
        var (first, second) = (Made(), Made());
        Assert.Equal(first, second);
        var listener = Listener.Read(new MemoryStream(first));
        using var again = new MemoryStream();
        listener.Write(again);
        Assert.Equal(first, again.ToArray());
        Assert.Equal(4000, listener.Rows);
        var sense = LocaleFolder.Read(_folder).Settings!.Sense.With(listener);
        Assert.True(sense.Read("i want to die", Friction.None, false, default, "en").Reading.PCrisis > sense.Read("where is my order", Friction.None, false, default, "en").Reading.PCrisis);
    }

    [Fact]
    public void WhatIsHeldOutIsJudgedByWhoWasNotTaughtIt()
    {
        var (known, study, _) = Taught();
        var (judged, walked) = study.Judge(_ => { });
        var folds = Fold.Within().Take(2).ToList();
        Assert.NotEmpty(judged);
        Assert.All(judged, j => Assert.Contains(folds, f => f.Holds(j.Turn.Id, j.Turn.Culture)));
        Assert.Equal(judged.Count, judged.DistinctBy(j => j.Turn.Id).Count());
        Assert.All(walked, w => Assert.Equal(w.Dialogue.Turns.Count(t => t.Role == "customer"), w.Readings.Count));
        var evaluation = Evaluation.Of("within", judged, walked, known.Policy, intervals: false);
        Assert.True(evaluation.Claims.Single(c => c.Claim == "asks_human").Auc > 0.85);
        Assert.Contains("asks_human", string.Join('\n', EvaluationText.Of(evaluation)), StringComparison.Ordinal);
        Assert.Contains("<svg", EvaluationPage.Of([(evaluation, judged)]), StringComparison.Ordinal);
    }

    [Fact]
    public void AFamilyIsHeldOutWhole()
    {
        var families = Fold.Families().ToList();
        Assert.All(new[] { "en-SG", "zh-HK", "ja-JP", "ko-KR", "th-TH", "vi-VN", "hi-IN", "de-DE", "fr-FR", "ta", "es-MX", "pt-BR", "ar-SA", "id-ID", "ms-MY", "fil-PH" }, c => Assert.Single(families, f => f.Holds("x", c)));
        Assert.True(families.Single(f => f.Holds("x", "th-TH")).Holds("x", "vi-VN"));
    }

    [Fact]
    public void AFileOfSomethingElseIsRefused() =>
        Assert.Contains("train", Assert.Throws<InvalidDataException>(() => Listener.Read(new MemoryStream([5, 104, 101, 108, 108, 111]))).Message, StringComparison.Ordinal);
}
