namespace TrustBot.Channels.Connector;

internal static class ConnectorSetup
{
    public static WebApplicationBuilder AddConnector(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapConnector(this WebApplication app) => app;
}
