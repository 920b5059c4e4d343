using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;
using TrustBot.Locales;

namespace TrustBot.Pages;

/// <summary>The pages' words, in the culture asked for, else the browser's, else the base.</summary>
internal sealed class PageWords(LocaleFolder locales) : IPageWords
{
    public PageText For(string? localeTag, string? acceptLanguage)
    {
        var set = locales.Current.Locales;
        var culture = set.Find(localeTag) ?? set.FindAccepted(acceptLanguage) ?? set[LocaleSet.Base];
        var style = new Style(culture, culture.Voice.Registers.Default, Mood.Calm);
        return new(culture.Tag, culture.Direction, key => Wording.Label(style, key));
    }
}
