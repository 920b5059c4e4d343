using System.Security.Cryptography;
using TrustBot.Listening;

namespace TrustBot.CommandLine;

/// <summary>Makes the listener that ships, with its card beside it.</summary>
internal static class TrainCommand
{
    /// <summary>Pieces of text it knows: 64 bytes each.</summary>
    public const int Rows = 60_000;

    /// <param name="settings">Settings, such as where the locale files are.</param>
    /// <param name="corpus">The corpus.</param>
    /// <param name="output">Where the listener goes; its card goes beside it.</param>
    public static int Run(string[] settings, string corpus, string output)
    {
        var known = Workplace.Settings(settings);
        var (turns, dialogues) = Corpus.Read(corpus);
        var progress = Workplace.Progress();
        var options = new TrainingOptions();
        var requests = PlainRequests.Of(known);
        var study = Study.Of(known.Sense, turns, dialogues, requests, [.. Fold.Within(), .. Fold.Families()], options, Rows, progress);
        progress("the listener itself");
        var listener = ListenerMaker.Make(study.Lessons, options, Rows).With(study.Fusion());
        using (var file = File.Create(output)) listener.Write(file);
        var (judged, walked) = study.Judge(progress);
        var evaluations = judged.GroupBy(j => j.Way).Select(way => Evaluation.Of(way.Key, [.. way], [.. walked.Where(w => w.Way == way.Key)], known.Policy, intervals: false)).ToList();
        File.WriteAllText(Path.ChangeExtension(output, ".md"), ModelCard.Of(turns, dialogues, requests.Count, known.Locales.Hash, options, listener, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(output))), evaluations));
        foreach (var line in evaluations.SelectMany(EvaluationText.Of)) Console.WriteLine(line);
        return 0;
    }
}
