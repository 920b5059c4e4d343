using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using TrustBot.Desk;
using TrustBot.Locales;
using TrustBot.Privacy;

namespace TrustBot.CommandLine;

/// <summary>Starts everything and says where it is.</summary>
internal static class RunCommand
{
    private const string DefaultUrl = "http://localhost:3978";

    public static async Task<int> Run(Func<string[], WebApplication> assemble, string[] settings, bool emulator, CancellationToken cancel)
    {
        var chosen = settings.Any(s => s.StartsWith("--urls", StringComparison.Ordinal)) || Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is { Length: > 0 };
        await using var app = assemble([.. settings, .. chosen ? [] : new[] { "--urls", DefaultUrl }, $"--Emulator:Enabled={emulator}", StartUp.Quiet]);
        await app.StartOrSayWhyNot(cancel);
        Say(app, emulator);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    private static void Say(WebApplication app, bool emulator)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "localhost", StringComparison.Ordinal);
        // The link is a secret: it goes to the terminal of whoever started the bot, never through the logger.
        Console.WriteLine($"Chat:  {address}/");
        Console.WriteLine($"Desk:  {address}{app.Services.GetRequiredService<DeskSignIn>().CreateLink()}");
        Console.WriteLine("       (signs in once, within 15 minutes; a restart prints a new link)");
        if (emulator) Console.WriteLine($"Emulator: {address}/api/messages (no app id, no password; this machine only)");
        Console.WriteLine($"Note:  the keys in {app.Services.GetRequiredService<IOptions<KeyRingOptions>>().Value.Path} are protected by file permissions alone; back them up apart from the store.");
        var unverified = app.Services.GetRequiredService<LocaleFolder>().Warnings.Count(w => w.Key.EndsWith("verified-by", StringComparison.Ordinal));
        if (unverified > 0) Console.WriteLine($"Note:  {unverified} lines of help are not verified by a person yet; `lint --warnings` lists them.");
    }
}
