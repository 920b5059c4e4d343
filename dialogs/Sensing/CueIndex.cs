using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// All cues of all cultures in one: one pass over the text finds every cue, whatever language it is in, because
/// customers switch languages in the middle of a sentence.
/// </summary>
public sealed class CueIndex
{
    internal const string NegationBefore = "(negation-before)";
    internal const string Territory = "(territory) ";
    internal const string NegationAfter = "(negation-after)";

    /// <summary>Most words a gap may hold; and signs, where words are not spaced.</summary>
    private const int GapWords = 4, GapUnspaced = 12;

    private readonly List<Source> _sources = [];
    private readonly CueAutomaton _automaton;

    /// <summary>Compiles the cues of a set.</summary>
    public CueIndex(LocaleSet locales)
    {
        var nodes = new CueNodes();
        var start = new List<int>();
        foreach (var culture in locales.Cultures.Values)
        {
            Add(NegationBefore, culture.Cues.NegationBefore);
            Add(NegationAfter, culture.Cues.NegationAfter);
            foreach (var (group, cues) in culture.Cues.Groups) Add(group, cues);
            foreach (var (code, names) in culture.Cues.Territories) Add(Territory + code, names);

            // What it stands over is compiled there.
            void Add(string group, IEnumerable<Cue> cues)
            {
                foreach (var cue in cues.Where(c => c.Path.StartsWith(culture.Tag + "/", StringComparison.Ordinal)))
                {
                    _sources.Add(new(group, culture.Tag, cue));
                    start.AddRange(nodes.Add(cue.Pattern.Parts, _sources.Count - 1));
                }
            }
        }
        var (all, letters) = nodes.Done();
        _automaton = new(all, letters, [.. start]);
    }

    /// <summary>Every cue in a text, before negation and idioms are weighed.</summary>
    internal List<RawHit> Find(NormalText normal)
    {
        var found = new Found(normal.Text, []);
        for (var start = 0; start < normal.Text.Length; start++)
            if (MayBegin(normal.Text, start)) Walk(_automaton.Root, start, start, start, found);
        return found.Hits;
    }

    /// <summary>Reads on from a place; what ends or pauses on the way is taken or followed.</summary>
    private void Walk(CueAutomaton.State? state, int at, int start, int begun, Found found)
    {
        var text = found.Text;
        while (at < text.Length && (state = _automaton.Step(state!, text[at])) is not null)
        {
            at++;
            if (state.Ends.Length + state.Gaps.Length == 0) continue;
            var inWord = at < text.Length && IsWordy(text[at - 1]) && IsWordy(text[at]);
            foreach (var end in state.Ends)
                if (!inWord || _automaton[end].Open) Take(_automaton[end].Cue, start, at, begun, found);
            if (state.Gaps.Length > 0 && _automaton.Beyond(state, inWord) is { } beyond) Follow(beyond, at, start, found);
        }
    }

    /// <summary>What goes on after a gap that begins here, from the nearest word on.</summary>
    private void Follow(CueAutomaton.State beyond, int from, int start, Found found)
    {
        var (words, unspaced) = (0, 0);
        // What is left of a word whose ending is open is none of the gap's words.
        var inside = true;
        for (var at = from; at < found.Text.Length && words <= GapWords && unspaced <= GapUnspaced; at++)
        {
            var c = found.Text[at];
            if (MayBegin(found.Text, at)) Walk(beyond, at, start, at, found);
            if (Normaliser.IsUnspaced(c)) unspaced++;
            else if (c != ' ' && !inside) words++;
            inside = c != ' ';
        }
    }

    /// <summary>Of one cue from one place, the nearest way to its end is taken, and there the longest.</summary>
    private void Take(int source, int start, int end, int begun, Found found)
    {
        var (group, culture, cue) = _sources[source];
        var hits = found.Hits;
        for (var i = hits.Count - 1; i >= 0 && hits[i].Start == start; i--)
        {
            if (!ReferenceEquals(hits[i].Cue, cue)) continue;
            if (hits[i].Begun == begun && hits[i].End < end) hits[i] = hits[i] with { End = end };
            return;
        }
        hits.Add(new(group, culture, cue, start, end, begun));
    }

    private static bool MayBegin(string text, int at) => text[at] != ' ' && (at == 0 || !IsWordy(text[at]) || !IsWordy(text[at - 1]));

    private static bool IsWordy(char c) =>
        char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : (char.IsLetterOrDigit(c) || Normaliser.IsMark(c)) && !Normaliser.IsUnspaced(c);

    /// <summary>Where a cue comes from.</summary>
    private readonly record struct Source(string Group, string Culture, Cue Cue);

    /// <summary>A text, and what has been found in it.</summary>
    private readonly record struct Found(string Text, List<RawHit> Hits);
}

/// <summary>A cue found, in places of the normalised text.</summary>
/// <param name="Group">Its group, or what the index calls a negation or a territory.</param>
/// <param name="Culture">Whose cue it is.</param>
/// <param name="Cue">The cue.</param>
/// <param name="Start">Its first sign.</param>
/// <param name="End">The sign after its last.</param>
/// <param name="Begun">Where the part after its last gap begins.</param>
internal sealed record RawHit(string Group, string Culture, Cue Cue, int Start, int End, int Begun)
{
    /// <summary>Whether another hit covers all of this one.</summary>
    public bool IsIn(RawHit other) => other.Start <= Start && other.End >= End;
}
