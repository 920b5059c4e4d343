using System.Collections.Immutable;
using System.Globalization;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Triage;

/// <summary>Reads <c>policy.yaml</c>; a missing or impossible value is a fault that says where and how to mend it.</summary>
public static class PolicyReader
{
    /// <summary>The file's name in <c>locales/</c>.</summary>
    public const string FileName = "policy.yaml";

    private static readonly string[] Thresholds =
    [
        "crisis", "care", "distress", "asks-human", "declines-human", "denies-danger", "signal", "soften", "offer-human", "hand-off", "take-over", "take-over-offer",
        "abuse", "stop-scoring", "calm-again", "near-miss",
    ];

    private static readonly string[] Counts = ["not-understood-offer", "not-understood-hand-off", "abuse-hand-off"];
    private static readonly string[] Topics = ["sure", "ask", "apart"];

    private static readonly string[] Times =
        ["first-update", "update", "update-nobody", "crisis-update", "longest-wait", "expected-wait", "complaint-answer", "offer"];

    /// <summary>Reads the policy; null when a fault is an error.</summary>
    public static (Policy? Policy, IReadOnlyList<LocaleFault> Faults) Read(LocaleFile? file)
    {
        var faults = new List<LocaleFault>();
        if (file is null)
            return (null, [new(FaultLevel.Error, FileName, 0, 0, "(file)", "the policy is missing", "Put policy.yaml into locales/")]);
        if (YamlPart.Read(file, faults) is not { } yaml) return (null, faults);
        yaml.Knows("version", "thresholds", "counts", "risk", "cultures", "topics", "times");
        var policy = new Policy
        {
            Version = yaml.Required("version"),
            Thresholds = Numbers(yaml, "thresholds", Thresholds, 1),
            Counts = Numbers(yaml, "counts", Counts, 1000).ToImmutableSortedDictionary(c => c.Key, c => (int)c.Value, StringComparer.Ordinal),
            Topics = Numbers(yaml, "topics", Topics, 100),
            Cultures = (yaml["cultures"]?.Entries() ?? []).DistinctBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
                .ToImmutableSortedDictionary(c => c.Name, c => Some(c.Value, Thresholds, 1), StringComparer.OrdinalIgnoreCase),
            Risk = ReadRisk(yaml["risk"]),
            Times = ReadTimes(yaml),
        };
        if (faults.Count == 0 && policy.Thresholds["care"] >= policy.Thresholds["crisis"])
            yaml.Error("care must be reached before crisis", "Set thresholds.care below thresholds.crisis", "thresholds");
        return (faults.Any(f => f.Level == FaultLevel.Error) ? null : policy, faults);
    }

    private static ImmutableSortedDictionary<string, double> Numbers(YamlPart yaml, string name, string[] needed, double most)
    {
        if (yaml[name] is not { } part)
        {
            yaml.Error($"`{name}` is missing", $"Add `{name}:` with {string.Join(", ", needed)}", name);
            return ImmutableSortedDictionary<string, double>.Empty;
        }
        foreach (var missing in needed.Where(n => part[n] is null)) part.Error($"`{missing}` is missing", $"Add a line `{missing}: …`", missing);
        return Some(part, needed, most);
    }

    private static ImmutableSortedDictionary<string, double> Some(YamlPart part, string[] known, double most)
    {
        part.Knows(known);
        var numbers = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var (name, value) in part.Entries())
            numbers[name] = Number(value, most);
        return numbers.ToImmutable();
    }

    private static double Number(YamlPart value, double most)
    {
        if (double.TryParse(value.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n >= 0 && n <= most) return n;
        value.Error($"`{value.Text}` is not a number from 0 to {most.ToString(CultureInfo.InvariantCulture)}", "Write it like \"0.60\"");
        return 0;
    }

    private static ImmutableSortedDictionary<string, RiskRule> ReadRisk(YamlPart? part)
    {
        var rules = ImmutableSortedDictionary.CreateBuilder<string, RiskRule>(StringComparer.Ordinal);
        part?.Knows([.. RiskTopics.All]);
        foreach (var (name, value) in part?.Entries() ?? [])
        {
            value.Knows("at", "act", "tier");
            var act = value.Required("act") switch { "hand-off" => Act.HandOffNow, "offer-human" => Act.OfferHuman, var other => Bad(value, "act", other, "hand-off or offer-human", Act.OfferHuman) };
            var tier = value.Required("tier") switch { "low" => Tier.Low, "medium" => Tier.Medium, "high" => Tier.High, var other => Bad(value, "tier", other, "low, medium or high", Tier.High) };
            rules[name] = new(value.Required("at").Length > 0 ? Number(value["at"]!, 1) : 1, act, tier);
        }
        return rules.ToImmutable();
    }

    private static T Bad<T>(YamlPart part, string name, string text, string known, T otherwise)
    {
        part.Error($"`{text}` is not known", $"Write {known}", name);
        return otherwise;
    }

    private static ImmutableSortedDictionary<string, TimeSpan> ReadTimes(YamlPart yaml)
    {
        var times = ImmutableSortedDictionary.CreateBuilder<string, TimeSpan>(StringComparer.Ordinal);
        var part = yaml["times"];
        if (part is null) yaml.Error("`times` is missing", $"Add `times:` with {string.Join(", ", Times)}", "times");
        part?.Knows(Times);
        foreach (var name in Times)
        {
            if (part?[name] is not { } value) part?.Error($"`{name}` is missing", $"Add a line `{name}: \"60s\"`", name);
            else if (Duration(value.Text) is { } time) times[name] = time;
            else value.Error($"`{value.Text}` is not a time", "Write it like \"90s\", \"5m\", \"2h\" or \"5d\"");
        }
        return times.ToImmutable();
    }

    private static TimeSpan? Duration(string text) =>
        text.Length > 1 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
            ? text[^1] switch { 's' => TimeSpan.FromSeconds(n), 'm' => TimeSpan.FromMinutes(n), 'h' => TimeSpan.FromHours(n), 'd' => TimeSpan.FromDays(n), _ => null }
            : null;
}
