namespace TrustBot.Pages;

internal static class PagesSetup
{
    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapPages(this WebApplication app) => app;
}
