using System.Globalization;

namespace TrustBot.Channels;

internal static class RetryAfter
{
    /// <summary>Tells the sender when to try again, in whole seconds, one at least.</summary>
    public static void Say(HttpResponse response, TimeSpan wait) =>
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
