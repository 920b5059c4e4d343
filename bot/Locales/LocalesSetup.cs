using Microsoft.Extensions.Options;
using TrustBot.Pages;
using TrustBot.Privacy;

namespace TrustBot.Locales;

internal static class LocalesSetup
{
    /// <summary>The locale files, read and checked before anything listens.</summary>
    public static WebApplicationBuilder AddLocales(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LocaleOptions>().BindConfiguration(LocaleOptions.Section);
        builder.Services.AddSingleton(s => LocaleFolder.Open(s.GetRequiredService<IOptions<LocaleOptions>>().Value.Path));
        builder.Services.AddSingleton(s => s.GetRequiredService<LocaleFolder>().Protection);
        builder.Services.AddSingleton<IPageWords, PageWords>();
        return builder;
    }
}
