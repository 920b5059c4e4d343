using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Sensing;

namespace TrustBot.Listening;

/// <summary>A part held out: no listener that judges it was taught it.</summary>
/// <param name="Way">within (by id) or family-out.</param>
/// <param name="Name">Which part.</param>
/// <param name="Holds">Whether a unit (message or dialogue) is in it.</param>
internal sealed record Fold(string Way, string Name, Func<string, string, bool> Holds)
{
    /// <summary>Five parts by id.</summary>
    public static IEnumerable<Fold> Within() => Enumerable.Range(0, 5).Select(k => new Fold("within", $"{k + 1} of 5", (id, _) => Part(id) == k));

    /// <summary>Cultures whose scenarios run in parallel are held out together.</summary>
    public static IEnumerable<Fold> Families() => Related.Select(f => new Fold("family-out", f, (_, culture) => f.Split(' ').Contains(culture.Split('-')[0])));

    private static readonly string[] Related = ["en", "zh", "ja ko", "th vi hi", "de fr ta", "es pt ar", "id ms fil"];

    private static int Part(string id)
    {
        // FNV-1a, its high bits folded in: the same parts in every process.
        var hash = 2166136261u;
        foreach (var c in id) hash = (hash ^ c) * 16777619;
        return (int)((hash ^ hash >> 15) % 5);
    }
}

/// <summary>A message read by a listener that was not taught it.</summary>
/// <param name="Way">within or family-out.</param>
/// <param name="Turn">The message and its labels.</param>
/// <param name="Unit">Its dialogue, or itself: what is drawn anew for intervals.</param>
/// <param name="Reading">What was read.</param>
internal sealed record Judged(string Way, LabelledTurn Turn, string Unit, Reading Reading);

/// <summary>A dialogue and where the bot would have stepped aside.</summary>
/// <param name="Way">within or family-out.</param>
/// <param name="Dialogue">The dialogue.</param>
/// <param name="Readings">A reading for each turn of the customer, by its place among the turns; those after the golden hand-off too.</param>
internal sealed record JudgedDialogue(string Way, LabelledDialogue Dialogue, IReadOnlyList<(int At, Reading Reading, Friction After)> Readings);

/// <summary>Teaches throw-away listeners on all but a part and hears that part: what fusion is fitted on, and what quality is judged on.</summary>
internal sealed class Study
{
    private readonly Sense _sense;
    private readonly TrainingOptions _options;
    private readonly int _rows;
    private readonly IReadOnlyList<LabelledDialogue> _dialogues;
    private readonly List<(string Unit, Lesson Lesson)> _lessons;
    private readonly List<(Fold Fold, Listener Listener)> _folds = [];
    private readonly List<(Fold Fold, string Unit, string Culture, Testimony Said)> _testimonies = [];
    private readonly List<(Fold Fold, string Unit, string Culture, HazardCase Case)> _cases = [];

    private readonly HashSet<string> _judged;

    private Study(Sense sense, IReadOnlyList<LabelledTurn> turns, IReadOnlyList<LabelledDialogue> dialogues, IReadOnlyList<Lesson> requests, TrainingOptions options, int rows)
    {
        (_sense, _dialogues, _options, _rows) = (sense, dialogues, options, rows);
        _judged = [.. turns.Select(t => t.Id)];
        _lessons = [.. turns.Select(t => (t.Id, Lesson.Of(t, sense))), .. requests.Select(r => (r.Text.Id, r)),
            .. dialogues.SelectMany(d => d.Turns.Select((t, i) => (d, t, i)).Where(x => x.t.Labels is not null).Select(x => (x.d.Id, Lesson.Of(new($"{x.d.Id}#{x.i}", x.d.Culture, x.t.Text, x.t.Labels!), sense))))];
    }

    /// <summary>All messages, those of dialogues too.</summary>
    public IReadOnlyList<Lesson> Lessons => [.. _lessons.Select(l => l.Lesson)];

    /// <summary>Runs the folds; says how far it has come.</summary>
    public static Study Of(Sense sense, IReadOnlyList<LabelledTurn> turns, IReadOnlyList<LabelledDialogue> dialogues, IReadOnlyList<Lesson> requests, IEnumerable<Fold> folds, TrainingOptions options, int rows, Action<string> progress)
    {
        var study = new Study(sense, turns, dialogues, requests, options, rows);
        foreach (var fold in folds)
        {
            progress($"{fold.Way} {fold.Name}");
            study.Run(fold);
        }
        progress("exchange");
        study.HearDialogues();
        return study;
    }

