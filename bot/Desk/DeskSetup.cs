namespace TrustBot.Desk;

internal static class DeskSetup
{
    public static WebApplicationBuilder AddDesk(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapDesk(this WebApplication app) => app;
}
