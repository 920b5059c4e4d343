using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TrustBot.Turns;

namespace TrustBot.Desk;

/// <summary>The agent desk. It reads the store and speaks through the front door; it has no other way to do anything.</summary>
internal static class DeskSetup
{
    public static WebApplicationBuilder AddDesk(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<DeskSignIn>();
        builder.Services.AddSingleton<AgentsOnline>();
        builder.Services.AddSingleton<IAgentsOnline>(s => s.GetRequiredService<AgentsOnline>());
        builder.Services.TryAddSingleton<IPackets, PacketsFromLog>();
        builder.Services.AddScoped<DeskReader>();
        builder.Services.AddScoped<DeskDeeds>();
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery();
        builder.Services.AddAuthentication().AddCookie(DeskAgent.Scheme, SignInCookie);
        builder.Services.AddAuthorization();
        // The host's request lines hold the query, and the sign-in link is a secret in a query.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        return builder;
    }

    public static WebApplication MapDesk(this WebApplication app)
    {
        var open = app.MapGroup("/desk").AddEndpointFilter<DeskGuard>();
        open.MapSignIn();

        var closed = app.MapGroup("/desk").AddEndpointFilter<DeskGuard>()
            .RequireAuthorization(p => p.AddAuthenticationSchemes(DeskAgent.Scheme).RequireAuthenticatedUser());
        closed.MapGet("/events", DeskStream.Run);
        closed.MapDeskPages();
        closed.MapDeskDeeds();
        closed.MapInvitations();
        return app;
    }

    private static void SignInCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "trustbot-desk";
        options.Cookie.Path = "/desk";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = context =>
        {
            DeskGuard.Seal(context.Response);
            return DeskNotice.SignInFirst(context.HttpContext).ExecuteAsync(context.HttpContext);
        };
    }
}