    /// <summary>The fusion that the whole of the study supports; of all but a part when one is named.</summary>
    public Fusion Fusion(Fold? without = null)
    {
        var testimonies = _testimonies.Where(t => without?.Holds(t.Unit, t.Culture) != true).Select(t => t.Said).ToList();
        var voices = FusionFit.Voices(testimonies);
        var cases = _cases.Where(c => without?.Holds(c.Unit, c.Culture) != true).Select(c => c.Case).ToList();
        return new(voices, HazardFit.Of(cases, new(voices, [])));
    }

    /// <summary>Every message alone, and every dialogue as it went, read by who was not taught it.</summary>
    public (List<Judged> Turns, List<JudgedDialogue> Dialogues) Judge(Action<string> progress)
    {
        var (turns, dialogues) = (new List<Judged>(), new List<JudgedDialogue>());
        foreach (var (fold, listener) in _folds)
        {
            progress($"judging {fold.Way} {fold.Name}");
            var sense = _sense.With(listener.With(Fusion(fold)));
            foreach (var (unit, lesson) in _lessons.Where(l => _judged.Contains(l.Lesson.Text.Id) && fold.Holds(l.Unit, l.Lesson.Text.Culture)))
                turns.Add(new(fold.Way, lesson.Text, unit, sense.Read(lesson.Text.Text, Friction.None, false, DateTimeOffset.UnixEpoch, lesson.Text.Culture).Reading));
            foreach (var dialogue in _dialogues.Where(d => fold.Holds(d.Id, d.Culture)))
                dialogues.Add(new(fold.Way, dialogue, [.. DialogueWalk.Of(dialogue, sense).Select(s => (s.At, s.Reading, s.After))]));
        }
        return (turns, dialogues);
    }

    private void Run(Fold fold)
    {
        var listener = ListenerMaker.Make([.. _lessons.Where(l => !fold.Holds(l.Unit, l.Lesson.Text.Culture)).Select(l => l.Lesson)], _options, _rows);
        _folds.Add((fold, listener));
        foreach (var (unit, lesson) in _lessons.Where(l => l.Unit == l.Lesson.Text.Id && fold.Holds(l.Unit, l.Lesson.Text.Culture)))
            _testimonies.Add((fold, unit, lesson.Text.Culture, Said(lesson, listener, new float[Exchange.Names.Length], fold)));
    }

    private void HearDialogues()
    {
        var first = new Fusion(FusionFit.Voices([.. _testimonies.Select(t => t.Said)]), []);
        foreach (var (fold, listener) in _folds)
        {
            var sense = _sense.With(listener.With(first));
            foreach (var dialogue in _dialogues.Where(d => fold.Holds(d.Id, d.Culture)))
                foreach (var step in DialogueWalk.Of(dialogue, sense))
                {
                    var turn = dialogue.Turns[step.At];
                    if (turn.Labels is null) continue;
                    var lesson = Lesson.Of(new($"{dialogue.Id}#{step.At}", dialogue.Culture, turn.Text, turn.Labels), sense);
                    var said = Said(lesson, listener, step.Exchange, fold);
                    _testimonies.Add((fold, dialogue.Id, dialogue.Culture, said));
                    if (dialogue.HandoffAt is not { } golden || step.At <= golden)
                        _cases.Add((fold, dialogue.Id, dialogue.Culture, new(said, dialogue.HandoffAt == step.At)));
                }
        }
    }

    private static Testimony Said(Lesson lesson, Listener listener, float[] exchange, Fold fold)
    {
        var (words, traits) = (new float[Heads.Count], new float[Heads.Count]);
        listener.HearWords([.. lesson.Pieces.Select(listener.RowOf).Where(r => r >= 0)], words);
        listener.HearTraits(lesson.Traits, traits);
        for (var head = 0; head < Heads.Count; head++) traits[head] += Dialogs.Sensing.Fusion.AgainstShare * lesson.Against[head];
        return new(words, traits, lesson.Cues, exchange, lesson.True, lesson.Known, fold.Way == "within" ? 1 : 0.3f);
    }
}
