using System.Text.Json;
using TrustBot.Dialogs.Activities;
using TrustBot.Storage;
using TrustBot.Turns;

namespace TrustBot.Channels.DirectLine;

/// <summary>What is said, in both directions, for clients that ask instead of listening.</summary>
internal static class ActivityRoutes
{
    public static void Map(RouteGroupBuilder directLine)
    {
        directLine.MapGet("/conversations/{id}/activities", Since);
        directLine.MapPost("/conversations/{id}/activities", Say);
        directLine.MapPost("/conversations/{id}/upload", (string id) => DirectLineError.NoUploads);
    }

    private static async Task<IResult> Since(string id, string? watermark, HttpContext http, IConversationStore store)
    {
        if (await store.Load(id, http.RequestAborted) is not { } conversation) return DirectLineError.NoConversation;
        if (Watermark.Read(watermark, conversation) is not { } seen) return DirectLineError.BadWatermark;
        var lines = await VisibleLines.After(store, conversation, seen, http.RequestAborted);
        var set = new ActivitySet
        {
            Activities = [.. lines.Activities.Where(a => a.Type != ActivityTypes.Typing)],
            Watermark = Watermark.Of(lines.Last),
        };
        return Results.Json(set, ActivityJson.Default.ActivitySet);
    }

    private static async Task<IResult> Say(string id, HttpContext http, FrontDoor door, IConversationStore store)
    {
        if (await BoundedBody.Read(http.Request, http.RequestAborted) is not { } body) return DirectLineError.TooLarge;
        var (read, fault) = ActivityReader.Read(body.Span);
        if (read is not { } activity) return DirectLineError.Of(400, "BadSyntax", fault!.ToString());
        if (Outsider.ClaimsInside(activity with { ChannelId = null }))
            return DirectLineError.Of(400, "BadArgument", $"name: \"{activity.Name}\" belongs to the inside. Choose another name for the event.");
        if (activity is { Type: ActivityTypes.Message, Attachments.Count: > 0 }) return DirectLineError.NoUploads;
        if (await store.Load(id, http.RequestAborted) is not { } conversation) return DirectLineError.NoConversation;
        if (Key(activity) is not { } key) return Taken($"{id}|{activity.Type}");
        return await door.Accept(id, key, Own(activity, conversation.Reference), http.RequestAborted) switch
        {
            AcceptOutcome.Done done => Taken(done.ActivityId),
            AcceptOutcome.Busy busy => DirectLineError.Busy(http, busy.RetryAfter),
            _ => DirectLineError.NoConversation,
        };
    }

    private static IResult Taken(string id) => Results.Json(new IdBody(id), DirectLineJson.Default.IdBody);

    /// <summary>The dedupe key; null for what is taken and does nothing: typing, and types nobody knows (A2014).</summary>
    private static string? Key(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message or ActivityTypes.Event => $"dl:{ClientId(activity) ?? Guid.NewGuid().ToString("N")}",
        ActivityTypes.ConversationUpdate => Arrival.Key,
        _ => null,
    };

    private static string? ClientId(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("clientActivityID", out var id) && id.ValueKind == JsonValueKind.String
        && id.GetString() is { Length: > 0 and <= 100 } text ? text : null;

    /// <summary>Who speaks, where and to whom is what the token says, whatever the sender wrote.</summary>
    private static Activity Own(Activity activity, ConversationReference reference) => activity with
    {
        Id = null,
        Timestamp = null,
        ServiceUrl = null,
        ChannelId = reference.ChannelId,
        Conversation = new ConversationAccount { Id = reference.ConversationId },
        From = reference.User,
        Recipient = reference.Bot,
        MembersAdded = activity.Type == ActivityTypes.ConversationUpdate ? [reference.User!, reference.Bot!] : null,
        MembersRemoved = null,
        DeliveryMode = null,
        Unknown = Outsider.WithoutCaller(activity),
    };
}
