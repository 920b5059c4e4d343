using Microsoft.Extensions.Options;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;
using TrustBot.Turns;

namespace TrustBot.Channels.Connector;

/// <summary><c>POST /api/messages</c>: where Bot Framework channels and emulators speak to the bot.</summary>
internal static class MessagesRoute
{
    public static async Task<IResult> Post(
        HttpContext http, FrontDoor door, IConversationStore store, AwaitedReplies awaited, IOptions<ConnectorOptions> options)
    {
        if (!options.Value.DangerouslyAllowAnonymousLoopback)
            return Problem(401, "The endpoint is closed", "Credentials of Azure Bot Service come in a later version. To use an emulator on this machine, start with --emulator.");
        if (Loopback.Refusal(http) is { } why)
            return Problem(403, "Only programs on this machine may call", $"With --emulator no one is authenticated, and this call was refused because {why}.");
        if (await BoundedBody.Read(http.Request, http.RequestAborted) is not { } body)
            return Problem(413, "The activity is too large", $"It may have {BoundedBody.MostBytes / 1024} KB. Send less.");
        var (read, fault) = ActivityReader.Read(body.Span);
        if ((fault ?? Inbound.Check(read!)) is { } wrong)
            return Problem(400, "The activity cannot be taken", wrong.ToString());
        var activity = read!;
        if (activity.Type == ActivityTypes.Invoke)
            return Problem(501, "Nothing answers this invoke", $"No part of the bot knows the invoke \"{activity.Name}\".");
        if (activity.Type is not (ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate))
            return Results.Ok();
        try
        {
            return await Take(activity, http, door, store, awaited, options.Value.RepliesWithin);
        }
        catch (StoreUnavailableException)
        {
            RetryAfter.Say(http.Response, TimeSpan.FromSeconds(2));
            return Problem(503, "The activity could not be kept", "It was not accepted. Send it again after the time in Retry-After.");
        }
    }

    private static async Task<IResult> Take(
        Activity activity, HttpContext http, FrontDoor door, IConversationStore store, AwaitedReplies awaited, TimeSpan within)
    {
        var conversation = await door.Open(Inbound.ConversationId(activity), Inbound.Reference(activity), activity.Locale, http.RequestAborted);
        var key = $"cn:{(string.IsNullOrEmpty(activity.Id) ? Guid.NewGuid().ToString("N") : activity.Id)}";
        var expects = activity.DeliveryMode == "expectReplies";
        if (expects) awaited.Expect(conversation.Id, key);
        switch (await door.Accept(conversation.Id, key, Inbound.Own(activity), http.RequestAborted))
        {
            case AcceptOutcome.Done done when expects:
                if (!await door.Answered(conversation.Id, done.Seq, within, http.RequestAborted)) awaited.GiveUp(conversation.Id, key);
                return await Replies(store, conversation, done.Seq, activity.Id, http.RequestAborted);
            case AcceptOutcome.Busy busy:
                RetryAfter.Say(http.Response, busy.RetryAfter);
                return Problem(429, "Too much at once", "Send it again after the time in Retry-After.");
            default:
                return Results.Ok();
        }
    }

    private static async Task<IResult> Replies(IConversationStore store, Conversation conversation, long seq, string? replyToId, CancellationToken cancel)
    {
        var entries = await store.Read(conversation.Id, seq, VisibleLines.PageSize, cancel);
        var lines = entries.Select(e => e.Event).OfType<Said>()
            .Select(said => Outbound.Form(said.Activity, conversation.Reference, replyToId));
        return Results.Json(new ActivitySet { Activities = [.. lines] }, ActivityJson.Default.ActivitySet);
    }

    private static IResult Problem(int status, string title, string detail) => Results.Problem(detail, statusCode: status, title: title);
}
