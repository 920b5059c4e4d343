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
            var locales = scribe.Settings.Locales;
            var zone = activity.LocalTimezone is { } z && TimeZoneInfo.TryFindSystemTimeZoneById(z, out _) ? z : null;
            scribe.Set(c => c with
            {
                Zone = zone ?? c.Zone,
                LocaleHint = activity.Locale ?? c.LocaleHint,
                // Where someone is shows in the country the channel names, then in their clock, then in their settings.
                Territory = Country(activity, locales) ?? locales.TerritoryOfZone(zone) ?? c.Territory ?? locales.TerritoryOfTag(activity.Locale),
            });
        }
        if (scribe.Snapshot.Culture.Length > 0) return;
        var culture = scribe.Settings.Locales.Find(scribe.Snapshot.LocaleHint);
        // Without any setting the words decide; without words the base culture.
        if (culture is null && batch[^1].Accepted.Activity.Text is { Length: > 0 } words)
            culture = ByWords(scribe, words);
        Speak(scribe, culture ?? scribe.Settings.Locales[LocaleSet.Base]);
    }

    /// <summary>Moves to another culture; the register is that culture's.</summary>
    public static void Speak(Scribe scribe, Culture culture) =>
        scribe.Set(c => c with { Culture = culture.Tag, RegisterLed = null, Register = culture.Voice.Registers.Default, Wordings = c.Wordings.Clear() });

    /// <summary>
    /// The culture the customer turns out to write in, when it is surely another language than ours; else null.
    /// Within one language the territory's own variant is taken.
    /// </summary>
    public static Culture? Switched(Scribe scribe, Reading reading)
    {
        if (reading.PLanguage < 0.7 || reading.Language.Length == 0) return null;
        var current = scribe.Settings.Locales[scribe.Snapshot.Culture];
        if (current.Language == reading.Language) return null;
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
