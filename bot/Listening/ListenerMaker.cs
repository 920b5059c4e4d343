using TrustBot.Dialogs.Sensing;

namespace TrustBot.Listening;

/// <summary>A message with what there is to hear in it and what is true of it.</summary>
/// <param name="Text">The message.</param>
/// <param name="Pieces">Hashes of its pieces.</param>
/// <param name="Traits">Its traits.</param>
/// <param name="Cues">What its cues weigh for each head.</param>
/// <param name="Against">What they weigh against it.</param>
/// <param name="True">A bit per head that is true.</param>
/// <param name="Known">A bit per head that somebody judged.</param>
internal sealed record Lesson(LabelledTurn Text, ulong[] Pieces, int[] Traits, float[] Cues, float[] Against, ulong True, ulong Known)
{
    /// <summary>A message as a lesson.</summary>
    public static Lesson Of(LabelledTurn turn, Sense sense)
    {
        var heard = sense.Hear(turn.Text, Dialogs.Conversations.Friction.None, DateTimeOffset.UnixEpoch, turn.Culture);
        return new(turn, [.. heard.Pieces.ToArray().Select(p => p.Hash)], heard.Traits, heard.Cues, heard.Against, HeadLabels.True(turn.Labels), HeadLabels.Known(turn.Labels));
    }
}

/// <summary>Makes a listener from lessons: which pieces are worth knowing, what they say, in 8 bits.</summary>
internal static class ListenerMaker
{
    /// <summary>A piece heard in fewer messages is chance.</summary>
    private const int LeastMessages = 2;

    /// <summary>Trains on all lessons.</summary>
    /// <param name="lessons">The lessons.</param>
    /// <param name="options">How.</param>
    /// <param name="rows">Most pieces to keep.</param>
    public static Listener Make(IReadOnlyList<Lesson> lessons, TrainingOptions options, int rows)
    {
        var heard = new Dictionary<ulong, int>();
        foreach (var lesson in lessons)
            foreach (var piece in lesson.Pieces.Distinct()) heard[piece] = heard.GetValueOrDefault(piece) + 1;
        ulong[] known = [.. heard.Where(h => h.Value >= LeastMessages).Select(h => h.Key).Order()];
        var numbers = known.Select((piece, at) => (piece, at)).ToDictionary(p => p.piece, p => p.at);
        var trainer = new ListenerTrainer(known.Length, options);
        trainer.Train([.. lessons.Select(l => Of(l, numbers))]);
        return Compact(known, heard, trainer, rows);
    }

    private static Example Of(Lesson lesson, Dictionary<ulong, int> numbers)
    {
        int[] pieces = [.. lesson.Pieces.Where(numbers.ContainsKey).Select(p => numbers[p])];
        return new(pieces, Listener.Share(pieces.Length), lesson.Traits, lesson.True, lesson.Known);
    }

    /// <summary>Keeps the pieces that say most, and says it in 8 bits by head.</summary>
    private static Listener Compact(ulong[] pieces, Dictionary<ulong, int> heard, ListenerTrainer trainer, int rows)
    {
        var weights = trainer.PieceWeights;
        int[] kept = [.. Enumerable.Range(0, pieces.Length).OrderByDescending(Worth).ThenBy(i => pieces[i]).Take(Math.Min(rows, Listener.MostRows)).Order()];
        var scale = new float[Heads.Count];
        for (var head = 0; head < Heads.Count; head++)
        {
            // A few loud pieces would cost all others their nuance.
            var loud = kept.Select(i => Math.Abs(weights[(i * Heads.Count) + head])).Order().ToArray();
            scale[head] = loud.Length == 0 ? 1 : Math.Max(1e-6f, loud[Math.Min(loud.Length - 1, (int)(loud.Length * 0.9995))] / 127);
        }
        var steps = new sbyte[kept.Length * Heads.Count];
        for (var row = 0; row < kept.Length; row++)
            for (var head = 0; head < Heads.Count; head++)
                steps[(row * Heads.Count) + head] = (sbyte)Math.Clamp(MathF.Round(weights[(kept[row] * Heads.Count) + head] / scale[head]), -127, 127);
        return new([.. kept.Select(i => pieces[i])], steps, scale, trainer.Bias, trainer.TraitWeights, Fusion.Plain);

        double Worth(int i)
        {
            double sum = 0;
            for (var head = 0; head < Heads.Names.Length; head++) sum += Math.Abs(weights[(i * Heads.Count) + head]);
            return sum * Math.Sqrt(heard[pieces[i]]);
        }
    }
}
