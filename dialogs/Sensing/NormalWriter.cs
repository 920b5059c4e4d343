namespace TrustBot.Dialogs.Sensing;

/// <summary>Writes normal text sign by sign, with the way back and the ends of clauses.</summary>
/// <param name="expected">About how many signs will come.</param>
internal sealed class NormalWriter(int expected)
{
    private readonly List<int> _stretched = [];
    private char[] _text = new char[expected + 1];
    private int[] _origin = new int[expected + 1];
    private bool[] _breaks = new bool[expected + 1];
    private int _length;

    // Whether the sign before was taken out or is a gap: a mark that stood on it goes with it.
    private bool _breakNext, _bare = true;

    /// <summary>Writes a sign, or leaves it out.</summary>
    /// <param name="c">The sign, folded.</param>
    /// <param name="at">Its place in the original.</param>
    public void Put(char c, int at)
    {
        var kind = Signs.KindOf(c);
        if (_bare && (kind & SignKind.Mark) != 0) return;
        if ((kind & SignKind.Dropped) != 0)
        {
            _bare = true;
            return;
        }
        _bare = (kind & SignKind.Gap) != 0;
        var before = _length > 0 ? _text[_length - 1] : ' ';
        if (_bare)
        {
            if (EndsClause(c)) _breakNext = true;
            if (before == ' ') return;
            c = ' ';
        }
        else if (before == c && _length > 1 && _text[_length - 2] == c && (kind & SignKind.Letter) != 0)
        {
            if (_stretched.Count == 0 || _stretched[^1] != _length - 1) _stretched.Add(_length - 1);
            return;
        }
        else if (before > '\u00BF' && c is 'a' or 'e' or 'y' && Variants.ToneMoved(before, c) is { } moved)
            (_text[_length - 1], c) = moved;
        if (_length == _text.Length) Grow();
        (_text[_length], _origin[_length]) = (c, at);
        if (c != ' ') (_breaks[_length], _breakNext) = (_breakNext, false);
        _length++;
    }

    /// <summary>Writes a sign that is a word of its own, whatever it stands beside.</summary>
    /// <param name="sign">The sign.</param>
    /// <param name="at">Its place in the original.</param>
    /// <param name="end">The place after it.</param>
    public void PutApart(string sign, int at, int end)
    {
        Put(' ', at);
        foreach (var c in sign) Put(c, at);
        Put(' ', end);
    }

    /// <summary>What has been written, without a gap at its end.</summary>
    /// <param name="end">Where the original ends.</param>
    public NormalText Done(int end)
    {
        if (_length > 0 && _text[_length - 1] == ' ') end = _origin[--_length];
        if (_length == _text.Length) Grow();
        (_origin[_length], _breaks[_length]) = (end, true);
        var normal = new NormalText(new string(_text, 0, _length), _origin[..(_length + 1)], _breaks[..(_length + 1)]);
        return _stretched.Count == 0 ? normal : normal with { Short = normal.Without(_stretched) };
    }

    private void Grow()
    {
        Array.Resize(ref _text, 2 * _text.Length);
        Array.Resize(ref _origin, _text.Length);
        Array.Resize(ref _breaks, _text.Length);
    }

    private static bool EndsClause(char c) => c is '.' or ',' or ';' or ':' or '!' or '?' or '\n' or '…' or '。' or '、' or '؟' or '،' or '؛' or '।' or '—' or '–' or '(' or ')' or '"';
}
