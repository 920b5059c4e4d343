using Microsoft.AspNetCore.Http.HttpResults;
using TrustBot.Desk.Views;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Handoffs;

namespace TrustBot.Desk;

/// <summary>The pages of the desk, and the parts that they reload.</summary>
internal static class DeskPages
{
    public static void MapDeskPages(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("", (HttpContext http) => Show(http));

        desk.MapGet("/inbox", (HttpContext http, string? c) =>
            new RazorComponentResult<Inbox>(new { OpenId = c, Agent = DeskAgent.Of(http.User), AsPart = true }));

        desk.MapGet("/c/{id}", async (HttpContext http, DeskReader reader, DeskDeeds deeds, string id, long? from, int? draft, string? did, long? at) =>
        {
            if (await reader.Load(id, http.RequestAborted) is not { } conversation) return DeskNotice.NoSuchConversation(http);
            var outcome = did is not null && at is > 0 ? await deeds.Outcome(conversation, did, at.Value, DeskAgent.Of(http.User), http.RequestAborted) : null;
            return await Show(http, reader, conversation, from, outcome, draft: draft);
        });

        desk.MapGet("/c/{id}/lines", async (HttpContext http, DeskReader reader, string id, long after) =>
        {
            if (await reader.Load(id, http.RequestAborted) is not { } conversation) return DeskNotice.NoSuchConversation(http);
            if (conversation.Version <= after) return Results.NoContent();
            var entries = await reader.After(conversation, Math.Max(0, after - DeskReader.Window), http.RequestAborted);
            return new RazorComponentResult<Update>(new { Conversation = conversation, Entries = entries, After = after, Agent = DeskAgent.Of(http.User) });
        });

        desk.MapGet("/c/{id}/packet", async (HttpContext http, DeskReader reader, string id) =>
            await reader.Load(id, http.RequestAborted) is null
                ? DeskNotice.NoSuchConversation(http)
                : new RazorComponentResult<Packet>(new { Id = id, Handed = await reader.Packet(id, DeskAgent.Of(http.User), http.RequestAborted) }));

        desk.MapGet("/{**rest}", DeskNotice.NoSuchPage);
    }

    /// <summary>The desk with no conversation open.</summary>
    public static IResult Show(HttpContext http, string? invitation = null) =>
        new RazorComponentResult<DeskPage>(new { Agent = DeskAgent.Of(http.User), Invitation = invitation });

    /// <summary>The desk with a conversation open.</summary>
    public static async Task<IResult> Show(
        HttpContext http, DeskReader reader, Conversation conversation, long? from = null, DeedOutcome? outcome = null, string? words = null, int? draft = null)
    {
        var agent = DeskAgent.Of(http.User);
        var start = Math.Clamp(from ?? conversation.Version - DeskReader.Window, 0, conversation.Version);
        var entries = await reader.After(conversation, start, http.RequestAborted);
        var packet = await reader.Packet(conversation.Id, agent, http.RequestAborted);
        return new RazorComponentResult<DeskPage>(new
        {
            Agent = agent,
            Conversation = conversation,
            Entries = entries,
            Start = start,
            Handed = packet,
            Status = outcome?.Words,
            Words = words ?? outcome?.Unsent ?? Suggested(packet, draft),
        })
        { StatusCode = outcome?.Refused == true ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK };
    }

    private static string? Suggested(HandoffPacket? packet, int? draft) =>
        draft is { } n && packet is not null && n >= 0 && n < packet.Suggested.Length ? packet.Suggested[n].Text : null;
}
