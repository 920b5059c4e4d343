using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>One culture: a folder in <c>locales/</c>, together with what it stands over.</summary>
public sealed record Culture
{
    /// <summary>BCP 47 tag; the folder's name.</summary>
    public required string Tag { get; init; }
    /// <summary>The culture's own name for itself.</summary>
    public required string Name { get; init; }
    /// <summary>The culture it stands over; empty for a root.</summary>
    public required string Over { get; init; }
    /// <summary>Other tags it speaks for.</summary>
    public ImmutableArray<string> AlsoAnswers { get; init; } = [];
    /// <summary>ltr or rtl.</summary>
    public required string Direction { get; init; }
    /// <summary>ISO 15924 script.</summary>
    public required string Script { get; init; }
    /// <summary>What its files hold, read when it is first spoken or listened for.</summary>
    public required Lazy<CultureParts> Parts { get; init; }

    /// <summary>What it says.</summary>
    public Voice Voice => Parts.Value.Voice;
    /// <summary>What it listens for, that of the culture it stands over included.</summary>
    public CueSet Cues => Parts.Value.Cues;
    /// <summary>What people come for, with examples.</summary>
    public ImmutableSortedDictionary<string, TopicExamples> Topics => Parts.Value.Topics;

    /// <summary>The language part of the tag.</summary>
    public string Language => LocaleSet.LanguageOf(Tag);
}

/// <summary>What a culture's files hold besides its head.</summary>
public sealed record CultureParts(Voice Voice, CueSet Cues, ImmutableSortedDictionary<string, TopicExamples> Topics);

/// <summary>A topic as a culture's customers ask for it.</summary>
/// <param name="Name">How it is called in a clarifying question.</param>
/// <param name="Examples">How people ask for it.</param>
public sealed record TopicExamples(string Name, ImmutableArray<string> Examples)
{
    /// <summary>Beginning of the keys of answers that stand in <c>topics.yaml</c>.</summary>
    public const string AnswerPrefix = "answer-";

    /// <summary>The key of a topic's own answer among the phrases.</summary>
    public static string AnswerKey(string topic) => AnswerPrefix + topic;
}

/// <summary>What a culture listens for.</summary>
/// <param name="NegationBefore">Patterns that negate the cue after them.</param>
/// <param name="NegationAfter">Patterns that negate the cue before them.</param>
/// <param name="Groups">Cues by group.</param>
/// <param name="Territories">How customers call each territory, by its code, when they are asked where they are.</param>
public sealed record CueSet(
    ImmutableArray<Cue> NegationBefore, ImmutableArray<Cue> NegationAfter,
    ImmutableSortedDictionary<string, ImmutableArray<Cue>> Groups, ImmutableSortedDictionary<string, ImmutableArray<Cue>> Territories)
{
    /// <summary>What <see cref="Cue.MarksOptional"/> is for cues that do not say.</summary>
    public bool MarksOptional { get; init; }
}

/// <summary>One cue.</summary>
/// <param name="Pattern">The pattern, see <c>locales/README.md</c>.</param>
/// <param name="Whole">Only if it is the whole message.</param>
/// <param name="Weak">Never enough alone.</param>
/// <param name="Risk">Topic of risk it names; empty when none.</param>
/// <param name="Path">File it stands in.</param>
/// <param name="Line">Line it stands on.</param>
public sealed record Cue(CuePattern Pattern, bool Whole, bool Weak, string Risk, string Path, int Line)
{
    /// <summary>Whether it is heard also where the customer leaves out its marks: <c>khong</c> for <c>không</c>, <c>fuer</c> or <c>fur</c> for <c>für</c>.</summary>
    public bool MarksOptional { get; init; }
}
