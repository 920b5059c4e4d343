using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;
using TrustBot.Dialogs.Topics;
using TrustBot.Dialogs.Triage;

namespace TrustBot.Dialogs;

/// <summary>Checks that the base culture holds every phrase and topic that the code calls for; the other roots are held against it.</summary>
internal static class PhraseCheck
{
    /// <summary>What the policy says of cultures that are not there.</summary>
    public static IEnumerable<LocaleFault> Of(LocaleSet? locales, Policy? policy) =>
        (policy?.Cultures.Keys ?? []).Where(c => locales?.Cultures.ContainsKey(c) == false)
            .Select(c => new LocaleFault(FaultLevel.Warning, PolicyReader.FileName, 0, 0, $"cultures.{c}", "no folder has this culture's name", "Add the folder, or take the line out"));

    /// <summary>Topics that nobody answers: neither the code nor an <c>answer</c> beside their examples.</summary>
    public static IEnumerable<LocaleFault> Unanswered(LocaleSet? locales) =>
        from culture in locales?.Cultures.Values ?? []
        from topic in culture.Topics.Keys
        where !Choose.Names.Contains(topic) && !culture.Voice.Phrases.ContainsKey(TopicExamples.AnswerKey(topic))
        select new LocaleFault(FaultLevel.Error, $"{culture.Tag}/topics.yaml", 0, 0, $"topics.{topic}", "nothing answers this topic", "Give it an `answer:`, or use one of the topics of `en`");

    /// <summary>What the base culture lacks; a fault in it would otherwise be told of the cultures that are right.</summary>
    public static IEnumerable<LocaleFault> Of(Culture? reference)
    {
        if (reference is null) yield break;
        foreach (var key in Phrases.Needed.Concat(Phrases.Desk).Where(k => !reference.Voice.Phrases.ContainsKey(k)))
            yield return Hole($"{LocaleSet.Base}/voice.yaml", $"phrases.{key}", "the phrase is missing");
        foreach (var phrase in reference.Voice.Phrases.Values)
            foreach (var unknown in phrase.All().SelectMany(t => t.Placeholders).Distinct(StringComparer.Ordinal).Except(Phrases.Values))
                yield return new(FaultLevel.Error, phrase.Path, phrase.Line, 0, $"phrases.{phrase.Key}", $"the placeholder `{{{unknown}}}` is never filled", YamlPart.DidYouMean(unknown, Phrases.Values));
        foreach (var topic in Choose.Names.Where(t => !reference.Topics.ContainsKey(t)))
            yield return Hole($"{LocaleSet.Base}/topics.yaml", $"topics.{topic}", "the topic is missing");
    }

    private static LocaleFault Hole(string path, string key, string problem) =>
        new(FaultLevel.Error, path, 0, 0, key, problem, "The bot says it; write it");
}
