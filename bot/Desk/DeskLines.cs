using System.Collections.Immutable;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Desk;

using Channels = Dialogs.Activities.Channels;

/// <summary>Turns a stretch of the log into the lines agents see. The same stretch gives the same lines.</summary>
internal sealed class DeskLines
{
    private readonly SortedDictionary<long, DeskLine> _lines = [];
    private readonly Dictionary<string, string> _deeds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _sending = new(StringComparer.Ordinal);

    private DeskLines() { }

    public static IReadOnlyCollection<DeskLine> Of(IEnumerable<LogEntry> entries)
    {
        var lines = new DeskLines();
        foreach (var entry in entries) lines.Take(entry);
        return lines._lines.Values;
    }

    private void Take(LogEntry entry)
    {
        switch (entry.Event)
        {
            case Accepted { Activity: { Type: ActivityTypes.Message } said } accepted:
                Heard(entry, accepted, said);
                break;
            case Said said:
                Spoken(entry, said);
                break;
            case Noted noted:
                Put(new(entry.Seq, entry.At, LineKind.Note, noted.Agent.Name, noted.Text));
                break;
            case Sensed sensed:
                for (var seq = sensed.First; seq <= sensed.Last; seq++)
                    Touch(seq, entry.Seq, l => l.Kind == LineKind.Customer ? l with { Language = sensed.Reading.Language } : l);
                break;
            case DeliveryChanged delivery:
                Touch(delivery.Line, entry.Seq, l => Delivered(l, delivery));
                break;
            case EffectRequested { Effect: var effect }:
                _deeds[effect.Key] = effect.Kind;
                break;
            case TurnFinished finished:
                foreach (var key in finished.Keys)
                    if (_sending.Remove(key, out var seq))
                        Touch(seq, entry.Seq, l => l with { Unsent = true, Marks = ["not sent: the conversation had moved on"] });
                break;
        }
        if (DeskWords.Happened(entry.Event, _deeds) is { } what)
            Put(new(entry.Seq, entry.At, LineKind.System, "", what));
    }

    /// <summary>An agent's words are shown while they are under way, so that none is ever lost from sight.</summary>
    private void Heard(LogEntry entry, Accepted accepted, Activity said)
    {
        if (said.ChannelId == Channels.Desk)
        {
            _sending[accepted.Key] = entry.Seq;
            Put(new(entry.Seq, entry.At, LineKind.Human, said.From?.Name ?? "Agent", said.Text ?? "") { Marks = ["sending"] });
        }
        else if (!Channels.IsInternal(said.ChannelId))
        {
            ImmutableArray<string> marks = [.. accepted.Hidden.Distinct().Select(h => $"{h} hidden"), .. MarksOf(said)];
            Put(new(entry.Seq, entry.At, LineKind.Customer, said.From?.Name ?? "Customer", said.Text ?? "") { Marks = marks });
        }
    }

    private void Spoken(LogEntry entry, Said said)
    {
        var human = said.Speaker == Roles.Agent;
        if (human) Replace(entry.Seq, said);
        Put(new(entry.Seq, entry.At, human ? LineKind.Human : LineKind.Ai, human ? said.Activity.From?.Name ?? "Agent" : "AI", said.Activity.Text ?? "")
        {
            Language = said.Activity.Locale,
            Marks = MarksOf(said.Activity),
        });
    }

    private void Replace(long by, Said said)
    {
        var key = _sending.FirstOrDefault(s => s.Value == said.ReplyTo).Key
            ?? _sending.OrderBy(s => s.Value).FirstOrDefault(s => _lines[s.Value].Text == said.Activity.Text).Key;
        if (key is not null && _sending.Remove(key, out var seq)) Touch(seq, by, l => l with { Gone = true });
    }

    private static DeskLine Delivered(DeskLine line, DeliveryChanged delivery) => line with
    {
        Unsent = delivery.State is DeliveryState.Refused or DeliveryState.Superseded,
        Marks = [.. line.Marks.Where(m => !m.StartsWith(DeskWords.Delivery, StringComparison.Ordinal)), DeskWords.Mark(delivery)],
    };

    private static ImmutableArray<string> MarksOf(Activity said) =>
    [
        .. said.Attachments?.Select(a => $"attached: {a.Name ?? a.ContentType ?? "a file"}") ?? [],
        .. said.SuggestedActions is { Actions.Count: > 0 } buttons ? [$"buttons: {string.Join(" · ", buttons.Actions.Select(b => b.Title))}"] : Array.Empty<string>(),
        .. TurnsDirection(said.Text) ? ["turns its text direction around"] : Array.Empty<string>(),
    ];

    private static bool TurnsDirection(string? text) => text.AsSpan().IndexOfAny('\u202D', '\u202E') >= 0;

    private void Put(DeskLine line) => _lines[line.Seq] = line;

    private void Touch(long seq, long by, Func<DeskLine, DeskLine> change)
    {
        if (_lines.TryGetValue(seq, out var line)) _lines[seq] = change(line) with { Touched = by };
    }
}
