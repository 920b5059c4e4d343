using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TrustBot.Dialogs.Sensing;

namespace TrustBot.Listening;

/// <summary>What a listener was made from, how, and how good it is.</summary>
internal static class ModelCard
{
    public static string Of(IReadOnlyList<LabelledTurn> turns, IReadOnlyList<LabelledDialogue> dialogues, int requests, string locales, TrainingOptions options, Listener listener, string hash, IReadOnlyList<Evaluation> evaluations)
    {
        var text = new StringBuilder();
        text.AppendLine("# Listener: model card").AppendLine()
            .AppendLine("What it is: logistic regression of 64 heads over pieces of text and traits, in 8 bits a weight, with stacked fusion. It says how likely each claim of a reading is; it never decides.")
            .AppendLine("What it is for: customer service in the cultures below, together with their cues. Not for diagnosis, not for judging agents, not for any decision about a person.").AppendLine()
            .AppendLine("| | |").AppendLine("|---|---|")
            .AppendLine(Line($"| made by | `dotnet run --project bot -- train tests/Data/ServiceTurns dialogs/Sensing/Model/listener.bin` |"))
            .AppendLine(Line($"| seed | {options.Seed} |"))
            .AppendLine(Line($"| settings | {options.Epochs} epochs, rate {options.Rate}, decay {options.PieceDecay} (pieces) and {options.TraitDecay} (traits), {options.Deaf:P0} of the time without pieces |"))
            .AppendLine(Line($"| pieces | {listener.Rows} |"))
            .AppendLine(Line($"| SHA-256 | {hash} |"))
            .AppendLine(Line($"| locale files | {locales} |"))
            .AppendLine(Line($"| corpus | our own, MIT like the project: {turns.Count} messages and {dialogues.Count} dialogues, SHA-256 of their texts {Digest(turns, dialogues)} |"))
            .AppendLine(Line($"| topics' examples | {requests}, taught as calm |"))
            .AppendLine("| public sets | none |").AppendLine()
            .AppendLine("Labels are one writer's judgement; native review is owed. Cue files were written with the odd-numbered lines of each culture in view, so figures on those lines flatter the cues.").AppendLine();
        foreach (var evaluation in evaluations)
        {
            text.AppendLine("```");
            foreach (var line in EvaluationText.Of(evaluation).Skip(1)) text.AppendLine(line);
            text.AppendLine("```").AppendLine();
        }
        return text.ToString();
    }

    private static string Digest(IReadOnlyList<LabelledTurn> turns, IReadOnlyList<LabelledDialogue> dialogues)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var words in turns.Select(t => t.Text).Concat(dialogues.SelectMany(d => d.Turns.Select(t => t.Text)))) hash.AppendData(Encoding.UTF8.GetBytes(words + "\n"));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
