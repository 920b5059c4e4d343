namespace TrustBot.Pages;

/// <summary>The customer's pages: the chat, and the same chat without scripts.</summary>
internal static class PagesSetup
{
    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder)
    {
        // A build that is not published keeps its files where they were written; this finds them, in Production too.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddAntiforgery();
        builder.Services.AddSingleton<PlainVisit>();
        return builder;
    }

    public static WebApplication MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapGet("/", ChatPage.Get);
        app.MapPost("/api/token", PageToken.Post).RequireCors(Channels.DirectLine.DirectLineSetup.Cors);
        PlainRoutes.Map(app);
        return app;
    }
}
