using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;
using TrustBot.Dialogs.Topics;
using TrustBot.Dialogs.Triage;

namespace TrustBot.Dialogs;

/// <summary>Checks that the base culture holds every phrase and topic that the code calls for; the other roots are held against it.</summary>
internal static class PhraseCheck
{
    public static IEnumerable<LocaleFault> Of(LocaleSet locales, Policy? policy)
    {
        foreach (var culture in (policy?.Cultures.Keys ?? []).Where(c => !locales.Cultures.ContainsKey(c)))
            yield return new(FaultLevel.Warning, PolicyReader.FileName, 0, 0, $"cultures.{culture}", "no folder has this culture's name", "Add the folder, or take the line out");
        var reference = locales[LocaleSet.Base];
        foreach (var key in Phrases.Needed.Concat(Phrases.Desk).Where(k => !reference.Voice.Phrases.ContainsKey(k)))
            yield return Hole($"{LocaleSet.Base}/voice.yaml", $"phrases.{key}", "the phrase is missing");
        foreach (var topic in Choose.Names.Where(t => !reference.Topics.ContainsKey(t)))
            yield return Hole($"{LocaleSet.Base}/topics.yaml", $"topics.{topic}", "the topic is missing");
    }

    private static LocaleFault Hole(string path, string key, string problem) =>
        new(FaultLevel.Error, path, 0, 0, key, problem, "The bot says it; write it");
}
