using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>Reads one culture's <c>cues.yaml</c>.</summary>
internal static class CuesReader
{
    private const string Marks = "marks", Optional = "optional", Matter = "matter";

    public static CueSet Read(YamlPart? file, string path, CueSet? over)
    {
        var empty = new CueSet([], [], ImmutableSortedDictionary<string, ImmutableArray<Cue>>.Empty, ImmutableSortedDictionary<string, ImmutableArray<Cue>>.Empty);
        if (file is null) return over ?? empty;
        file.Knows("culture", Marks, "negation", "groups", "territories");
        var marksOptional = AreMarksOptional(file, over?.MarksOptional ?? false);
        var groups = (over ?? empty).Groups.ToBuilder();
        foreach (var (name, value) in file["groups"]?.Entries() ?? [])
        {
            if (!CueGroups.All.Contains(name))
            {
                value.Error($"`{name}` is not a group of cues", YamlPart.DidYouMean(name, CueGroups.All));
                continue;
            }
            if (!value.IsList) value.Error("a group is a list", "Write each pattern on a line of its own, after a dash");
            var cues = value.Items().Select(i => ReadCue(i, path, marksOptional)).OfType<Cue>();
            groups[name] = [.. groups.GetValueOrDefault(name, []), .. cues];
        }
        var negation = file["negation"];
        negation?.Knows("before", "after");
        return new(
            [.. over?.NegationBefore ?? [], .. Words("before")],
            [.. over?.NegationAfter ?? [], .. Words("after")],
            groups.ToImmutable(),
            ReadTerritories(file, path, marksOptional, (over ?? empty).Territories)) { MarksOptional = marksOptional };

        IEnumerable<Cue> Words(string name) => (negation?[name]?.Items() ?? []).Select(i => ReadCue(i, path, marksOptional)).OfType<Cue>();
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<Cue>> ReadTerritories(YamlPart file, string path, bool marksOptional, ImmutableSortedDictionary<string, ImmutableArray<Cue>> over)
    {
        var territories = over.ToBuilder();
        foreach (var (code, value) in file["territories"]?.Entries() ?? [])
        {
            var names = value.IsList ? value.Items() : [value];
            territories[code] = [.. territories.GetValueOrDefault(code, []), .. names.Select(n => ReadCue(n, path, marksOptional)).OfType<Cue>()];
        }
        return territories.ToImmutable();
    }

    private static Cue? ReadCue(YamlPart part, string path, bool marksOptional)
    {
        var pattern = part.IsMap ? part.Required("pattern") : part.Text;
        if (part.IsMap) part.Knows("pattern", "whole", "weak", "risk", Marks);
        var risk = part.Optional("risk");
        if (risk.Length > 0 && !RiskTopics.All.Contains(risk)) part.Error($"`{risk}` is not a topic of risk", YamlPart.DidYouMean(risk, RiskTopics.All), "risk");
        try
        {
            return new(CuePattern.Parse(pattern), IsTrue(part, "whole"), IsTrue(part, "weak"), risk, path, part.Line) { MarksOptional = AreMarksOptional(part, marksOptional) };
        }
        catch (FormatException e)
        {
            part.Error(e.Message, "Compare with the examples in locales/README.md");
            return null;
        }
    }

    private static bool AreMarksOptional(YamlPart part, bool otherwise)
    {
        var text = part.Optional(Marks, otherwise ? Optional : Matter);
        if (text is not (Optional or Matter)) part.Error($"`{Marks}: {text}` is neither {Optional} nor {Matter}", $"Write {Optional} or {Matter}", Marks);
        return text == Optional;
    }

    private static bool IsTrue(YamlPart part, string name)
    {
        var text = part.Optional(name, "false");
        if (text is not ("true" or "false")) part.Error($"`{name}: {text}` is neither true nor false", "Write true or false", name);
        return text == "true";
    }
}
