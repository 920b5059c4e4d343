using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>Reads one culture's <c>cues.yaml</c> and <c>topics.yaml</c>.</summary>
internal static class CuesReader
{
    public static CueSet Read(YamlPart? file, string path, CueSet? over)
    {
        var empty = new CueSet([], [], ImmutableSortedDictionary<string, ImmutableArray<Cue>>.Empty);
        if (file is null) return over ?? empty;
        file.Knows("culture", "negation", "groups");
        var groups = (over ?? empty).Groups.ToBuilder();
        foreach (var (name, value) in file["groups"]?.Entries() ?? [])
        {
            if (!CueGroups.All.Contains(name))
            {
                value.Error($"`{name}` is not a group of cues", YamlPart.DidYouMean(name, CueGroups.All));
                continue;
            }
            var cues = value.Items().Select(i => ReadCue(i, path)).OfType<Cue>();
            groups[name] = [.. groups.GetValueOrDefault(name, []), .. cues];
        }
        var negation = file["negation"];
        return new(
            [.. over?.NegationBefore ?? [], .. negation?.Texts("before") ?? []],
            [.. over?.NegationAfter ?? [], .. negation?.Texts("after") ?? []],
            groups.ToImmutable());
    }

    private static Cue? ReadCue(YamlPart part, string path)
    {
        var pattern = part.IsMap ? part.Required("pattern") : part.Text;
        if (part.IsMap) part.Knows("pattern", "whole", "weak", "risk");
        try
        {
            return new(CuePattern.Parse(pattern), IsTrue(part, "whole"), IsTrue(part, "weak"), part.Optional("risk"), path, part.Line);
        }
        catch (FormatException e)
        {
            part.Error(e.Message, "Compare with the examples in locales/README.md");
            return null;
        }
    }

    private static bool IsTrue(YamlPart part, string name)
    {
        var text = part.Optional(name, "false");
        if (text is not ("true" or "false")) part.Error($"`{name}: {text}` is neither true nor false", "Write true or false", name);
        return text == "true";
    }

    public static ImmutableSortedDictionary<string, TopicExamples> ReadTopics(YamlPart? file, ImmutableSortedDictionary<string, TopicExamples>? over)
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

/// <summary>The groups of cues; what each means for a reading is said in Sensing.</summary>
public static class CueGroups
{
    /// <summary>All names a <c>cues.yaml</c> may use.</summary>
    public static ImmutableSortedSet<string> All { get; } = ImmutableSortedSet.Create(StringComparer.Ordinal,
        "asks-human", "declines-human", "frustration", "frustration-strong", "dissatisfaction",
        "distress-moderate", "distress-high", "distress-imminent", "danger-others", "medical", "fraud", "denies-danger", "idioms",
        "abuse", "threat", "legal-threat", "regulator-threat", "media-threat", "churn", "thanks", "sarcasm", "laughter",
        "negative", "positive", "stop-scoring", "yes", "no", "cancel-wait", "are-you-human",
        "morning", "afternoon", "evening", "casual-register", "polite-register", "formal-register", "bereavement", "hardship", "minor");
}
