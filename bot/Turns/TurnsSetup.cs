using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TrustBot.BackOffice;

namespace TrustBot.Turns;

internal static class TurnsSetup
{
    /// <summary>The front door and what answers behind it.</summary>
    public static WebApplicationBuilder AddTurns(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TurnOptions>().BindConfiguration(TurnOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(s => s.GetRequiredService<IOptions<TurnOptions>>().Value);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ConversationFeed>();
        builder.Services.AddSingleton<Lanes>();
        builder.Services.AddSingleton<FrontDoor>();
        builder.Services.AddSingleton<Gatherer>();
        builder.Services.AddSingleton<Delivery>();
        builder.Services.AddSingleton<EffectRunner>();
        builder.Services.AddSingleton<TurnRunner>();
        builder.Services.AddSingleton<IFactSource, QueueSource>();
        builder.Services.AddHostedService<TakeUpAgain>();
        builder.Services.AddHostedService<TimerPoller>();
        return builder;
    }
}
