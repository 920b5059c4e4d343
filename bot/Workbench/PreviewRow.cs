using System.Collections.Immutable;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Workbench;

/// <summary>One wording as a customer would get it.</summary>
/// <param name="Key">The phrase.</param>
/// <param name="How">Registers, moods and channel it is said in: <c>polite · calm, strained</c>, <c>sms</c>.</param>
/// <param name="Text">What is said.</param>
/// <param name="Base">What the base culture says in the same place; empty when this is the base culture.</param>
/// <param name="Note">Length and parts of a text message; else empty.</param>
internal sealed record PreviewRow(string Key, string How, string Text, string Base, string Note)
{
    /// <summary>The moment that dates in a preview show: a Thursday afternoon.</summary>
    private static readonly DateTimeOffset Moment = new(2026, 3, 5, 7, 4, 0, TimeSpan.Zero);

    /// <summary>Every phrase of a culture by register, mood and channel; wordings that are the same stand together.</summary>
    public static IEnumerable<PreviewRow> Of(LocaleSet locales, Culture culture)
    {
        var reference = culture.Tag == LocaleSet.Base ? null : locales[LocaleSet.Base];
        foreach (var phrase in culture.Voice.Phrases.Values.Where(p => !p.Key.StartsWith("desk-", StringComparison.Ordinal)))
        {
            var other = reference?.Voice.Phrases.GetValueOrDefault(phrase.Key);
            foreach (var group in Said(culture, phrase).GroupBy(s => s.Wordings, WordingsComparer.Same))
                for (var i = 0; i < group.Key.Length; i++)
                    yield return new(phrase.Key, Place(culture, phrase, [.. group.Select(g => (g.Register, g.Mood))]), Say(locales, culture, group.Key[i], group.First().Register),
                        other is null ? "" : Reference(locales, reference!, other, group.First().Register, group.First().Mood, i), "");
            if (phrase.Sms is not { } sms) continue;
            var text = Say(locales, culture, sms, culture.Voice.Registers.Default);
            var parts = TextMessage.Parts(text);
            yield return new(phrase.Key, "sms", text, other?.Sms is { } theirs ? Say(locales, reference!, theirs, Register.Polite) : "",
                $"{TextMessage.Units(text)} {(TextMessage.IsGsm(text) ? "septets" : "units")}, {(parts == 1 ? "1 part" : $"{parts} parts")}");
        }
    }

    /// <summary>Values for placeholders as the culture writes them.</summary>
    public static ImmutableSortedDictionary<string, string> Values(LocaleSet locales, Style style)
    {
        var culture = style.Culture;
        var territory = locales.Territories.GetValueOrDefault(culture.Tag.Split('-')[^1]);
        var zone = territory?.Zones.FirstOrDefault() ?? "Asia/Singapore";
        var date = Written.Date(style, Moment, zone);
        var topics = culture.Topics.Values.Select(t => t.Name).ToList();
        return SampleValues.For(culture.Voice.HumanWord, culture.Language, territory)
            .SetItem("date", date).SetItem("due", Written.Date(style, Moment.AddDays(3), zone)).SetItem("time", Written.Time(style, Moment, zone))
            .SetItem("eta", Written.When(style, Moment.AddHours(3), zone, Moment)).SetItem("until", Written.When(style, Moment.AddHours(2), zone, Moment))
            .SetItem("next", Written.When(style, Moment.AddDays(1), zone, Moment)).SetItem("amount", Written.Money(style, 1234.5m, Currency(territory)))
            .SetItem("wait", Written.Duration(style, TimeSpan.FromMinutes(4)))
            .SetItem("reason", Label(style, "reason-asked-for-human")).SetItem("source", Label(style, "source-orders"))
            .SetItem("known", Label(style, "part-warehouse-none")).SetItem("missing", Label(style, "missing-finance"))
            .SetItem("first", topics[0]).SetItem("second", topics[^1]).SetItem("topic", topics[0]);
    }

    private static string Label(Style style, string key) => style.Culture.Voice.Phrases.TryGetValue(key, out var phrase) ? phrase.For(style.Register, style.Mood)[0].Source : key;

    private static string Currency(Territory? territory)
    {
        try
        {
            return territory is { Code.Length: 2 } ? new System.Globalization.RegionInfo(territory.Code).ISOCurrencySymbol : "USD";
        }
        catch (ArgumentException)
        {
            return "USD";
        }
    }

    private static IEnumerable<(Register Register, Mood Mood, ImmutableArray<Template> Wordings)> Said(Culture culture, Phrase phrase) =>
        from register in culture.Voice.Registers.Spoken
        from mood in phrase.KnowsMoods ? Enum.GetValues<Mood>() : [Mood.Calm]
        select (register, mood, phrase.For(register, mood));

    private static string Place(Culture culture, Phrase phrase, (Register Register, Mood Mood)[] places)
    {
        var registers = places.Select(p => p.Register).Distinct().ToList();
        var moods = places.Select(p => p.Mood).Distinct().ToList();
        var how = registers.Count > 1 && registers.Count == culture.Voice.Registers.Spoken.Count() ? "any register" : string.Join(", ", registers).ToLowerInvariant();
        // All moods, or a phrase that knows none: nothing to tell apart.
        return moods.Count == Enum.GetValues<Mood>().Length || places.All(p => p.Mood == Mood.Calm) && !phrase.KnowsMoods ? how : $"{how} · {string.Join(", ", moods).ToLowerInvariant()}";
    }

    private static string Reference(LocaleSet locales, Culture reference, Phrase phrase, Register register, Mood mood, int i)
    {
        var wordings = phrase.For(register, mood);
        return i < wordings.Length ? Say(locales, reference, wordings[i], register) : "";
    }

    private static string Say(LocaleSet locales, Culture culture, Template template, Register register) =>
        template.Render(Values(locales, new(culture, register, Mood.Calm)), culture.Language);

    private sealed class WordingsComparer : IEqualityComparer<ImmutableArray<Template>>
    {
        public static WordingsComparer Same { get; } = new();

        public bool Equals(ImmutableArray<Template> x, ImmutableArray<Template> y) => x.Select(t => t.Source).SequenceEqual(y.Select(t => t.Source));

        public int GetHashCode(ImmutableArray<Template> obj) => obj.Aggregate(0, (hash, t) => HashCode.Combine(hash, t.Source));
    }
}
