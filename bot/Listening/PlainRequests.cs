using TrustBot.Dialogs;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Sensing;

namespace TrustBot.Listening;

/// <summary>
/// The examples of the topics as lessons in calm: asking for opening hours is no complaint. Every culture brings its own,
/// one added tomorrow too.
/// </summary>
internal static class PlainRequests
{
    /// <summary>Topics whose examples complain, or ask for a person in their way.</summary>
    private static readonly string[] NotPlain = ["complaint", "callback"];

    private static readonly string[] Answering = ["yes", "no", "thanks", "morning", "afternoon", "evening"];
    private static readonly string[] Numbers = ["LN-1001", "LN-1002, please", "AC-2001", "238801", "018956", "+65 6123 4567", "6123 9999", "0912 345 678", "090-1234-5678", "09:30", "1", "2", "10/11"];

    /// <summary>What these examples do not tell.</summary>
    private static readonly string[] Unknown = ["positive_1", "positive_2", "negative_1", "casual", "formal", "hyperbole", "denial"];

    public static IReadOnlyList<Lesson> Of(Settings settings)
    {
        var known = (1UL << Heads.Names.Length) - 1;
        foreach (var head in Unknown) known &= ~(1UL << Heads.Of(head));
        var answers = from culture in settings.Locales.Cultures.Values
            from answer in Answers(culture).Concat(culture.Tag == LocaleSet.Base ? Numbers : []).Distinct(StringComparer.Ordinal)
            select Lesson.Of(new($"{culture.Tag}/answer/{answer}", culture.Tag, answer, new()), settings.Sense) with { True = 0, Known = known };
        return [.. answers, .. from culture in settings.Locales.Cultures.Values
            from topic in culture.Topics
            where !NotPlain.Contains(topic.Key)
            from example in Own(topic.Value.Examples, culture, topic.Key, settings.Locales)
            select Lesson.Of(new($"{culture.Tag}/{topic.Key}/{example}", culture.Tag, example, new()), settings.Sense) with { True = 0, Known = known }];
    }

    /// <summary>What answers our questions: yes, no, thanks, a part of the day.</summary>
    private static IEnumerable<string> Answers(Culture culture) =>
        from @group in Answering
        where culture.Cues.Groups.ContainsKey(@group)
        from cue in culture.Cues.Groups[@group]
        where cue.Path.StartsWith(culture.Tag + "/", StringComparison.Ordinal)
        from words in Choices(cue.Pattern.Parts)
        select words;

    private static IEnumerable<string> Choices(PatternPart part) => part switch
    {
        PatternPart.Words words => [words.Text],
        PatternPart.AnyOf any => any.Parts.SelectMany(Choices),
        PatternPart.Row { Parts: [var only] } => Choices(only),
        _ => [],
    };

    /// <summary>What a culture stands over has brought its examples already.</summary>
    private static IEnumerable<string> Own(IEnumerable<string> examples, Culture culture, string topic, LocaleSet locales) =>
        culture.Over.Length == 0 ? examples : examples.Except(locales[culture.Over].Topics[topic].Examples);
}
