using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>Checks that hold between files: holes, placeholders, moods, forbidden marks.</summary>
internal static class LocaleLint
{
    /// <summary>Words of the desk, which is in the agents' language; only the base culture holds them.</summary>
    private const string DeskPrefix = "desk-";

    /// <summary>Groups without which safety and the way to a human, a call back included, would be deaf.</summary>
    private static readonly string[] NeededGroups = ["asks-human", "distress-high", "distress-imminent", "distress-moderate", "danger-others", "medical", "denies-danger", "yes", "no", "morning", "afternoon", "evening"];

    public static void Check(IReadOnlyCollection<Culture> cultures, IReadOnlyCollection<Territory> territories, List<LocaleFault> faults)
    {
        var reference = cultures.FirstOrDefault(c => c.Tag == LocaleSet.Base);
        foreach (var culture in cultures)
        {
            if (culture.Over.Length == 0 && culture != reference && reference is not null) Compare(reference, culture, faults);
            var region = culture.Tag.Split('-')[^1];
            var samples = SampleValues.For(culture.Voice.HumanWord, culture.Language, territories.FirstOrDefault(t => t.Code == region));
            foreach (var phrase in culture.Voice.Phrases.Values.Where(p => p.Path.StartsWith(culture.Tag + "/", StringComparison.Ordinal)))
            {
                var known = reference?.Voice.Phrases.GetValueOrDefault(phrase.Key);
                CheckPhrase(culture, phrase, known, reference?.Voice.Phrases.Keys ?? [], faults);
                // What agents read is in their language, whatever culture is spoken.
                if (phrase.Key.StartsWith(DeskPrefix, StringComparison.Ordinal)) continue;
                RegisterLint.Check(culture, phrase, faults);
                ScriptLint.Check(culture, phrase, faults);
                SmsLint.Check(culture, phrase, known, samples, faults);
                DisclosureLint.Check(culture, phrase, faults);
            }
            CueLint.Check(culture, faults);
            foreach (var group in NeededGroups.Where(g => culture.Cues.Groups.GetValueOrDefault(g, []).IsEmpty))
                faults.Add(new(FaultLevel.Error, $"{culture.Tag}/cues.yaml", 0, 0, $"groups.{group}", "the group is missing or empty", "Without it a customer in need is not heard; write its cues"));
            foreach (var topic in reference?.Topics.Keys.Where(t => !culture.Topics.ContainsKey(t)) ?? [])
                faults.Add(new(FaultLevel.Error, $"{culture.Tag}/topics.yaml", 0, 0, $"topics.{topic}", "the topic is missing", "Write its name and examples"));
        }
    }

    /// <summary>A root has no language to fall back to: a hole would be silence or a foreign language.</summary>
    private static void Compare(Culture reference, Culture culture, List<LocaleFault> faults)
    {
        foreach (var phrase in reference.Voice.Phrases.Values)
        {
            if (phrase.Key.StartsWith(DeskPrefix, StringComparison.Ordinal)) continue;
            if (!culture.Voice.Phrases.ContainsKey(phrase.Key))
                faults.Add(new(FaultLevel.Error, $"{culture.Tag}/{Path.GetFileName(phrase.Path)}", 0, 0, $"phrases.{phrase.Key}", "the phrase is missing", $"Write it; `{reference.Tag}` says: {phrase.All().First().Source}"));
        }
    }

    /// <summary>A duty that names a phrase nobody says is not met.</summary>
    public static void CheckNotices(Culture? reference, IReadOnlyCollection<Territory> territories, List<LocaleFault> faults)
    {
        if (reference is null) return;
        foreach (var (territory, notice, key) in territories.SelectMany(t => t.Notices.SelectMany(n => n.MetBy.Select(k => (t, n, k)))))
            if (!reference.Voice.Phrases.ContainsKey(key))
                faults.Add(new(FaultLevel.Error, $"territories/{territory.Code}.yaml", 0, 0, $"notices.{notice.Law}", $"it is met by `{key}`, which is no phrase", YamlPart.DidYouMean(key, reference.Voice.Phrases.Keys)));
    }

