using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>Reads one culture's <c>topics.yaml</c>.</summary>
internal static class TopicsReader
{
    public static ImmutableSortedDictionary<string, TopicExamples> Read(YamlPart? file, ImmutableSortedDictionary<string, TopicExamples>? over)
    {
        var topics = (over ?? ImmutableSortedDictionary<string, TopicExamples>.Empty).ToBuilder();
        if (file is null) return topics.ToImmutable();
        file.Knows("culture", "topics");
        foreach (var (name, value) in file["topics"]?.Entries() ?? [])
        {
            value.Knows("name", "examples");
            var was = topics.GetValueOrDefault(name);
            var called = value.Optional("name", was?.Name ?? "");
            if (called.Length == 0) value.Error("the topic has no `name`", "Say how it is called in a question: name: where your order is");
            var examples = value.Texts("examples");
            if (examples.Count == 0 && was is null) value.Error("the topic has no `examples`", "Write eight or more, as people really ask");
            topics[name] = new(called, [.. was?.Examples ?? [], .. examples]);
        }
        return topics.ToImmutable();
    }
}
