using System.Runtime.InteropServices;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>The cues of one language, compiled: one pass over a text finds them all.</summary>
internal sealed class CueSheet
{
    /// <summary>Most words a gap may hold; and signs, where words are not spaced.</summary>
    private const int GapWords = 4, GapUnspaced = 12;

    /// <summary>A cue heard so often in one message is not heard any more: what it says has been said.</summary>
    private const int MostHeard = 64;

    private readonly List<Source> _sources = [];
    private readonly CueAutomaton _automaton;

    /// <summary>Compiles the cues of the cultures of one language.</summary>
    public CueSheet(IReadOnlyList<Culture> cultures)
    {
        var nodes = new CueNodes();
        var start = new List<int>();
        foreach (var culture in cultures)
        {
            Add(CueIndex.NegationBefore, culture.Cues.NegationBefore);
            Add(CueIndex.NegationAfter, culture.Cues.NegationAfter);
            foreach (var (group, cues) in culture.Cues.Groups) Add(group, cues);
            foreach (var (code, names) in culture.Cues.Territories) Add(CueIndex.Territory + code, names);

            // What it stands over is compiled there.
            void Add(string group, IEnumerable<Cue> cues)
            {
                foreach (var cue in cues.Where(c => c.Path.StartsWith(culture.Tag + "/", StringComparison.Ordinal)))
                {
                    _sources.Add(new(group, culture.Tag, cue));
                    start.AddRange(nodes.Add(cue.Pattern.Parts, _sources.Count - 1, cue.MarksOptional));
                }
            }
        }
        var (all, letters) = nodes.Done();
        _automaton = new(all, letters, [.. start]);
    }

    /// <summary>Adds every cue in a text to what has been found.</summary>
    public void Find(string text, List<RawHit> hits)
    {
        var found = new Found(text, hits, hits.Count, []);
        for (var start = 0; start < text.Length; start++)
            if (MayBegin(text, start)) Walk(_automaton.Root, start, start, start, found);
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
            if (Normaliser.IsUnspaced(c) || c == Masks.Seam) unspaced++;
            else if (c != ' ' && !inside) words++;
            inside = c != ' ';
        }
    }

    /// <summary>Of one cue from one place, the nearest way to its end is taken, and there the longest.</summary>
    private void Take(int source, int start, int end, int begun, Found found)
    {
        var (group, culture, cue) = _sources[source];
        if (CutsKatakana(found.Text, start, cue) || CutsKatakana(found.Text, begun, cue) || CutsKatakana(found.Text, end, cue)) return;
        var hits = found.Hits;
        for (var i = hits.Count - 1; i >= found.First && hits[i].Start == start; i--)
        {
            if (!ReferenceEquals(hits[i].Cue, cue)) continue;
            if (hits[i].Begun == begun && hits[i].End < end) hits[i] = hits[i] with { End = end };
            return;
        }
        // Counting begins where a text is made to be slow; others have no use for it.
        if (hits.Count - found.First > MostHeard && CollectionsMarshal.GetValueRefOrAddDefault(found.Heard, source, out _)++ >= MostHeard) return;
        hits.Add(new(group, culture, cue, start, end, begun));
    }

    /// <summary>Whether a pattern of hiragana would take a piece of a word in katakana: しね is not said in シネマ.</summary>
    private static bool CutsKatakana(string text, int at, Cue cue) =>
        at > 0 && at < text.Length && IsKatakana(text[at]) && IsKatakana(text[at - 1])
        && !(cue.Pattern.Source.Contains(text[at], StringComparison.Ordinal) || cue.Pattern.Source.Contains(text[at - 1], StringComparison.Ordinal));

    private static bool IsKatakana(char c) => c is >= 'ァ' and <= 'ー';

    private static bool MayBegin(string text, int at) => text[at] is not (' ' or Masks.Seam) && (at == 0 || !IsWordy(text[at]) || !IsWordy(text[at - 1]));

    private static bool IsWordy(char c) =>
        char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : (char.IsLetterOrDigit(c) || Normaliser.IsMark(c) || Masks.IsLetter(c)) && !Normaliser.IsUnspaced(c);

    /// <summary>Where a cue comes from.</summary>
    private readonly record struct Source(string Group, string Culture, Cue Cue);

    /// <summary>A text, what has been found in it, which of that is of this sheet, and how often each cue was heard.</summary>
    private readonly record struct Found(string Text, List<RawHit> Hits, int First, Dictionary<int, int> Heard);
}
