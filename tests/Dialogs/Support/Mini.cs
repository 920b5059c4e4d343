using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Sensing;

namespace TrustBot.Dialogs.Tests.Support;

/// <summary>The smallest set of locale files without a fault; tests change a file or add one.</summary>
internal static class Mini
{
    public const string Voice = """
        culture: en
        name: English
        human-word: human
        register: { default: polite }
        formats: { date: "d MMMM", time: "HH:mm", join: " ", calendar-culture: en-GB }
        phrases:
          hello: Hello {name}.
          sorry:
            polite:
              calm: Sorry.
              strained: Sorry again.
              distressed: So sorry.
          count: "{n, plural, one {# thing} other {# things}}"
        """;

    public const string Cues = """
        culture: en
        negation:
          before: [not, no, "don't"]
        groups:
          asks-human: [a human]
          distress-high: [want to die]
          distress-imminent: [took pills]
          distress-moderate: [so hopeless]
          danger-others: [he hit* me]
          medical: [heart attack]
          denies-danger: [only joking]
          "yes": [{ pattern: "yes", whole: true }]
          "no": [{ pattern: "no", whole: true }]
          morning: [morning]
          afternoon: [afternoon]
          evening: [evening]
        """;

    public const string Topics = """
        culture: en
        topics:
          order-status: { name: an order, examples: [where is my order] }
        """;

    public const string International = """
        territory: INTL
        lines:
          - { name: Directory, kind: directory, web: "https://example.org", as-of: "2026", source: test, confidence: high, verified-by: "A, 2026" }
        """;

    private static readonly Dictionary<string, string> Files = new()
    {
        ["en/voice.yaml"] = Voice, ["en/cues.yaml"] = Cues, ["en/topics.yaml"] = Topics, ["territories/INTL.yaml"] = International,
    };

    /// <summary>The files with these in their place or besides.</summary>
    public static List<LocaleFile> With(params (string Path, string Text)[] files)
    {
        var all = new Dictionary<string, string>(Files);
        foreach (var (path, text) in files) all[path] = text;
        return [.. all.Select(f => new LocaleFile(f.Key, f.Value))];
    }

    public static IReadOnlyList<LocaleFault> Faults(params (string Path, string Text)[] files) => LocaleReader.Read(With(files)).Faults;

    public static LocaleSet Set(params (string Path, string Text)[] files)
    {
        var (set, faults) = LocaleReader.Read(With(files));
        return set ?? throw new InvalidOperationException(string.Join('\n', faults));
    }

    /// <summary>The groups heard by cues written for a test: <c>group: [patterns]</c> lines, in place of the group or besides.</summary>
    public static IReadOnlyList<CueHit> Hear(string text, params (string Group, string Patterns)[] groups)
    {
        var cues = groups.Aggregate(Cues.ReplaceLineEndings("\n"), (all, g) =>
            string.Join('\n', all.Split('\n').Where(l => l.Trim().Split(':')[0] != g.Group)) + $"\n  {g.Group}: {g.Patterns}");
        return CueHits.In(Normaliser.Normalise(text), new(Set(("en/cues.yaml", cues))));
    }
}
