using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>Reads one culture's <c>topics.yaml</c>: topics, and the answers that need no system, as phrases.</summary>
internal static class TopicsReader
{
    public sealed record Read(ImmutableSortedDictionary<string, TopicExamples> Topics, ImmutableArray<Phrase> Answers);

    public static Read Of(YamlPart? file, string path, ImmutableSortedDictionary<string, TopicExamples>? over)
    {
        var topics = (over ?? ImmutableSortedDictionary<string, TopicExamples>.Empty).ToBuilder();
        var answers = ImmutableArray.CreateBuilder<Phrase>();
        file?.Knows("culture", "topics");
        foreach (var (name, value) in file?["topics"]?.Entries() ?? [])
        {
            value.Knows("name", "examples", "answer");
            var was = topics.GetValueOrDefault(name);
            var called = value.Optional("name", was?.Name ?? "");
            if (called.Length == 0) value.Error("the topic has no `name`", "Say how it is called in a question: name: where your order is");
            var examples = value.Texts("examples");
            if (examples.Count == 0 && was is null) value.Error("the topic has no `examples`", "Write eight or more, as people really ask");
            topics[name] = new(called, [.. was?.Examples ?? [], .. examples]);
            if (value["answer"] is { } answer && VoiceReader.ReadPhrase(TopicExamples.AnswerKey(name), answer, path) is { } phrase) answers.Add(phrase);
        }
        return new(topics.ToImmutable(), answers.ToImmutable());
    }
}
