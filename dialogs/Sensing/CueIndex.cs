using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// All cues of all cultures in one index: one pass over the text finds every cue, whatever language it is in, because
/// customers switch languages in the middle of a sentence.
/// </summary>
public sealed class CueIndex
{
    internal const string NegationBefore = "(negation-before)";
    internal const string NegationAfter = "(negation-after)";

    /// <summary>A gap is up to four words, or twelve characters where words are not spaced; the rest of an open-ended word counts as one.</summary>
    private const int GapWords = 5, GapUnspaced = 12;

    private readonly PieceTrie _trie = new();
    private readonly List<Piece> _pieces = [];

    /// <summary>Compiles the cues of a set.</summary>
    public CueIndex(LocaleSet locales)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var culture in locales.Cultures.Values)
        {
            foreach (var word in culture.Cues.NegationBefore) Add(known, new(NegationBefore, culture.Tag, Word(word)));
            foreach (var word in culture.Cues.NegationAfter) Add(known, new(NegationAfter, culture.Tag, Word(word)));
            foreach (var (group, cues) in culture.Cues.Groups)
                foreach (var cue in cues.Where(c => c.Path.StartsWith(culture.Tag + "/", StringComparison.Ordinal)))
                    Add(known, new(group, culture.Tag, cue));
        }
        _trie.Link();
    }

    private static Cue Word(string word) => new(CuePattern.Parse(word), false, false, "", "", 0);

    /// <summary>Every cue in a text, before negation and idioms are weighed.</summary>
    internal List<RawHit> Find(NormalText normal)
    {
        var text = normal.Text;
        var found = new List<RawHit>();
        Dictionary<int, List<(int Start, int End)>>? parts = null;
        _trie.Scan(text, (id, end) =>
        {
            var piece = _pieces[id];
            var start = end - piece.Length;
            if (!Fits(text, start, end, piece)) return;
            foreach (var source in piece.Alone) found.Add(new(source.Group, source.Culture, source.Cue, start, end));
            if (!piece.InSequence) return;
            parts ??= [];
            if (!parts.TryGetValue(id, out var spans)) parts[id] = spans = [];
            spans.Add((start, end));
        });
        foreach (var (id, spans) in parts ?? [])
            foreach (var sequence in _pieces[id].Leading)
                foreach (var (start, end) in spans)
                    if (Follow(text, parts!, sequence.Pieces, 1, end) is { } last)
                        found.Add(new(sequence.Source.Group, sequence.Source.Culture, sequence.Source.Cue, start, last));
        return found;
    }

    private static int? Follow(string text, Dictionary<int, List<(int Start, int End)>> parts, int[] pieces, int at, int end)
    {
        if (at == pieces.Length) return end;
        foreach (var (start, stop) in parts.GetValueOrDefault(pieces[at]) ?? [])
            if (start >= end && IsGap(text.AsSpan(end, start - end)) && Follow(text, parts, pieces, at + 1, stop) is { } last)
                return last;
        return null;
    }

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
        return words <= GapWords && unspaced <= GapUnspaced;
    }

    private static bool Fits(string text, int start, int end, Piece piece) =>
        (!IsWordy(text[start]) || start == 0 || !IsWordy(text[start - 1]))
        && (piece.OpenEnd || !IsWordy(text[end - 1]) || end == text.Length || !IsWordy(text[end]));

    private static bool IsWordy(char c) => char.IsLetterOrDigit(c) && !Normaliser.IsUnspaced(c);

    private void Add(Dictionary<string, int> known, Source source)
    {
        foreach (var spelling in source.Cue.Pattern.Spell())
        {
            int[] ids = [.. spelling.Select(p => PieceOf(known, p)).Where(id => id >= 0)];
            if (ids.Length == 0) continue;
            var first = _pieces[ids[0]];
            if (ids.Length == 1) first.Alone = [.. first.Alone, source];
            else
            {
                first.Leading.Add(new(source, ids));
                foreach (var id in ids) _pieces[id].InSequence = true;
            }
        }
    }

    private int PieceOf(Dictionary<string, int> known, string written)
    {
        // Most pieces stand in many spellings and are written as they normalise.
        if (known.TryGetValue(written, out var seen)) return seen;
        var open = written.EndsWith('*');
        var text = Normaliser.Plain(open ? written[..^1] : written);
        if (text.Length == 0) return -1;
        // Spaces inside a pattern of an unspaced script are the designer's, not the customer's.
        if (text.Any(Normaliser.IsUnspaced)) text = text.Replace(" ", "", StringComparison.Ordinal);
        ref var slot = ref _trie.Slot(text, open);
        if (slot < 0)
        {
            slot = _pieces.Count;
            _pieces.Add(new(text.Length, open));
        }
        return known[written] = slot;
    }

    private sealed class Piece(int length, bool openEnd)
    {
        public int Length => length;
        public bool OpenEnd => openEnd;
        public Source[] Alone { get; set; } = [];
        public List<Sequence> Leading => field ??= [];
        public bool InSequence { get; set; }
    }

    private sealed record Source(string Group, string Culture, Cue Cue);

    private sealed record Sequence(Source Source, int[] Pieces);
}

/// <summary>A cue found, in places of the normalised text.</summary>
internal sealed record RawHit(string Group, string Culture, Cue Cue, int Start, int End);
