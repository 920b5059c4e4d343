namespace TrustBot.Channels.DirectLine;

internal static class DirectLineSetup
{
    public static WebApplicationBuilder AddDirectLine(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapDirectLine(this WebApplication app) => app;
}
