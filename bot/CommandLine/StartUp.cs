using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using TrustBot.Locales;

namespace TrustBot.CommandLine;

/// <summary>Starts the host, or says for the operator what is wrong and how to mend it.</summary>
internal static class StartUp
{
    /// <summary>The host would log a failed start with its stack; what is to be mended is said once, in words.</summary>
    public const string Quiet = "--Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host=Critical";

    /// <exception cref="StartUpException">It cannot start.</exception>
    public static async Task StartOrSayWhyNot(this WebApplication app, CancellationToken cancel)
    {
        try
        {
            _ = app.Services.GetRequiredService<LocaleFolder>();
            await app.StartAsync(cancel);
        }
        catch (Exception e) when (Told(e) is { } told)
        {
            throw new StartUpException(told, e);
        }
    }

    /// <summary>What mends it; null for what no operator can mend, which is shown as it is.</summary>
    private static string? Told(Exception e) => e switch
    {
        OptionsValidationException options => "The settings cannot be used:\n  " + string.Join("\n  ", options.Failures),
        IOException { InnerException: AddressInUseException } or AddressInUseException =>
            $"{e.Message.TrimEnd('.')}. Stop the program that uses the address, or choose another: --urls http://localhost:5000",
        SocketException or IOException { InnerException: SocketException } =>
            $"It cannot listen there: {e.Message.TrimEnd('.')}. Choose an address of this machine with --urls, for example http://localhost:5000",
        FormatException => $"--urls cannot be used: {e.Message.TrimEnd('.')}. Write it in full, for example http://localhost:5000",
        ArgumentOutOfRangeException { ParamName: "port" } => "--urls names a port that does not exist. Choose one from 1 to 65535, for example http://localhost:5000",
        InvalidOperationException when e.Message.Contains("HTTPS", StringComparison.Ordinal) =>
            "There is no certificate for https. Name one with Kestrel:Certificates:Default:Path, or use http behind a proxy that has one.",
        InvalidOperationException when e.Message.Contains("configuration value", StringComparison.Ordinal) => $"The settings cannot be used:\n  {e.Message}",
        _ => null,
    };
}
