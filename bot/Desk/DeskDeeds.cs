using System.Text.Json;
using System.Text.Json.Nodes;
using TrustBot.Desk.Views;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Turns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace TrustBot.Desk;

using Channels = Dialogs.Activities.Channels;

/// <summary>What agents do. Each deed is an activity at the front door, and the turn decides what comes of it.</summary>
internal sealed class DeskDeeds(FrontDoor door, DeskReader reader)
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<IResult> Do(HttpContext http, string id, string deed)
    {
        var cancel = http.RequestAborted;
        var form = await http.Request.ReadFormAsync(cancel);
        var agent = DeskAgent.Of(http.User);
        if (ActivityOf(deed, form, agent) is not { } activity) return DeskNotice.NoSuchPage(http);
        if (await reader.Load(id, cancel) is not { } before) return DeskNotice.NoSuchConversation(http);

        var words = activity.Text;
        if (activity.Type == ActivityTypes.Message || deed == Deeds.Note)
            if (string.IsNullOrWhiteSpace(words)) return await Answer(http, before, deed, 0, new(false, "Nothing to send: the field is empty."), words);
        if (form["key"] is not [{ Length: >= 16 and <= 64 } key]) return DeskNotice.FormTooOld(http);

        switch (await door.Accept(id, "desk:" + key, activity, cancel))
        {
            case AcceptOutcome.Unknown:
                return DeskNotice.NoSuchConversation(http);
            case AcceptOutcome.Busy busy:
                http.Response.Headers.RetryAfter = ((int)Math.Ceiling(busy.RetryAfter.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return await Answer(http, before, deed, 0, new(false, "Too much at once: nothing was done. Try again in a moment.") { Refused = true }, words);
            case AcceptOutcome.Done done:
                await door.Answered(id, done.Seq, Patience, cancel);
                var after = await reader.Load(id, cancel) ?? before;
                return await Answer(http, after, deed, done.Seq, await Outcome(after, deed, done.Seq, agent, cancel), words);
            default:
                throw new InvalidOperationException("The front door gave an outcome that the desk does not know.");
        }
    }

    /// <summary>What came of a deed accepted at a place in the log, read from the conversation as it is now.</summary>
    public async Task<DeedOutcome> Outcome(Conversation now, string deed, long at, AgentRef agent, CancellationToken cancel)
    {
        if (now.Pending.Any(p => p.Seq == at)) return new(false, "Kept, and not answered yet; this page will show what comes of it.");
        if (deed != Deeds.Send) return DeedOutcome.Of(deed, now, agent);
        var line = DeskLines.Of(await reader.After(now, at - 1, cancel)).FirstOrDefault(l => l.Seq == at);
        return line is { Unsent: true, Kind: LineKind.Human }
            ? DeedOutcome.Of(deed, now, agent) with { Unsent = line.Text }
            : new(true, "Sent.");
    }

    private async Task<IResult> Answer(HttpContext http, Conversation now, string deed, long at, DeedOutcome outcome, string? words)
    {
        if (http.Request.IsHtmx())
        {
            // Nothing was taken in: the form stays as it is, with its words and its key.
            if (at == 0) http.Response.Headers["HX-Reswap"] = "none";
            http.Response.Headers["HX-Trigger"] = outcome.Done && deed == Deeds.Claim ? """{"desk-changed":"","desk-claimed":""}""" : "desk-changed";
            var unsent = outcome.Unsent is null ? null : words;
            return new RazorComponentResult<Done>(new { Conversation = now, Deed = deed, Status = outcome.Words, Words = unsent });
        }
        return at > 0
            ? Results.Redirect($"/desk/c/{Uri.EscapeDataString(now.Id)}?did={deed}&at={at}")
            : await DeskPages.Show(http, reader, now, outcome: outcome, words: deed == Deeds.Send ? words : null);
    }

    private static Activity? ActivityOf(string deed, IFormCollection form, AgentRef agent)
    {
        var value = new JsonObject { ["version"] = Seen(form) };
        var activity = new Activity
        {
            Type = deed == Deeds.Send ? ActivityTypes.Message : ActivityTypes.Event,
            Name = Deeds.EventOf(deed),
            ChannelId = Channels.Desk,
            From = new() { Id = agent.Id, Name = agent.Name, Role = Roles.Agent },
            Text = deed is Deeds.Send or Deeds.Note ? form["words"].ToString().ReplaceLineEndings("\n").Trim() : null,
        };
        switch (deed)
        {
            case Deeds.Return when form["agreed"].ToString().Trim() is { Length: > 0 } agreed:
                value["agreed"] = agreed;
                break;
            case Deeds.Close:
                if (form["outcome"] is not [("resolved" or "promised" or "referred" or "abandoned") and var outcome]) return null;
                if (form["escalationRight"] is not [("yes" or "no" or "late") and var right]) return null;
                (value["outcome"], value["escalationRight"], value["note"]) = (outcome, right, form["note"].ToString().Trim());
                break;
        }
        return deed == Deeds.Send || activity.Name is not null
            ? activity with { Value = JsonSerializer.SerializeToElement(value) }
            : null;
    }

    // A page with scripts sends what it was built with and what it has shown since; the later counts.
    private static long Seen(IFormCollection form) =>
        form["version"].Concat(form["after"]).Select(v => long.TryParse(v, out var seq) ? seq : 0).DefaultIfEmpty().Max();
}
