using System.Runtime.InteropServices;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// All cues of all cultures in one: one pass over the text finds every piece, whatever language it is in, because
/// customers switch languages in the middle of a sentence.
/// </summary>
public sealed class CueIndex
{
    internal const string NegationBefore = "(negation-before)";
    internal const string Territory = "(territory) ";
    internal const string NegationAfter = "(negation-after)";

    /// <summary>Most words a gap may hold; and signs, where words are not spaced.</summary>
    private const int GapWords = 4, GapUnspaced = 12;

    private readonly PieceTrie _trie = new();
    private readonly List<Source> _sources = [];
    private readonly List<Piece> _pieces = [];
    private readonly List<Use> _uses = [];

    /// <summary>Compiles the cues of a set.</summary>
    public CueIndex(LocaleSet locales)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
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
                    foreach (var spelling in cue.Pattern.Spell())
                        AddUse([.. spelling.Select(p => PieceOf(known, p)).Where(id => id >= 0)]);
                }
            }
        }
        _trie.Link();
    }

    /// <summary>Every cue in a text, before negation and idioms are weighed.</summary>
    internal List<RawHit> Find(NormalText normal)
    {
        var text = normal.Text;
        var found = new List<RawHit>();
        Dictionary<int, List<int>>? starts = null;
        foreach (var (id, end) in _trie.Matches(text))
        {
            var piece = _pieces[id];
            var start = end - piece.Length;
            if (!Fits(text, start, end, piece.OpenEnd)) continue;
            if (piece.InSequence) (CollectionsMarshal.GetValueRefOrAddDefault(starts ??= [], id, out _) ??= []).Add(start);
            for (var use = piece.FirstUse; use >= 0; use = _uses[use].Next)
                if (_uses[use].Rest is null) found.Add(Hit(use, start, end));
        }
        foreach (var (id, places) in starts ?? [])
            for (var use = _pieces[id].FirstUse; use >= 0; use = _uses[use].Next)
                if (_uses[use].Rest is { } rest)
                    foreach (var start in places)
                        if (Follow(text, starts!, rest, start + _pieces[id].Length) is { } last)
                            found.Add(Hit(use, start, last));
        return found;
    }

    private RawHit Hit(int use, int start, int end) => new(_sources[_uses[use].Source].Group, _sources[_uses[use].Source].Culture, _sources[_uses[use].Source].Cue, start, end);

    /// <summary>Where a sequence ends whose next pieces are to come after a gap from here; null when they do not.</summary>
    private int? Follow(string text, Dictionary<int, List<int>> starts, ReadOnlySpan<int> rest, int end)
    {
        if (rest.IsEmpty) return end;
        if (!starts.TryGetValue(rest[0], out var places)) return null;
        var first = places.BinarySearch(end);
        for (var i = first < 0 ? ~first : first; i < places.Count; i++)
        {
            // Those after it are farther away still.
            if (!IsGap(text.AsSpan(end, places[i] - end))) return null;
            if (Follow(text, starts, rest[1..], places[i] + _pieces[rest[0]].Length) is { } last) return last;
        }
        return null;
    }

    private static bool IsGap(ReadOnlySpan<char> between)
    {
        var (words, unspaced) = (0, 0);
        // What is left of a word whose ending is open is none of the gap's words.
        var inside = true;
        foreach (var c in between)
        {
            if (Normaliser.IsUnspaced(c)) unspaced++;
            else if (c != ' ' && !inside) words++;
            inside = c != ' ';
            if (words > GapWords || unspaced > GapUnspaced) return false;
        }
        return true;
    }

    private static bool Fits(string text, int start, int end, bool openEnd) =>
        (start == 0 || !IsWordy(text[start]) || !IsWordy(text[start - 1]))
        && (openEnd || end == text.Length || !IsWordy(text[end - 1]) || !IsWordy(text[end]));

    private static bool IsWordy(char c) => (char.IsLetterOrDigit(c) || Normaliser.IsMark(c)) && !Normaliser.IsUnspaced(c);

    private void AddUse(int[] pieces)
    {
        if (pieces.Length == 0) return;
        ref var first = ref CollectionsMarshal.AsSpan(_pieces)[pieces[0]];
        var source = _sources.Count - 1;
        // Spellings that differ only in signs that are not read are one.
        if (pieces.Length == 1 && first.FirstUse >= 0 && _uses[first.FirstUse] is { Rest: null } last && last.Source == source) return;
        _uses.Add(new(source, pieces.Length == 1 ? null : pieces[1..], first.FirstUse));
        first.FirstUse = _uses.Count - 1;
        if (pieces.Length > 1)
            foreach (var id in pieces) CollectionsMarshal.AsSpan(_pieces)[id].InSequence = true;
    }

    private int PieceOf(Dictionary<string, int> known, string written)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(known, written, out var seen);
        if (seen) return id;
        var open = written.EndsWith('*');
        var text = Normaliser.Plain(open ? written[..^1] : written);
        // Spaces inside a pattern of an unspaced script are the designer's, not the customer's.
        if (text.Any(Normaliser.IsUnspaced)) text = text.Replace(" ", "", StringComparison.Ordinal);
        if (text.Length == 0) return id = -1;
        id = _trie.Add(text, open, _pieces.Count);
        if (id == _pieces.Count) _pieces.Add(new() { Length = text.Length, OpenEnd = open, FirstUse = -1 });
        return id;
    }

    /// <summary>Where a cue comes from.</summary>
    private readonly record struct Source(string Group, string Culture, Cue Cue);

    /// <summary>A cue that begins with a piece: the pieces after it, if any, and the next cue that begins so.</summary>
    private readonly record struct Use(int Source, int[]? Rest, int Next);

    private struct Piece
    {
        public int Length, FirstUse;
        public bool OpenEnd, InSequence;
    }
}

/// <summary>A cue found, in places of the normalised text.</summary>
internal sealed record RawHit(string Group, string Culture, Cue Cue, int Start, int End)
{
    /// <summary>Whether another hit covers all of this one.</summary>
    public bool IsIn(RawHit other) => other.Start <= Start && other.End >= End;
}
