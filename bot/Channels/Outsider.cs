using TrustBot.Dialogs.Activities;

namespace TrustBot.Channels;

/// <summary>What someone outside may not claim: to be the desk, a timer or an effect, or to be called by a trusted bot.</summary>
internal static class Outsider
{
    private static readonly string[] InsideNames = ["desk/", "timer/", "effect/", "turn/"];

    /// <summary>Whether the event's name belongs to the inside.</summary>
    public static bool ClaimsInside(Activity activity) =>
        Dialogs.Activities.Channels.IsInternal(activity.ChannelId)
        || activity.Name is { } name && InsideNames.Any(n => name.StartsWith(n, StringComparison.OrdinalIgnoreCase));

    /// <summary>The fields nobody outside fills in: <c>callerId</c> is dropped (A2251), whatever its case.</summary>
    public static Dictionary<string, System.Text.Json.JsonElement>? WithoutCaller(Activity activity) =>
        activity.Unknown?.Where(field => !field.Key.Equals("callerId", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
}
