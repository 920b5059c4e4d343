namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Compiled patterns as one automaton whose states are made when a text first reaches them and kept for the next text
/// (lazy determinisation, after Thompson 1968 and Aho, Sethi and Ullman 1986 §3.7): it costs nothing for the many
/// patterns that nobody's words come near, and reads the others at one step a sign. Safe for use by many turns at once.
/// </summary>
internal sealed class CueAutomaton
{
    /// <summary>States are forgotten and made anew beyond this many: only texts made to do so get there.</summary>
    private const int MostStates = 200_000;

    private readonly CueNode[] _nodes;
    private readonly string _letters;
    private readonly int[] _start;
    private readonly Lock _making = new();
    private int _states;

    public CueAutomaton(CueNode[] nodes, string letters, int[] start)
    {
        (_nodes, _letters, _start) = (nodes, letters, start);
        Root = Make(start);
    }

    /// <summary>Where every text begins.</summary>
    public State Root { get; private set; }

    public CueNode this[int node] => _nodes[node];

    /// <summary>The state after one more sign; null when no pattern goes on with it.</summary>
    public State? Step(State state, char c) => state.Next.TryGet(c, out var next) ? next : Grow(state, c);

    /// <summary>Where a text goes on after the gaps that may begin in a state; null when none may, there.</summary>
    /// <param name="state">The state.</param>
    /// <param name="inWord">Whether the place is the middle of a word.</param>
    public State? Beyond(State state, bool inWord)
    {
        ref var beyond = ref inWord ? ref state.BeyondInWord : ref state.BeyondWord;
        if (beyond is { } known) return known.IsDead ? null : known;
        lock (_making)
            beyond ??= Make([.. state.Gaps.Where(g => !inWord || _nodes[g].Open).SelectMany(g => _nodes[g].Next).Distinct()]);
        return beyond.IsDead ? null : beyond;
    }

    private State? Grow(State state, char c)
    {
        lock (_making)
        {
            if (state.Next.TryGet(c, out var known)) return known;
            if (_states > MostStates) (_states, Root) = (0, Make(_start));
            var (spots, reached) = (new List<Spot>(), new List<int>());
            foreach (var (node, offset) in state.Spots)
            {
                ref readonly var at = ref _nodes[node];
                if (c == Masks.Seam)
                {
                    // Letters that stand apart may be a word or several: both are read on.
                    spots.Add(new(node, offset));
                    if (at.Kind == NodeKind.Space) reached.AddRange(at.Next);
                    continue;
                }
                if (at.Kind == NodeKind.Space ? c != ' ' : !Alike.Reads(_letters[at.From + offset], c, at.Kind == NodeKind.BareLetters)) continue;
                if (offset + 1 < at.Length) spots.Add(new(node, offset + 1));
                else reached.AddRange(at.Next);
            }
            var next = spots.Count + reached.Count == 0 ? null : Make([.. reached.Distinct()], spots);
            state.Next = state.Next.With(c, next);
            return next;
        }
    }

    private State Make(int[] reached, List<Spot>? spots = null)
    {
        _states++;
        spots ??= [];
        foreach (var node in reached)
            if (_nodes[node].IsLetters || _nodes[node].Kind == NodeKind.Space) spots.Add(new(node, 0));
        return new([.. spots], [.. reached.Where(n => _nodes[n].Kind == NodeKind.End)], [.. reached.Where(n => _nodes[n].Kind == NodeKind.Gap)]);
    }

    /// <summary>A place in a pattern: a node, and how many of its signs have been read.</summary>
    internal readonly record struct Spot(int Node, int Offset);

    /// <summary>All places that patterns have come to.</summary>
    internal sealed class State(Spot[] spots, int[] ends, int[] gaps)
    {
        internal State? BeyondWord, BeyondInWord;

        public Spot[] Spots => spots;
        /// <summary>Patterns that have been read.</summary>
        public int[] Ends => ends;
        /// <summary>Gaps that may begin here.</summary>
        public int[] Gaps => gaps;
        public bool IsDead => spots.Length + ends.Length + gaps.Length == 0;
        internal Steps Next { get => Volatile.Read(ref field); set => Volatile.Write(ref field, value); } = Steps.None;
    }

    /// <summary>The steps from a state that are known, never changed once made.</summary>
    internal sealed class Steps(char[] signs, State?[] states)
    {
        public static Steps None { get; } = new([], []);

        public bool TryGet(char c, out State? next)
        {
            var at = signs.AsSpan().IndexOf(c);
            next = at < 0 ? null : states[at];
            return at >= 0;
        }

        public Steps With(char c, State? next) => new([.. signs, c], [.. states, next]);
    }
}
