using Microsoft.Extensions.Options;
using TrustBot.Pages;
using TrustBot.Privacy;

namespace TrustBot.Locales;

internal static class LocalesSetup
{
    /// <summary>The locale files, read and checked before anything listens, and read again when one is saved.</summary>
    public static WebApplicationBuilder AddLocales(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LocaleOptions>().BindConfiguration(LocaleOptions.Section)
            .Validate(o => o.WatchMilliseconds is 0 or >= 50, "Locales:WatchMilliseconds is too small. Give 50 or more, or 0 to read the files at start only.");
        builder.Services.AddSingleton(s => LocaleFolder.Open(s.GetRequiredService<IOptions<LocaleOptions>>().Value.Path, s.GetRequiredService<LastGoodLocales>(), s.GetRequiredService<IConfiguration>().GetValue<bool>("Listening:CuesOnly")));
        builder.Services.AddSingleton(s => new LastGoodLocales(LastGood(s), s.GetRequiredService<ILogger<LastGoodLocales>>()));
        builder.Services.AddSingleton<Func<ProtectionWords>>(s => () => s.GetRequiredService<LocaleFolder>().Protection);
        builder.Services.AddSingleton<IPageWords, PageWords>();
        builder.Services.AddHostedService<LocaleWatcher>();
        return builder;
    }

    private static string LastGood(IServiceProvider services)
    {
        var named = services.GetRequiredService<IOptions<LocaleOptions>>().Value.LastGood;
        var store = services.GetRequiredService<IConfiguration>()["Store:Path"] is { Length: > 0 } path ? path : "./data/trustbot.db";
        return named.Length > 0 ? named : Path.Combine(Path.GetDirectoryName(store) ?? "", "locales-last-good.zip");
    }
}
