namespace TrustBot.Channels.Connector;

/// <summary>How the Bot Framework endpoint is opened. What is not set is closed.</summary>
internal sealed class ConnectorOptions
{
    /// <summary>
    /// Anyone on this machine may speak as any customer on any channel: for emulators only. Set by
    /// <c>--emulator</c> (<c>Emulator:Enabled</c>); refuses to start unless every server address is the loopback.
    /// </summary>
    public bool DangerouslyAllowAnonymousLoopback { get; set; }

    /// <summary>How long a caller that expects replies in the response waits for them.</summary>
    public TimeSpan RepliesWithin { get; set; } = TimeSpan.FromSeconds(20);
}
