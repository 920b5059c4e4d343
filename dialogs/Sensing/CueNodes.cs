using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>What a node of a compiled pattern is.</summary>
internal enum NodeKind : byte
{
    /// <summary>Letters to be read one by one.</summary>
    Letters,
    /// <summary>The same, and their marks may be left out.</summary>
    BareLetters,
    /// <summary>One space.</summary>
    Space,
    /// <summary>A gap; what comes after it may begin some words later.</summary>
    Gap,
    /// <summary>The pattern has been read.</summary>
    End,
}

/// <summary>A node: what is read here, and the nodes that may come next.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Open">For a gap or an end: whether it may stand in the middle of a word.</param>
/// <param name="Cue">For an end: whose.</param>
/// <param name="From">For letters: the first in the text of all.</param>
/// <param name="Length">For letters: how many.</param>
/// <param name="Next">The nodes that may follow.</param>
internal readonly record struct CueNode(NodeKind Kind, bool Open, int Cue, int From, int Length, int[] Next)
{
    /// <summary>Whether letters are read here.</summary>
    public bool IsLetters => Kind is NodeKind.Letters or NodeKind.BareLetters;
}

/// <summary>
/// Patterns as a graph of nodes, as large as the patterns are written and not as what they spell: each part is compiled
/// once, from the end to the beginning, and points to what may follow it.
/// </summary>
internal sealed class CueNodes
{
    private readonly List<CueNode> _nodes = [];
    private readonly System.Text.StringBuilder _letters = new();

    /// <summary>What the letters of the pattern that is being added are.</summary>
    private NodeKind _kind;

    /// <summary>Adds a pattern; the nodes it may begin with.</summary>
    public int[] Add(PatternPart pattern, int cue, bool marksOptional)
    {
        _kind = marksOptional ? NodeKind.BareLetters : NodeKind.Letters;
        // Spaces inside a pattern of an unspaced script are the designer's; a customer may put one there or not.
        var loose = HasUnspaced(pattern);
        int[] end = [Node(new(NodeKind.End, false, cue, 0, 0, []))];
        return Begin(Compile(pattern, new(end, end), loose).AfterSpace);
    }

    /// <summary>The nodes, and the letters they point into.</summary>
    public (CueNode[] Nodes, string Letters) Done() => ([.. _nodes], _letters.ToString());

    /// <summary>What may follow: where a space was just read (so that another means nothing), and where a letter was.</summary>
    private readonly record struct After(int[] AfterSpace, int[] AfterLetter);

    private After Compile(PatternPart part, After next, bool loose)
    {
        switch (part)
        {
            case PatternPart.Row row:
                for (var i = row.Parts.Length - 1; i >= 0; i--) next = Compile(row.Parts[i], next, loose);
                return next;
            case PatternPart.AnyOf any:
                var all = any.Parts.Select(p => Compile(p, next, loose)).ToList();
                return new(Union(all.SelectMany(a => a.AfterSpace)), Union(all.SelectMany(a => a.AfterLetter)));
            case PatternPart.Words words:
                foreach (var token in Tokens(words.Text).Reverse()) next = token switch
                {
                    " " => Space(next, loose),
                    ".." => Gap(next, open: false),
                    "*" => Star(next),
                    _ => Letters(token, next),
                };
                return next;
            default:
                throw new InvalidOperationException($"A part {part} is not known.");
        }
    }

    /// <summary>Letters, and where marks may be left out also the spelling of those that have one: ü as ue.</summary>
    private After Letters(string text, After next)
    {
        var end = text.Length;
        for (var i = text.Length - 1; _kind == NodeKind.BareLetters && i >= 0; i--)
        {
            if (Alike.Spelt(text[i]) is not { Length: > 0 } spelt) continue;
            if (i + 1 < end) next = Read(text[(i + 1)..end], next);
            next = new(Union([.. Read(text[i].ToString(), next).AfterLetter, .. Read(spelt, next).AfterLetter]), []);
            next = next with { AfterLetter = next.AfterSpace };
            end = i;
        }
        return end == 0 ? next : Read(text[..end], next);
    }

    private After Read(string text, After next)
    {
        int[] node = [Node(new(_kind, false, 0, _letters.Length, text.Length, next.AfterLetter))];
        _letters.Append(text);
        return new(node, node);
    }

    /// <summary>A space before the end or a gap is none.</summary>
    private After Space(After next, bool loose)
    {
        var letters = next.AfterSpace.Where(n => _nodes[n].IsLetters).ToArray();
        var others = next.AfterSpace.Where(n => !_nodes[n].IsLetters);
        if (letters.Length == 0) return next with { AfterLetter = next.AfterSpace };
        var space = Node(new(NodeKind.Space, false, 0, 0, 1, letters));
        return next with { AfterLetter = [space, .. loose ? next.AfterSpace : others] };
    }

    private After Gap(After next, bool open)
    {
        var ends = Union(next.AfterSpace.Concat(next.AfterLetter).Where(n => _nodes[n].Kind == NodeKind.End).Select(n => open ? Opened(n) : n));
        var beyond = Union(Begin(Union(next.AfterSpace.Concat(next.AfterLetter))).SelectMany(n => _nodes[n].Kind == NodeKind.Space ? _nodes[n].Next : [n]));
        int[] all = beyond.Length == 0 ? ends : [.. ends, Node(new(NodeKind.Gap, open, 0, 0, 0, beyond))];
        return new(all, all);
    }

    /// <summary>Any ending: what follows, if anything, comes after a gap.</summary>
    private After Star(After next) => Gap(next, open: true);

    private int Opened(int end) => Node(_nodes[end] with { Open = true });

    /// <summary>What is read first, where a gap or the end says nothing.</summary>
    private int[] Begin(int[] nodes) => Union(nodes.SelectMany(n => _nodes[n].Kind switch
    {
        NodeKind.End => [],
        NodeKind.Gap => _nodes[n].Next,
        _ => (IEnumerable<int>)[n],
    }));

    private int Node(CueNode node)
    {
        _nodes.Add(node);
        return _nodes.Count - 1;
    }

    private static int[] Union(IEnumerable<int> nodes) => [.. nodes.Distinct()];

    /// <summary>Words in their normal form, " ", ".." and "*".</summary>
    private static IEnumerable<string> Tokens(string text)
    {
        var pieces = text.Split("..");
        for (var p = 0; p < pieces.Length; p++)
        {
            if (p > 0) yield return "..";
            var piece = pieces[p];
            if (piece.Length == 0) continue;
            // A sign that stands on the letter before the bracket keeps its place.
            var normal = Normaliser.IsMark(piece[0]) ? Normaliser.Plain("x" + piece)[1..] : Normaliser.Plain(piece);
            if (Normaliser.IsGap(piece[0]) || normal.Length == 0) yield return " ";
            foreach (var (i, word) in normal.Split(' ', StringSplitOptions.RemoveEmptyEntries).Index())
            {
                if (i > 0) yield return " ";
                var open = word.Length > 1 && word[^1] == '*' && word[^2] != '*';
                if (word == "*") open = true;
                if (word.Length > (open ? 1 : 0)) yield return open ? word[..^1] : word;
                if (open) yield return "*";
            }
            if (normal.Length > 0 && Normaliser.IsGap(piece[^1])) yield return " ";
        }
    }

    private static bool HasUnspaced(PatternPart part) => part switch
    {
        PatternPart.Words words => words.Text.Any(Normaliser.IsUnspaced),
        PatternPart.Row row => row.Parts.Any(HasUnspaced),
        PatternPart.AnyOf any => any.Parts.Any(HasUnspaced),
        _ => false,
    };
}