    /// <summary>A zone means one territory, or the line of help shown would hang on the order of files.</summary>
    public static void CheckZones(IReadOnlyCollection<Territory> territories, List<LocaleFault> faults)
    {
        foreach (var zone in territories.SelectMany(t => t.Zones.Distinct(StringComparer.OrdinalIgnoreCase).Select(z => (Name: z, t.Code))).GroupBy(z => z.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            faults.Add(new(FaultLevel.Error, $"territories/{zone.Last().Code}.yaml", 0, 0, "zones", $"`{zone.Key}` stands in {string.Join(" and ", zone.Select(z => z.Code))}", "Leave it in one of them"));
    }

    private static void CheckPhrase(Culture culture, Phrase phrase, Phrase? reference, IEnumerable<string> keys, List<LocaleFault> faults)
    {
        if (reference is null && !phrase.Key.StartsWith(TopicExamples.AnswerPrefix, StringComparison.Ordinal))
            faults.Add(Fault(phrase, "no phrase of this key is used", YamlPart.DidYouMean(phrase.Key, keys)) with { Level = FaultLevel.Warning });
        var known = (reference ?? phrase).All().SelectMany(t => t.Placeholders).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var text in phrase.All())
        {
            foreach (var unknown in text.Placeholders.Except(known))
                faults.Add(Fault(phrase, $"the placeholder `{{{unknown}}}` is never filled", known.IsEmpty ? "Take it out" : YamlPart.DidYouMean(unknown, known)));
            foreach (var (name, cases) in text.Plurals())
                foreach (var missing in PluralRules.Needed(culture.Language).Where(c => !cases.Contains(c)))
                    faults.Add(Fault(phrase, $"the plural of `{name}` lacks the case `{missing}`", $"Add `{missing} {{…}}`"));
            if (LooksDamaged(text.Source))
                faults.Add(Fault(phrase, "the text looks damaged by a wrong encoding", "Save the file as UTF-8 and write the text again"));
        }
        if (reference is { KnowsMoods: true } && !phrase.KnowsMoods)
            faults.Add(Fault(phrase, "it carries feeling but is not worded for moods", "Write calm, strained and distressed under each register"));
        if (reference is not null && culture.Language != LocaleSet.Base && phrase.All().FirstOrDefault(t => t.Source.Count(char.IsLetter) > 32 && reference.All().Any(r => r.Source == t.Source)) is { } foreign)
            faults.Add(Fault(phrase, $"it is still in the language of {LocaleSet.Base}: {foreign.Source}", $"Say it in the language of {culture.Tag}"));
        CheckSaysAll(phrase, reference, faults);
        if (phrase.KnowsMoods) CheckManner(phrase, faults);
    }

    /// <summary>What every wording of the reference says must be said here too: a line of help without its number helps nobody.</summary>
    private static void CheckSaysAll(Phrase phrase, Phrase? reference, List<LocaleFault> faults)
    {
        if (reference is null || reference == phrase) return;
        var always = reference.Wordings.Values.SelectMany(w => w).Select(t => t.Placeholders).Aggregate((all, p) => all.Intersect(p));
        var safety = phrase.Key.StartsWith("crisis", StringComparison.Ordinal) || phrase.Key.StartsWith("care", StringComparison.Ordinal) || phrase.Key.StartsWith("disclosure", StringComparison.Ordinal);
        foreach (var missing in always.Where(name => phrase.Wordings.Values.Any(w => w.Any(t => !t.Placeholders.Contains(name)))).Order(StringComparer.Ordinal))
            faults.Add(Fault(phrase, $"a wording leaves out `{{{missing}}}`", $"Every wording of `{LocaleSet.Base}` says it; put it in") with { Level = safety ? FaultLevel.Error : FaultLevel.Warning });
    }

    /// <summary>UTF-8 read as Latin-1 leaves Ã or Â before a sign that no word has there; Ã alone is Portuguese.</summary>
    private static bool LooksDamaged(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\uFFFD' || (i + 1 < text.Length && (text[i] is 'Ã' or 'Â') && text[i + 1] is >= '\u0080' and <= '\u00BF') || (i + 1 < text.Length && text[i] == 'â' && text[i + 1] == '€'))
                return true;
        return false;
    }

    private static void CheckManner(Phrase phrase, List<LocaleFault> faults)
    {
        foreach (var ((register, mood), texts) in phrase.Wordings)
            foreach (var text in texts)
                if (text.Source.AsSpan().ContainsAny("!！¡") || text.Source.EnumerateRunes().Any(r => r.Value is >= 0x1F300 and <= 0x1FAFF))
                    faults.Add(Fault(phrase, $"an exclamation mark or emoji stands in {register}, {mood}", "Phrases that carry feeling stay without either"));
    }

    internal static LocaleFault Fault(Phrase phrase, string problem, string mend) =>
        new(FaultLevel.Error, phrase.Path, phrase.Line, 0, $"phrases.{phrase.Key}", problem, mend);
}
