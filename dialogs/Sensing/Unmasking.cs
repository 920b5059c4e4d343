using System.Runtime.InteropServices;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Reads what a customer hid from filters: digits and signs for letters (k1ll, $h!t), letters starred out (s*icide),
/// letters that stand apart (d i e, k.i.l.l, 死 に た い), letters of other scripts that look alike. The result is
/// listened to besides the text itself, and for grave words only: an order's number that comes out as a word is none.
/// </summary>
internal sealed class Unmasking
{
    /// <summary>Fewest letters that must stand apart to be read together; Chinese characters and kana rarely stand alone.</summary>
    private const int FewestApart = 3, FewestHanApart = 2;

    private readonly string _original;
    private readonly NormalText _normal;
    private readonly List<char> _text;
    private readonly List<int> _origin, _replaced = [], _alone = [];
    private readonly List<bool> _breaks;
    private int _word, _aloneHan;
    private bool _hasWeakJoint;

    private Unmasking(string original, NormalText normal)
    {
        (_original, _normal) = (original, normal);
        (_text, _origin, _breaks) = (new(normal.Text.Length), new(normal.Text.Length + 1), new(normal.Text.Length + 1));
    }

    /// <summary>A text as it may have been meant; null when nothing in it is hidden.</summary>
    /// <param name="original">As written.</param>
    /// <param name="normal">Its normal form.</param>
    public static NormalText? Of(string original, NormalText normal) =>
        HiddenLetters.MayBeIn(original, normal) ? new Unmasking(original, normal).Read() : null;

    private NormalText? Read()
    {
        var text = _normal.Text;
        if (_normal.Origin[0] is > 0 and var before && _original[before - 1] == '@' && char.IsAsciiLetter(text[0])) Replacing('a', before - 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ' && i > 0 && i + 1 < text.Length) PutGap(i);
            else Put(text[i], _normal.Origin[i], _normal.Breaks[i]);
        }
        EndWord();
        EndRun();
        if (_replaced.Count == 0) return null;
        _replaced.Sort();
        _origin.Add(_normal.Origin[^1]);
        _breaks.Add(true);
        return new(new string(CollectionsMarshal.AsSpan(_text)), [.. _origin], [.. _breaks]) { Replaced = _replaced };
    }

    private void Put(char c, int origin, bool breaks = false)
    {
        _text.Add(c);
        _origin.Add(origin);
        _breaks.Add(breaks);
    }

    private void Replacing(char c, int origin)
    {
        _replaced.Add(_text.Count);
        Put(c, origin);
    }

    private void PutGap(int at)
    {
        var gap = HiddenLetters.GapAt(_original, _normal, at);
        for (var i = 0; i < gap.Times; i++) Replacing(gap.Letter, _normal.Origin[at] + i);
        if (gap.Times > 0) return;
        if (gap.IsJoint)
        {
            _hasWeakJoint |= gap.IsWeak;
            Put(Masks.Seam, _normal.Origin[at]);
            return;
        }
        EndWord();
        Put(' ', _normal.Origin[at]);
        _word = _text.Count;
        if (gap.First != '\0') Replacing(gap.First, _normal.Origin[at + 1] - 1);
    }

    /// <summary>Looks at the word that has just been put.</summary>
    private void EndWord()
    {
        var word = CollectionsMarshal.AsSpan(_text)[_word..];
        var shape = HiddenLetters.ShapeOf(word);
        if (shape.Seams > 0) Join(word, shape);
        for (var i = 0; i < word.Length; i++)
        {
            var letter = word[i] == '*' ? shape.IsLegible && HiddenLetters.IsBetweenLetters(word, i) ? shape.IsApart ? Masks.Seam : Masks.AnyLetter : '\0'
                : shape.Digits > 0 && shape.IsSpelt && HiddenLetters.OfDigit(word[i]) is not '\0' and var meant ? meant
                : shape.Lookalikes > 0 && shape.Latin > 0 ? HiddenLetters.OfLookalike(word[i]) : '\0';
            if (letter != '\0') Replace(_word + i, letter);
        }
        if (shape.IsAlone || (word.Length == 1 && HiddenLetters.OfDigit(word[0]) != '\0'))
        {
            _alone.Add(_word);
            _aloneHan += shape.Han;
        }
        else EndRun();
        _hasWeakJoint = false;
    }

    private void Replace(int at, char letter)
    {
        _text[at] = letter;
        _replaced.Add(at);
    }

    /// <summary>The pieces of a word are read as one where each is a letter, or where a sign keeps them apart that parts no words.</summary>
    private void Join(Span<char> word, HiddenLetters.Shape shape)
    {
        var joined = shape.Letters >= FewestApart && shape.Digits + shape.Others == 0 && (shape.IsApart || (shape.Unspaced == 0 && !_hasWeakJoint));
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] != Masks.Seam) continue;
            if (!joined)
            {
                word[i] = ' ';
                continue;
            }
            _replaced.Add(_word + i);
            // What a mark in the middle of a word ends is no clause.
            _breaks[_word + i + 1] = false;
        }
    }

    /// <summary>Words of one letter each, one after the other, are read as one.</summary>
    private void EndRun()
    {
        var letters = _alone.Count(at => char.IsLetter(_text[at]));
        if (letters >= FewestApart || (_aloneHan == letters && letters >= FewestHanApart))
        {
            foreach (var at in _alone)
            {
                if (HiddenLetters.OfDigit(_text[at]) is not '\0' and var letter) Replace(at, letter);
                if (at != _alone[0]) Replace(at - 1, Masks.Seam);
                if (at != _alone[0]) _breaks[at] = false;
            }
        }
        _alone.Clear();
        _aloneHan = 0;
    }
}
