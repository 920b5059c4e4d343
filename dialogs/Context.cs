using System.Collections.Immutable;
using System.Text.Json;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs;

/// <summary>What a turn learns about where and in which language the customer is, before anything is read.</summary>
internal static class Context
{
    public static void Learn(Scribe scribe, ImmutableArray<PendingActivity> batch)
    {
        foreach (var activity in batch.Select(p => p.Accepted.Activity).Where(a => !Channels.IsInternal(a.ChannelId)))
        {
            var zone = activity.LocalTimezone is { } z && TimeZoneInfo.TryFindSystemTimeZoneById(z, out _) ? z : null;
            scribe.Set(c => c with
            {
                Zone = zone ?? c.Zone,
                LocaleHint = activity.Locale ?? c.LocaleHint,
                Territory = Country(activity, scribe.Settings.Locales) ?? Territory(c, zone, activity.Locale, scribe.Settings.Locales),
            });
        }
        // A culture whose folder is gone since then is chosen anew.
        if (scribe.Settings.Locales.Cultures.ContainsKey(scribe.Snapshot.Culture)) return;
        var culture = scribe.Settings.Locales.Find(scribe.Snapshot.Culture) ?? scribe.Settings.Locales.Find(scribe.Snapshot.LocaleHint);
        // Without any setting the words decide; without words the base culture.
        var heard = culture is null && batch[^1].Accepted.Activity.Text is { Length: > 0 } words ? ByWords(scribe, words) : null;
        Speak(scribe, culture ?? heard ?? scribe.Settings.Locales[LocaleSet.Base], fromWords: heard is not null);
    }

    /// <summary>
    /// Where someone is shows in the country the channel names, then in a clock not seen before, then in what is known,
    /// and only without any clock in the settings: a wrong country's line of help is worse than the directory of all.
    /// </summary>
    private static string? Territory(Conversation before, string? zone, string? locale, LocaleSet locales)
    {
        if (zone is not null && zone != before.Zone && IsPlace(zone)) return locales.TerritoryOfZone(zone);
        return before.Territory ?? ((zone ?? before.Zone) is { } known && IsPlace(known) ? null : locales.TerritoryOfTag(locale));
    }

    /// <summary>Whether a zone tells where someone is; UTC and the like are what a careful browser says.</summary>
    private static bool IsPlace(string zone) => zone.Contains('/', StringComparison.Ordinal) && !zone.StartsWith("Etc/", StringComparison.Ordinal);

    /// <summary>Moves to another culture; the register is that culture's.</summary>
    public static void Speak(Scribe scribe, Culture culture, bool fromWords = false) =>
        scribe.Set(c => c with { Culture = culture.Tag, CultureFromWords = fromWords, RegisterLed = null, RegisterWished = null, Register = culture.Voice.Registers.Default, Wordings = c.Wordings.Clear() });

    private static readonly string[] Neighbours = ["id", "ms"];

    /// <summary>
    /// The culture the customer turns out to write in, when it is surely another language than ours; else null.
    /// Within one language the territory's own variant is taken.
    /// </summary>
    public static Culture? Switched(Scribe scribe, Reading reading)
    {
        if (reading.PLanguage < 0.7 || reading.Language.Length == 0) return null;
        var current = scribe.Settings.Locales[scribe.Snapshot.Culture];
        if (current.Language == reading.Language) return null;
        // Malay and Indonesian share most of their words: a sentence that could be either is no wish to change.
        if (Neighbours.Contains(current.Language) && Neighbours.Contains(reading.Language)) return null;
        return InTerritory(scribe, reading.Language);
    }

    private static Culture? ByWords(Scribe scribe, string words)
    {
        var (reading, _, _) = scribe.Settings.Sense.Read(words, Friction.None, true, scribe.Now);
        return reading.PLanguage >= 0.5 ? InTerritory(scribe, reading.Language) : null;
    }

    private static Culture? InTerritory(Scribe scribe, string language)
    {
        var locales = scribe.Settings.Locales;
        return locales.Find(scribe.Snapshot.Territory is { } territory ? $"{language}-{territory}" : language) ?? locales.Find(language);
    }

    private static string? Country(Activity activity, LocaleSet locales)
    {
        foreach (var entity in activity.Entities ?? [])
            if (entity.ValueKind == JsonValueKind.Object
                && entity.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("clientInfo")
                && entity.TryGetProperty("country", out var country) && country.ValueKind == JsonValueKind.String
                && country.GetString() is { } code && locales.Territories.ContainsKey(code))
                return code.ToUpperInvariant();
        return null;
    }
}
