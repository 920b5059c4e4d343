using Microsoft.Extensions.DependencyInjection.Extensions;
using TrustBot.Turns;

namespace TrustBot.Channels.Connector;

/// <summary>The Bot Framework endpoint, for channels that call us and are called back.</summary>
internal static class ConnectorSetup
{
    public static WebApplicationBuilder AddConnector(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddProblemDetails();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ConnectorOptions>().BindConfiguration("Connector").Configure<IConfiguration>((options, configuration) =>
            options.DangerouslyAllowAnonymousLoopback = configuration.GetValue("Emulator:Enabled", false));
        services.AddSingleton<AwaitedReplies>();
        services.AddSingleton<IPush, ConnectorClient>();
        services.AddHostedService<LoopbackAtStart>();
        return builder;
    }

    public static WebApplication MapConnector(this WebApplication app)
    {
        app.MapPost("/api/messages", MessagesRoute.Post);
        return app;
    }
}
