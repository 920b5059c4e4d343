using TrustBot.Dialogs.Conversations;

namespace TrustBot.Desk;

/// <summary>The deeds of the desk, as they stand in its addresses, and the inside events they become.</summary>
internal static class Deeds
{
    public const string Claim = "claim";
    public const string Send = "send";
    public const string Note = "note";
    public const string Return = "return";
    public const string Requeue = "requeue";
    public const string Close = "close";
    public const string DangerOver = "danger-over";

    /// <summary>The inside event; null for words to the customer, which are a message, and for what is no deed.</summary>
    public static string? EventOf(string deed) => deed switch
    {
        Claim => InternalEvents.Claim,
        Note => InternalEvents.Note,
        Return => InternalEvents.Return,
        Requeue => InternalEvents.Requeue,
        Close => InternalEvents.Close,
        DangerOver => InternalEvents.ClearDanger,
        _ => null,
    };

    public static void MapDeskDeeds(this IEndpointRouteBuilder desk) =>
        desk.MapPost("/c/{id}/{deed}", (HttpContext http, DeskDeeds deeds, string id, string deed) => deeds.Do(http, id, deed));
}
