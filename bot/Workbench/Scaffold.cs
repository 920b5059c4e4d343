using System.Text;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Workbench;

/// <summary>The files of a new culture, with comments that explain each part to whoever writes it.</summary>
internal static class Scaffold
{
    /// <summary>
    /// A regional culture stands over its base and begins with nothing but a head. One of another language is a root: it
    /// begins with the base's own files, to be put into its language line by line.
    /// </summary>
    public static IEnumerable<LocaleFile> Of(string tag, string name, Culture from, IReadOnlyList<LocaleFile> files)
    {
        if (LocaleSet.LanguageOf(tag) != from.Language) return files.Where(f => f.Path.StartsWith(from.Tag + "/", StringComparison.Ordinal)).Select(f => Root(tag, name, from, f));
        return
        [
            new($"{tag}/voice.yaml", $"""
                # What {tag} says differently from {from.Tag}. Everything left out comes from {from.Tag}: write only differences.
                # Try it: preview {tag}, lint. The format is told in locales/README.md.
                culture: {tag}
                name: {name}
                over: {from.Tag}
                also-answers: []            # other BCP 47 tags it speaks for
                # human-word: {from.Voice.HumanWord}          # the word customers type to reach a person
                # register: {'{'} default: {from.Voice.Registers.Default.ToString().ToLowerInvariant()} {'}'}   # casual, polite or formal to begin with
                # formats: {'{'} date: "{from.Voice.Formats.Date}", time: "{from.Voice.Formats.Time}" {'}'}
                phrases:
                  # greeting: Hello.        # copy a key from {from.Tag}/voice.yaml and say it as people say it there

                """),
            new($"{tag}/cues.yaml", $"""
                # What customers in {tag} write besides what {from.Tag} already listens for: slang, spellings, loan words.
                culture: {tag}
                groups:
                  # asks-human:
                  #   - "(talk|speak) to a human"

                """),
            new($"{tag}/topics.yaml", $"""
                # How customers in {tag} ask for things, besides the examples of {from.Tag}.
                culture: {tag}
                topics:
                  # order-status:
                  #   examples:
                  #     - where is my order

                """),
        ];
    }

    private static LocaleFile Root(string tag, string name, Culture from, LocaleFile file)
    {
        var text = new StringBuilder();
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"# Begun from {from.Tag}. Put each line into the language of {tag}; the keys before the colons stay. `lint` tells what is left.\n");
        foreach (var line in file.Text.ReplaceLineEndings("\n").Split('\n'))
            if (Changed(line, tag, name) is { } kept && !IsDesk(line))
                text.Append(kept).Append('\n');
        return new($"{tag}/{file.Path[(from.Tag.Length + 1)..]}", text.ToString().TrimEnd('\n') + "\n");
    }

    /// <summary>Words for agents are in the agents' language, and stand in the base culture alone.</summary>
    private static bool IsDesk(string line) => line.StartsWith("  desk-", StringComparison.Ordinal);

    private static string Changed(string line, string tag, string name) =>
        line.StartsWith("culture:", StringComparison.Ordinal) ? $"culture: {tag}"
        : line.StartsWith("name:", StringComparison.Ordinal) ? $"name: {name}"
        : line.StartsWith("also-answers:", StringComparison.Ordinal) ? $"also-answers: [{LocaleSet.LanguageOf(tag)}]"
        : line;
}
