namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Pieces of fixed text as one automaton (Aho and Corasick 1975), its nodes in one array: a hundred thousand of them
/// are a few megabytes. Ids are from 0 and belong to whoever adds the pieces.
/// </summary>
internal sealed class PieceTrie
{
    private readonly Dictionary<char, int> _roots = [];
    private Node[] _nodes = new Node[4096];
    private int _count = 1;

    /// <summary>The piece with this text and this kind of end; <paramref name="id"/> when it is new.</summary>
    public int Add(string text, bool openEnd, int id)
    {
        var node = 0;
        foreach (var c in text) node = Child(node, c);
        ref var piece = ref openEnd ? ref _nodes[node].Open : ref _nodes[node].Closed;
        if (piece == 0) piece = id + 1;
        return piece - 1;
    }

    /// <summary>To be called once, after the last piece.</summary>
    public void Link()
    {
        Array.Resize(ref _nodes, _count);
        var queue = new Queue<int>(_roots.Values);
        while (queue.TryDequeue(out var node))
        {
            ref var from = ref _nodes[node];
            from.Output = _nodes[from.Fail].Ends ? from.Fail : _nodes[from.Fail].Output;
            for (var child = from.FirstChild; child != 0; child = _nodes[child].Sibling)
            {
                _nodes[child].Fail = Next(from.Fail, _nodes[child].Char);
                queue.Enqueue(child);
            }
        }
    }

    /// <summary>Every piece in a text and where it ends, in the order of their ends.</summary>
    public IEnumerable<(int Piece, int End)> Matches(string text)
    {
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = Next(state, text[i]);
            for (var at = _nodes[state].Ends ? state : _nodes[state].Output; at != 0; at = _nodes[at].Output)
            {
                if (_nodes[at].Closed is > 0 and var closed) yield return (closed - 1, i + 1);
                if (_nodes[at].Open is > 0 and var open) yield return (open - 1, i + 1);
            }
        }
    }

    private int Next(int state, char c)
    {
        int next;
        while ((next = Step(state, c)) == 0 && state != 0) state = _nodes[state].Fail;
        return next;
    }

    private int Step(int node, char c)
    {
        if (node == 0) return _roots.GetValueOrDefault(c);
        for (var child = _nodes[node].FirstChild; child != 0; child = _nodes[child].Sibling)
            if (_nodes[child].Char == c) return child;
        return 0;
    }

    private int Child(int node, char c)
    {
        if (Step(node, c) is > 0 and var known) return known;
        if (_count == _nodes.Length) Array.Resize(ref _nodes, 2 * _count);
        _nodes[_count] = new() { Char = c, Sibling = node == 0 ? 0 : _nodes[node].FirstChild };
        if (node == 0) _roots[c] = _count;
        else _nodes[node].FirstChild = _count;
        return _count++;
    }

    /// <summary>Other nodes by place, pieces by id and one; 0 is none, for the root is nobody's child.</summary>
    private struct Node
    {
        public char Char;
        public int FirstChild, Sibling, Fail, Output, Closed, Open;

        public readonly bool Ends => (Closed | Open) != 0;
    }
}
