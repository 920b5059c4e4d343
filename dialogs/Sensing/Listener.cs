using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// The learned part of sensing: what each piece of text says for each head, in 8 bits, and what each trait says. A piece
/// nobody has taught it says nothing, so an unknown language is silence, not noise. Made by the <c>train</c> command; what
/// it was made from stands in the model card beside the file.
/// </summary>
public sealed class Listener
{
    /// <summary>Bits of a table entry that hold a row; the rest tells pieces apart.</summary>
    private const int RowBits = 17;

    /// <summary>Most pieces it can know.</summary>
    public const int MostRows = (1 << RowBits) - 2;

    private const string Magic = "TrustBot listener 1";

    private static readonly Lazy<Listener> Own = new(() =>
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("listener.bin")
            ?? throw new InvalidOperationException("listener.bin is not embedded. Build TrustBot.Dialogs from a whole checkout.");
        return Read(file);
    });

    private readonly uint[] _table;
    private readonly sbyte[] _rows;
    private readonly float[] _scale, _bias, _traits;

    /// <summary>A listener from its parts.</summary>
    /// <param name="pieces">Hashes of the pieces it knows, a row each.</param>
    /// <param name="rows">What each says, <see cref="Heads.Count"/> a row.</param>
    /// <param name="scale">What one step of a row's 8 bits means, by head.</param>
    /// <param name="bias">What each head says of nothing.</param>
    /// <param name="traits">What each of <see cref="Traits.Names"/> says, <see cref="Heads.Count"/> each.</param>
    /// <param name="fusion">How its voice is weighed with the others.</param>
    public Listener(ReadOnlySpan<ulong> pieces, sbyte[] rows, float[] scale, float[] bias, float[] traits, Fusion fusion)
    {
        (_rows, _scale, _bias, _traits, Fusion) = (rows, scale, bias, traits, fusion);
        _table = new uint[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, pieces.Length * 2))];
        for (var row = 0; row < pieces.Length; row++)
        {
            var at = (uint)pieces[row] & (uint)(_table.Length - 1);
            while (_table[at] != 0) at = (at + 1) & (uint)(_table.Length - 1);
            _table[at] = Mark(pieces[row]) | (uint)(row + 1);
        }
    }

    private Listener(uint[] table, sbyte[] rows, float[] scale, float[] bias, float[] traits, Fusion fusion) =>
        (_table, _rows, _scale, _bias, _traits, Fusion) = (table, rows, scale, bias, traits, fusion);

    /// <summary>
    /// One that has learned nothing: cues and the exchange alone, by the weights set by hand. What the learned one is
    /// compared with, and what conversations are written against, so that they stay true when it is taught anew.
    /// </summary>
    public static Listener CuesOnly { get; } = Untaught();

    /// <summary>The one that ships.</summary>
    public static Listener Shipped => Own.Value;

    /// <summary>How its voice is weighed with the others.</summary>
    public Fusion Fusion { get; }

    /// <summary>The same, weighed otherwise.</summary>
    public Listener With(Fusion fusion) => new(_table, _rows, _scale, _bias, _traits, fusion);

    /// <summary>Pieces it knows.</summary>
    public int Rows => _rows.Length / Heads.Count;

    /// <summary>The row of a piece; −1 when it does not know it.</summary>
    public int RowOf(ulong piece)
    {
        var mark = Mark(piece);
        var mask = (uint)(_table.Length - 1);
        for (var at = (uint)piece & mask; _table[at] is var entry and not 0; at = (at + 1) & mask)
            if ((entry & ~((1u << RowBits) - 1)) == mark) return (int)(entry & ((1u << RowBits) - 1)) - 1;
        return -1;
    }

    /// <summary>What the words say, by head, in log-odds beyond what nothing says.</summary>
    /// <param name="rows">Rows of the pieces it knows, see <see cref="RowOf"/>.</param>
    /// <param name="to">One number for each head.</param>
    public void HearWords(ReadOnlySpan<int> rows, Span<float> to)
    {
        Span<int> sums = stackalloc int[Heads.Count];
        sums.Clear();
        foreach (var row in rows)
        {
            var said = _rows.AsSpan(row * Heads.Count, Heads.Count);
            var lanes = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(said);
            var into = MemoryMarshal.Cast<int, Vector<int>>(sums);
            for (int i = 0, k = 0; i < lanes.Length; i++)
            {
                Vector.Widen(lanes[i], out var low, out var high);
                Vector.Widen(low, out var a, out var b);
                Vector.Widen(high, out var c, out var d);
                into[k++] += a;
                into[k++] += b;
                into[k++] += c;
                into[k++] += d;
            }
        }
        var share = Share(rows.Length);
        for (var head = 0; head < Heads.Count; head++) to[head] = sums[head] * _scale[head] * share;
    }

    /// <summary>What the traits say, by head, in log-odds, with what nothing says.</summary>
    public void HearTraits(ReadOnlySpan<int> traits, Span<float> to)
    {
        _bias.CopyTo(to);
        foreach (var trait in traits)
        {
            var said = _traits.AsSpan(trait * Heads.Count, Heads.Count);
            for (var head = 0; head < Heads.Count; head++) to[head] += said[head];
        }
    }

    /// <summary>What one known piece says for one head, among so many.</summary>
    public float Said(int row, int head, int pieces) => _rows[(row * Heads.Count) + head] * _scale[head] * Share(pieces);

    /// <summary>What one trait says for one head; 0 when there is none.</summary>
    public float Trait(int trait, int head) => trait < 0 ? 0 : _traits[(trait * Heads.Count) + head];

    /// <summary>What a piece counts among others: a long message is not surer than a short one for its length alone.</summary>
    public static float Share(int pieces) => 1 / MathF.Sqrt(Math.Max(1, pieces));

    /// <summary>Writes it.</summary>
    public void Write(Stream to)
    {
        using var file = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        file.Write(Magic);
        file.Write(Fusion.ToJson());
        file.Write(_table.Length);
        file.Write(Rows);
        file.Write(_traits.Length);
        foreach (var part in new[] { _scale, _bias, _traits }) file.Write(MemoryMarshal.AsBytes(part.AsSpan()));
        file.Write(MemoryMarshal.AsBytes(_table.AsSpan()));
        file.Write(MemoryMarshal.AsBytes(_rows.AsSpan()));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is not such a file, or of another version of heads and traits.</exception>
    public static Listener Read(Stream from)
    {
        using var file = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
        if (file.ReadString() != Magic) throw new InvalidDataException("This is no listener file. Make one with the train command.");
        var fusion = Fusion.FromJson(file.ReadString());
        var (table, rows, traits) = (file.ReadInt32(), file.ReadInt32(), file.ReadInt32());
        if (traits != Traits.Names.Length * Heads.Count) throw new InvalidDataException("The listener file knows other traits than this program. Make it anew with the train command.");
        var (scale, bias, said) = (Part<float>(file, Heads.Count), Part<float>(file, Heads.Count), Part<float>(file, traits));
        return new(Part<uint>(file, table), Part<sbyte>(file, rows * Heads.Count), scale, bias, said, fusion);
    }

    private static T[] Part<T>(BinaryReader file, int length)
        where T : unmanaged
    {
        var part = new T[length];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(part.AsSpan()));
        return part;
    }

    private static uint Mark(ulong piece) => (uint)(piece >> 49) << RowBits;

    private static Listener Untaught()
    {
        var traits = new float[Sensing.Traits.Names.Length * Heads.Count];
        foreach (var (trait, weight) in new[] { ("capitals", 1.6f), ("marks-3", 1.3f) })
            traits[(Sensing.Traits.Names.IndexOf(trait) * Heads.Count) + Heads.Of("frustration_2")] = weight;
        return new(ReadOnlySpan<ulong>.Empty, [], new float[Heads.Count], new float[Heads.Count], traits, new([.. Enumerable.Range(0, Heads.Count).Select(Voice)], []));

        static Voice Voice(int head)
        {
            if (head >= Heads.Names.Length) return new(-5, 0, 1, 0, []);
            var name = Heads.Names[head];
            var level = name[^1] switch { '1' => 1, '3' => -1.5, _ => 0 };
            var start = name switch
            {
                "danger" => Weights.Start[Weights.High],
                "distress_low" => Weights.Start[Weights.Moderate] + 1.5,
                _ when name.StartsWith("risk_", StringComparison.Ordinal) && name != "risk_harm_to_others" => -3.8,
                _ => Weights.ClaimOf(name) is { } claim ? Weights.Start[claim] + (claim is Weights.Frustration or Weights.Dissatisfaction ? level : 0) : -5,
            };
            var troubled = Weights.ClaimOf(name) is Weights.Frustration or Weights.Dissatisfaction;
            return new((float)start, 0, 1, 1, troubled ? [.. Exchange.Names.Select(ByHand)] : []);
        }

        static float ByHand(string name) => name switch { "not-understood" => 1.8f, "said-again" => 2, "friction-so-far" => 1.8f, "same-answer" => 1, "refused" => 0.6f, _ => 0 };
    }
}
