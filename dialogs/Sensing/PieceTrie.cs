using System.Runtime.InteropServices;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Pieces of text as one automaton (Aho and Corasick 1975): one pass finds every place where one of them ends. Nodes
/// lie in one array, because three cultures make half a million of them.
/// </summary>
internal sealed class PieceTrie
{
    private readonly Dictionary<char, int> _roots = [];
    private readonly List<Node> _nodes = [new() { FirstChild = -1, Sibling = -1, Closed = -1, Open = -1 }];

    /// <summary>A piece that begins a word and ends one (closed), or that leaves the word's ending open.</summary>
    public ref int Slot(string text, bool open)
    {
        var node = 0;
        foreach (var c in text) node = Child(node, c);
        ref var at = ref At(node);
        return ref open ? ref at.Open : ref at.Closed;
    }

    /// <summary>Sets the links; call once, after the last piece.</summary>
    public void Link()
    {
        _nodes.TrimExcess();
        var queue = new Queue<int>(_roots.Values);
        while (queue.TryDequeue(out var node))
        {
            for (var child = At(node).FirstChild; child >= 0; child = At(child).Sibling)
            {
                var fail = At(node).Fail;
                int next;
                while ((next = Step(fail, At(child).Char)) < 0 && fail != 0) fail = At(fail).Fail;
                At(child).Fail = Math.Max(0, next);
                queue.Enqueue(child);
            }
            ref var suffix = ref At(At(node).Fail);
            At(node).Output = suffix.Closed >= 0 || suffix.Open >= 0 ? At(node).Fail : suffix.Output;
        }
    }

    /// <summary>Tells each piece that ends in the text, and where: the index after its last character.</summary>
    public void Scan(string text, Action<int, int> found)
    {
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            int next;
            while ((next = Step(state, text[i])) < 0 && state != 0) state = At(state).Fail;
            state = Math.Max(0, next);
            for (var s = state; s > 0; s = At(s).Output)
            {
                if (At(s).Closed is >= 0 and var closed) found(closed, i + 1);
                if (At(s).Open is >= 0 and var open) found(open, i + 1);
            }
        }
    }

    private ref Node At(int node) => ref CollectionsMarshal.AsSpan(_nodes)[node];

    private int Child(int node, char c)
    {
        if (Step(node, c) is >= 0 and var existing) return existing;
        var added = _nodes.Count;
        _nodes.Add(new() { Char = c, FirstChild = -1, Sibling = node == 0 ? -1 : At(node).FirstChild, Closed = -1, Open = -1 });
        if (node == 0) _roots[c] = added;
        else At(node).FirstChild = added;
        return added;
    }

    private int Step(int node, char c)
    {
        if (node == 0) return _roots.GetValueOrDefault(c, -1);
        for (var child = At(node).FirstChild; child >= 0; child = At(child).Sibling)
            if (At(child).Char == c) return child;
        return -1;
    }

    private struct Node
    {
        public char Char;
        public int FirstChild, Sibling, Fail, Output, Closed, Open;
    }
}
