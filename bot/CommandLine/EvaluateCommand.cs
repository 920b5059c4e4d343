using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TrustBot.Dialogs;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Triage;
using TrustBot.Listening;

namespace TrustBot.CommandLine;

/// <summary>Measures how well the bot listens on labelled conversations.</summary>
internal static class EvaluateCommand
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <param name="settings">Settings, such as where the locale files are.</param>
    /// <param name="path">A file or folder of JSON lines.</param>
    /// <param name="policyFile">Another policy; empty for that of the locale files.</param>
    /// <param name="folds">Whether to teach throw-away listeners on all but a part, for data that the shipped one was taught.</param>
    /// <param name="json">Whether to print JSON.</param>
    /// <param name="html">Where to write a page with plots; empty for none.</param>
    public static int Run(string[] settings, string path, string policyFile, bool folds, bool json, string html)
    {
        var known = Workplace.Settings(settings);
        var policy = policyFile.Length == 0 ? known.Policy : ReadPolicy(policyFile);
        var (turns, dialogues) = Corpus.Read(path);
        var progress = Workplace.Progress();
        var evaluations = folds ? Folded(known, policy, turns, dialogues, progress) : [Shipped(known, policy, turns, dialogues)];
        if (json) Console.WriteLine(JsonSerializer.Serialize(evaluations.Select(e => e.Figures), Json));
        else foreach (var line in evaluations.SelectMany(e => EvaluationText.Of(e.Figures))) Console.WriteLine(line);
        if (html.Length > 0) File.WriteAllText(html, EvaluationPage.Of([.. evaluations.Select(e => (e.Figures, e.Judged))]));
        return 0;
    }

    private static Policy ReadPolicy(string file)
    {
        if (!File.Exists(file)) throw new StartUpException($"{file}: there is no such file. Name a policy.yaml.");
        var (policy, faults) = PolicyReader.Read(new LocaleFile(file, File.ReadAllText(file)));
        return policy ?? throw new StartUpException(string.Join('\n', faults));
    }

    private static List<(Evaluation Figures, IReadOnlyList<Judged> Judged)> Folded(Settings known, Policy policy, List<LabelledTurn> turns, List<LabelledDialogue> dialogues, Action<string> progress)
    {
        var study = Study.Of(known.Sense, turns, dialogues, PlainRequests.Of(known), [.. Fold.Within(), .. Fold.Families()], new(), TrainCommand.Rows, progress);
        var (judged, walked) = study.Judge(progress);
        progress("measuring");
        return [.. judged.GroupBy(j => j.Way).Select(way => (Evaluation.Of(way.Key, [.. way], [.. walked.Where(w => w.Way == way.Key)], policy, intervals: true), (IReadOnlyList<Judged>)[.. way]))];
    }

    private static (Evaluation, IReadOnlyList<Judged>) Shipped(Settings known, Policy policy, List<LabelledTurn> turns, List<LabelledDialogue> dialogues)
    {
        const string Way = "as it ships";
        List<Judged> judged = [.. turns.Select(t => new Judged(Way, t, t.Id, known.Sense.Read(t.Text, Friction.None, false, DateTimeOffset.UnixEpoch, t.Culture).Reading))];
        List<JudgedDialogue> walked = [.. dialogues.Select(d => new JudgedDialogue(Way, d, [.. DialogueWalk.Of(d, known.Sense).Select(s => (s.At, s.Reading, s.After))]))];
        return (Evaluation.Of(Way, judged, walked, policy, intervals: true), judged);
    }
}
