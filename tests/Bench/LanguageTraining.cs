using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Sensing;

namespace TrustBot.Bench;

/// <summary>
/// Teaches <see cref="LanguageModel"/> from the turns of our corpus: the same turns give the same file. Texts are also
/// shown without their marks and in short pieces, as customers write them. From the root of the tree:
/// <c>dotnet run -c Release --project tests/Bench teach-languages FOLDER tests/Bench/other-languages.txt all dialogs/Sensing/languages.bin</c>
/// </summary>
internal static class LanguageTraining
{
    private const int Seed = 20261128, Rounds = 30;
    private const double Rate = 0.02, Decay = 1e-5;

    /// <summary>Trains and writes.</summary>
    /// <param name="folder">Where <c>turns.*.jsonl</c> are.</param>
    /// <param name="others">Lines in languages that are not to be told by name.</param>
    /// <param name="part">all; or the half that is learned from, even or odd, the other half being left for a test.</param>
    /// <param name="file">What is written.</param>
    public static int Run(string folder, string others, string part, string file)
    {
        var turns = Turns(folder).Where(t => part == "all" || t.Number % 2 == (part == "even" ? 0 : 1)).Select(t => (t.Language, t.Text))
            .Concat(File.ReadLines(others).Where(l => l.Length > 0 && l[0] != '#').Select(l => (Language: LanguageModel.Other, Text: l))).ToList();
        ImmutableArray<string> languages = [.. turns.Select(t => t.Language).Distinct().Order(StringComparer.Ordinal)];
        var (weights, step) = Learn(turns.Select(t => (languages.IndexOf(t.Language), t.Text)).ToList(), languages.Length);
        using var writer = new BinaryWriter(File.Create(file), Encoding.UTF8);
        writer.Write(string.Join(' ', languages));
        writer.Write(step);
        writer.Write(MemoryMarshal.AsBytes<sbyte>(weights));
        Console.WriteLine($"{turns.Count} texts, {languages.Length} languages: {string.Join(' ', languages)}");
        return 0;
    }

    /// <summary>Turns in Latin letters. What a culture writes in another's language says so in its tags.</summary>
    private static IEnumerable<(string Language, int Number, string Text)> Turns(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "turns.*.jsonl").Order(StringComparer.Ordinal))
            foreach (var line in File.ReadLines(file))
            {
                var turn = JsonDocument.Parse(line).RootElement;
                var (id, text) = (turn.GetProperty("id").GetString()!, Normaliser.Plain(turn.GetProperty("text").GetString()!));
                var language = LocaleSet.LanguageOf(turn.GetProperty("culture").GetString()!);
                var tags = turn.GetProperty("tags").EnumerateArray().Select(t => t.GetString()).ToList();
                if (language == "en" && tags.Contains("romanised")) language = "hi";
                if (language is "zh" or "ja" or "ko" or "th" || text.Count(char.IsLetter) > 2 * text.Count(c => char.IsLetter(c) && Scripts.IsLatin(c))) continue;
                yield return (language, int.Parse(id[(id.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture), text);
            }
    }

    private static (sbyte[] Weights, float Step) Learn(List<(int Language, string Text)> turns, int languages)
    {
        var random = new Random(Seed);
        var (weights, squares) = (new float[LanguageModel.Buckets * LanguageModel.Width], new float[LanguageModel.Buckets * LanguageModel.Width]);
        var scores = new double[languages];
        for (var round = 0; round < Rounds; round++)
        {
            var order = Enumerable.Range(0, turns.Count).ToArray();
            random.Shuffle(order);
            foreach (var (language, text) in order.Select(i => turns[i]))
            {
                var pieces = LanguageModel.Pieces(Shown(Normaliser.Plain(text), random));
                if (pieces.Count == 0) continue;
                for (var l = 0; l < languages; l++) scores[l] = pieces.Sum(p => (double)weights[p * LanguageModel.Width + l]);
                var most = scores.Max();
                var all = scores.Sum(s => Math.Exp(s - most));
                for (var l = 0; l < languages; l++)
                {
                    var slope = (float)(Math.Exp(scores[l] - most) / all - (l == language ? 1 : 0));
                    if (Math.Abs(slope) < 1e-4) continue;
                    foreach (var p in pieces)
                    {
                        var at = p * LanguageModel.Width + l;
                        var step = slope + (float)Decay * weights[at];
                        squares[at] += step * step;
                        weights[at] -= (float)(Rate * step / Math.Sqrt(squares[at] + 1e-6));
                    }
                }
            }
        }
        var unit = weights.Max(Math.Abs) / 127;
        return ([.. weights.Select(w => (sbyte)Math.Round(w / unit))], unit);
    }

    private static string Shown(string text, Random random)
    {
        if (random.Next(3) == 0) text = string.Concat(text.Replace('đ', 'd').Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
        var words = text.Split(' ');
        if (random.Next(2) == 0 || words.Length < 3) return text;
        var length = random.Next(1, Math.Min(words.Length, 6));
        return string.Join(' ', words.Skip(random.Next(words.Length - length + 1)).Take(length));
    }
}
