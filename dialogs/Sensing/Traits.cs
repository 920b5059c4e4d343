using System.Collections.Frozen;
using System.Collections.Immutable;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// What a message is like beyond its words, and which cues are in it: yes or no each, the same in every language, so that
/// what is learned in one carries into another.
/// </summary>
public static class Traits
{
    /// <summary>Room that the traits of a message need at most.</summary>
    public const int Room = 256;

    private static readonly ImmutableArray<string> Manner =
        ["marks-1", "marks-3", "questions-1", "questions-3", "dots", "capitals", "stretched", "digits", "tears", "smiles", "rage", "signs-6", "signs-20", "signs-60", "signs-150", "signs-more"];

    /// <summary>Names, in the order of the model file.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. CueGroups.All.SelectMany(g => new[] { g, g + "?", g + "-" }),
        .. RiskTopics.All.Select(r => "cue-risk " + r),
        .. Manner,
    ];

    private static readonly FrozenDictionary<string, int> Places = Names.Select((name, at) => (name, at)).ToFrozenDictionary(n => n.name, n => n.at, StringComparer.Ordinal);

    /// <summary>The traits of a message, each once.</summary>
    /// <param name="original">As written.</param>
    /// <param name="normal">Made comparable.</param>
    /// <param name="hits">Its cues.</param>
    /// <param name="to">Where the places in <see cref="Names"/> go; <see cref="Room"/> long.</param>
    /// <returns>How many there are.</returns>
    public static int Of(string original, NormalText normal, ImmutableArray<CueHit> hits, Span<int> to)
    {
        var count = 0;
        foreach (var hit in hits)
        {
            if (PlaceOf(hit) is not (>= 0 and var at)) continue;
            Add(at, to, ref count);
            if (hit.Cue.Risk is { Length: > 0 } risk && !hit.Negated && Places.TryGetValue("cue-risk " + risk, out var topic)) Add(topic, to, ref count);
        }
        var (marks, questions, dots, upper, letters, digits) = (0, 0, false, 0, 0, 0);
        var (tears, smiles, rage) = (false, false, false);
        var end = Math.Min(original.Length, Normaliser.MostRead);
        for (var i = 0; i < end; i++)
        {
            var c = original[i];
            if (char.IsAsciiLetter(c))
            {
                letters++;
                if (c <= 'Z') upper++;
            }
            else if (c is '!' or '！') marks++;
            else if (c is '?' or '？' or '؟') questions++;
            else if (c is '…' || (c == '.' && i + 1 < end && original[i + 1] == '.')) dots = true;
            else if (char.IsDigit(c)) digits++;
            else if (c == '\uD83D' && i + 1 < end) Face(original[i + 1], ref tears, ref smiles, ref rage);
        }
        if (marks > 0) Add(marks >= 3 ? Manners("marks-3") : Manners("marks-1"), to, ref count);
        if (questions > 0) Add(questions >= 3 ? Manners("questions-3") : Manners("questions-1"), to, ref count);
        if (dots) Add(Manners("dots"), to, ref count);
        if (letters >= 8 && upper > letters * 0.7) Add(Manners("capitals"), to, ref count);
        if (normal.Short is not null) Add(Manners("stretched"), to, ref count);
        if (digits > 0) Add(Manners("digits"), to, ref count);
        if (tears) Add(Manners("tears"), to, ref count);
        if (smiles) Add(Manners("smiles"), to, ref count);
        if (rage) Add(Manners("rage"), to, ref count);
        Add(Manners(normal.Text.Length switch { <= 6 => "signs-6", <= 20 => "signs-20", <= 60 => "signs-60", <= 150 => "signs-150", _ => "signs-more" }), to, ref count);
        return count;
    }

    /// <summary>Whether a trait is how something was written, not a cue.</summary>
    public static bool IsManner(int trait) => trait >= Names.Length - Manner.Length && !Names[trait].StartsWith("signs-", StringComparison.Ordinal);

    /// <summary>The trait a cue is; −1 when it is none.</summary>
    public static int PlaceOf(CueHit hit) => Places.TryGetValue(hit.Group, out var at) ? at + (hit.Negated ? 2 : hit.Cue.Weak ? 1 : 0) : -1;

    private static int Manners(string name) => Places[name];

    // Blocks of faces in Unicode's Emoticons, by what they show.
    private static void Face(char low, ref bool tears, ref bool smiles, ref bool rage)
    {
        if (low is '\uDE22' or '\uDE2D' or '\uDE25' or '\uDE1E' or '\uDE14' or '\uDE29' or '\uDE2B' or '\uDE13' or '\uDC94') tears = true;
        else if (low is '\uDE02' or (>= '\uDE00' and <= '\uDE0E') or '\uDE4F' or '\uDC4D' or '\uDC96' or '\uDE0D') smiles = true;
        else if (low is '\uDE20' or '\uDE21' or '\uDE24' or '\uDE3E' or '\uDD95' or '\uDE44') rage = true;
    }

    private static void Add(int trait, Span<int> to, ref int count)
    {
        if (count < to.Length && !to[..count].Contains(trait)) to[count++] = trait;
    }
}
