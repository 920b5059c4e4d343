using TrustBot.Dialogs.Activities;

namespace TrustBot.Channels;

/// <summary>The form in which an activity leaves: no empty text or lists (A2004, A2100), buttons for everyone.</summary>
internal static class Outgoing
{
    public static Activity Tidy(Activity activity) => activity with
    {
        Attachments = activity.Attachments is { Count: > 0 } files ? files : null,
        Entities = activity.Entities is { Count: > 0 } entities ? entities : null,
        SuggestedActions = activity.SuggestedActions is { Actions.Count: > 0 } chips ? chips with { To = [] } : null,
        Speak = Filled(activity.Speak),
        Locale = Filled(activity.Locale),
        ReplyToId = Filled(activity.ReplyToId),
        From = activity.From is { } sender ? sender with { Name = Filled(sender.Name) } : null,
        DeliveryMode = null,
        Unknown = Outsider.WithoutCaller(activity),
    };

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
