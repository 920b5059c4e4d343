using System.Collections.Immutable;
using System.Runtime.InteropServices;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// All cues of all cultures as one automaton (Aho and Corasick 1975): one pass over the text finds every piece,
/// whatever language it is in, because customers switch languages in the middle of a sentence.
/// </summary>
public sealed class CueIndex
{
    internal const string NegationBefore = "(negation-before)";
    internal const string NegationAfter = "(negation-after)";

    private readonly Dictionary<char, int> _roots = [];
    private readonly List<Node> _nodes = [new()];
    private readonly List<Piece> _pieces = [];

    /// <summary>Compiles the cues of a set.</summary>
    public CueIndex(LocaleSet locales)
    {
        var pieceIds = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var culture in locales.Cultures.Values)
        {
            foreach (var word in culture.Cues.NegationBefore) Add(pieceIds, NegationBefore, culture, Word(word));
            foreach (var word in culture.Cues.NegationAfter) Add(pieceIds, NegationAfter, culture, Word(word));
            foreach (var (group, cues) in culture.Cues.Groups)
                foreach (var cue in cues.Where(c => c.Path.StartsWith(culture.Tag + "/", StringComparison.Ordinal)))
                    Add(pieceIds, group, culture, cue);
        }
        Link();
    }

    private static Cue Word(string word) => new(CuePattern.Parse(word), false, false, "", "", 0);

    /// <summary>Every cue in a text, before negation and idioms are weighed.</summary>
    internal List<RawHit> Find(NormalText normal)
    {
        var text = normal.Text;
        var found = new List<RawHit>();
        Dictionary<int, List<(int Start, int End)>>? parts = null;
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            int next;
            while ((next = Step(state, text[i])) < 0 && state != 0) state = _nodes[state].Fail;
            state = Math.Max(0, next);
            for (var s = state; s > 0; s = _nodes[s].Output)
                if (_nodes[s].Piece is >= 0 and var id && Fits(text, i + 1 - _pieces[id].Text.Length, i + 1, _pieces[id]))
                {
                    var span = (Start: i + 1 - _pieces[id].Text.Length, End: i + 1);
                    foreach (var use in _pieces[id].Alone) found.Add(new(use.Group, use.Culture, use.Cue, span.Start, span.End));
                    if (_pieces[id].InSequence) CollectionsMarshal.GetValueRefOrAddDefault(parts ??= [], id, out _) = Push(parts, id, span);
                }
        }
        if (parts is not null)
            foreach (var (id, spans) in parts)
                foreach (var use in _pieces[id].Leading)
                    foreach (var (start, end) in spans)
                        if (Follow(text, parts, use.Pieces, 1, end) is { } last)
                            found.Add(new(use.Group, use.Culture, use.Cue, start, last));
        return found;
    }

    private static List<(int, int)> Push(Dictionary<int, List<(int, int)>> parts, int id, (int, int) span)
    {
        var list = parts.GetValueOrDefault(id) ?? [];
        list.Add(span);
        return list;
    }

    private static int? Follow(string text, Dictionary<int, List<(int Start, int End)>> parts, ImmutableArray<int> pieces, int at, int end)
    {
        if (at == pieces.Length) return end;
        foreach (var (start, stop) in parts.GetValueOrDefault(pieces[at]) ?? [])
            if (start >= end && IsGap(text.AsSpan(end, start - end)) && Follow(text, parts, pieces, at + 1, stop) is { } last)
                return last;
        return null;
    }

    /// <summary>A gap is up to four words, or twelve characters where words are not spaced.</summary>
    private static bool IsGap(ReadOnlySpan<char> between)
    {
        var (words, unspaced) = (0, 0);
        var inside = false;
        foreach (var c in between)
        {
            if (Normaliser.IsUnspaced(c)) unspaced++;
            else if (c != ' ' && !inside) words++;
            inside = c != ' ';
        }
        return words <= 5 && unspaced <= 12;
    }

    private static bool Fits(string text, int start, int end, Piece piece) =>
        (!IsWordy(text[start]) || start == 0 || !IsWordy(text[start - 1]))
        && (piece.OpenEnd || !IsWordy(text[end - 1]) || end == text.Length || !IsWordy(text[end]));

    private static bool IsWordy(char c) => char.IsLetterOrDigit(c) && !Normaliser.IsUnspaced(c);

    private void Add(Dictionary<string, int> ids, string group, Culture culture, Cue cue)
    {
        foreach (var spelling in cue.Pattern.Spellings)
        {
            var pieces = spelling.Select(p => PieceOf(ids, p)).Where(id => id >= 0).ToImmutableArray();
            if (pieces.IsEmpty) continue;
            var use = new Use(group, culture.Tag, cue, pieces);
            if (pieces.Length == 1) _pieces[pieces[0]].Alone.Add(use);
            else
            {
                _pieces[pieces[0]].Leading.Add(use);
                foreach (var id in pieces) _pieces[id].InSequence = true;
            }
        }
    }

    private int PieceOf(Dictionary<string, int> ids, string written)
    {
        // Most pieces stand in many spellings and are written as they normalise.
        if (ids.TryGetValue(written, out var seen)) return seen;
        var open = written.EndsWith('*');
        var text = Normaliser.Plain(open ? written[..^1] : written);
        if (text.Length == 0) return -1;
        // Spaces inside a pattern of an unspaced script are the designer's, not the customer's.
        if (text.Any(Normaliser.IsUnspaced)) text = text.Replace(" ", "", StringComparison.Ordinal);
        var key = open ? text + "*" : text;
        if (ids.TryGetValue(key, out var known)) return known;
        var node = 0;
        foreach (var c in text) node = Child(node, c);
        // Two pieces of the same letters that differ in their end share a node; the second hangs on a twin.
        while (_nodes[node].Piece >= 0) node = Twin(node);
        ids[key] = _nodes[node].Piece = _pieces.Count;
        _pieces.Add(new(text, open));
        return _pieces.Count - 1;
    }

    private int Child(int node, char c)
    {
        if (Step(node, c) is >= 0 and var existing) return existing;
        _nodes.Add(new() { Char = c, Sibling = node == 0 ? -1 : _nodes[node].FirstChild });
        if (node == 0) _roots[c] = _nodes.Count - 1;
        else _nodes[node].FirstChild = _nodes.Count - 1;
        return _nodes.Count - 1;
    }

    private int Twin(int node)
    {
        if (_nodes[node].Twin >= 0) return _nodes[node].Twin;
        _nodes.Add(new());
        return _nodes[node].Twin = _nodes.Count - 1;
    }

    private int Step(int node, char c)
    {
        if (node == 0) return _roots.GetValueOrDefault(c, -1);
        for (var child = _nodes[node].FirstChild; child >= 0; child = _nodes[child].Sibling)
            if (_nodes[child].Char == c) return child;
        return -1;
    }

    private void Link()
    {
        var queue = new Queue<int>(_roots.Values);
        while (queue.TryDequeue(out var node))
        {
            for (var child = _nodes[node].FirstChild; child >= 0; child = _nodes[child].Sibling)
            {
                var fail = _nodes[node].Fail;
                int next;
                while ((next = Step(fail, _nodes[child].Char)) < 0 && fail != 0) fail = _nodes[fail].Fail;
                _nodes[child].Fail = Math.Max(0, next);
                queue.Enqueue(child);
            }
            // Where to look for further pieces that end here: twins first, then what the fail link reaches.
            var last = node;
            while (_nodes[last].Twin >= 0)
            {
                _nodes[last].Output = _nodes[last].Twin;
                last = _nodes[last].Twin;
            }
            _nodes[last].Output = _nodes[_nodes[node].Fail].Piece >= 0 ? _nodes[node].Fail : _nodes[_nodes[node].Fail].Output;
        }
    }

    private sealed class Node
    {
        public char Char;
        public int FirstChild = -1, Sibling = -1, Fail, Piece = -1, Output, Twin = -1;
    }

    private sealed record Piece(string Text, bool OpenEnd)
    {
        public List<Use> Alone { get; } = [];
        public List<Use> Leading { get; } = [];
        public bool InSequence { get; set; }
    }

    private sealed record Use(string Group, string Culture, Cue Cue, ImmutableArray<int> Pieces);
}

/// <summary>A cue found, in places of the normalised text.</summary>
internal sealed record RawHit(string Group, string Culture, Cue Cue, int Start, int End);
