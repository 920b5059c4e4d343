using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TrustBot.Channels.DirectLine;

/// <summary>Direct Line 3.0, as far as Web Chat and other clients of it need.</summary>
internal static class DirectLineSetup
{
    internal const string Base = "/v3/directline";
    internal const string Cors = "directline";

    public static WebApplicationBuilder AddDirectLine(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<DirectLineOptions>().BindConfiguration(DirectLineOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddDataProtection();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SigningKey>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<Origins>();
        services.AddSingleton<OpenStreams>();
        services.AddSingleton<Pace>();
        var origins = builder.Configuration.GetSection(DirectLineOptions.Section).Get<DirectLineOptions>()?.AllowedOrigins ?? [];
        services.AddCors(cors => cors.AddPolicy(Cors, policy => policy
            .WithOrigins(origins)
            .WithMethods("GET", "POST")
            .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
            .WithExposedHeaders("Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
        return builder;
    }

    public static WebApplication MapDirectLine(this WebApplication app)
    {
        app.UseWebSockets();
        app.UseCors();
        var open = app.MapGroup(Base).RequireCors(Cors);
        open.MapGet("/conversations/{id}/stream", StreamRoute.Open);
        open.MapFallback("{**rest}", () => DirectLineError.Of(404, "NotFound", "There is no such address. The addresses are those of Direct Line 3.0."));
        var directLine = open.MapGroup("").AddEndpointFilter<DirectLineGate>();
        TokenRoutes.Map(directLine);
        ConversationRoutes.Map(directLine);
        ActivityRoutes.Map(directLine);
        return app;
    }
}
