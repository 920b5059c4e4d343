using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace TrustBot.Channels.Connector;

/// <summary>Whether something stays on this machine.</summary>
internal static class Loopback
{
    /// <summary>Whether an address means this machine and nothing else.</summary>
    public static bool Is(Uri address) =>
        address.Scheme is "http" or "https"
        && (address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>
    /// Why a call is not one of a program on this machine; null when it is. A proxy on this machine would make every
    /// call look local, and so would a web page in this machine's browser: both give themselves away by a header.
    /// </summary>
    public static string? Refusal(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from)) return "it comes from another machine";
        if (http.Request.Headers.Keys.FirstOrDefault(IsForwarding) is { } header) return $"it was passed on by a proxy (header {header})";
        if (!IsHere($"http://{http.Request.Host.Value}")) return "its Host header names another machine";
        if (http.Request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsHere(origin)) return "it comes from a web page of another site";
        return null;
    }

    private static bool IsHere(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && Is(uri);

    private static bool IsForwarding(string header) =>
        header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Refuses to run an anonymous endpoint on an address that others can reach.</summary>
internal sealed class LoopbackAtStart(IServer server, IOptions<ConnectorOptions> options) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.DangerouslyAllowAnonymousLoopback) return Task.CompletedTask;
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var open = addresses.FirstOrDefault(a => !Uri.TryCreate(a, UriKind.Absolute, out var uri) || !Loopback.Is(uri));
        if (open is not null)
            throw new StartUpException(
                $"--emulator opens /api/messages to anyone, and {open} can be reached from other machines. Use --urls http://127.0.0.1:3978, or start without --emulator.");
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
