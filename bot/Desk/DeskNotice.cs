using Microsoft.AspNetCore.Http.HttpResults;
using TrustBot.Desk.Views;

namespace TrustBot.Desk;

/// <summary>What the desk says when a page cannot be shown: a page for people, problem details for programs and page parts.</summary>
internal static class DeskNotice
{
    public static IResult SignInFirst(HttpContext http) => Say(http, StatusCodes.Status401Unauthorized, "The desk is closed",
        "Sign in with the link printed where the bot was started. Each link works once, for 15 minutes. A restart prints a new one, and a colleague at the desk can invite you.");

    public static IResult LinkUsed(HttpContext http) => Say(http, StatusCodes.Status410Gone, "This link does not open the desk",
        "It was used already, or its 15 minutes are over. Restart the bot to have a new link printed, or ask a colleague at the desk for an invitation.");

    public static IResult SignedOut(HttpContext http) => Say(http, StatusCodes.Status200OK, "You are signed out",
        "To come back, use a new sign-in link: a colleague at the desk can invite you, and a restart of the bot prints one.");

    public static IResult NoSuchConversation(HttpContext http) => Say(http, StatusCodes.Status404NotFound, "There is no such conversation",
        "The address may be cut short, or the conversation was erased. Open it from the inbox instead.", backToInbox: true);

    public static IResult NoSuchPage(HttpContext http) => Say(http, StatusCodes.Status404NotFound, "There is no such page",
        "Everything at the desk is reached from the inbox.", backToInbox: true);

    public static IResult FormTooOld(HttpContext http) => Say(http, StatusCodes.Status400BadRequest, "This form is out of date",
        "Nothing was done. Go back, copy what you wrote, reload the page and try again.", backToInbox: true);

    public static IResult TooLong(HttpContext http) => Say(http, StatusCodes.Status413PayloadTooLarge, "This is too long to send",
        "Nothing was done. Go back and send it in shorter parts.", backToInbox: true);

    public static IResult StoreAway(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "5";
        return Say(http, StatusCodes.Status503ServiceUnavailable, "The conversations cannot be reached just now",
            "It is not certain whether your last step was kept. Go back, look at the conversation, and try again in a moment.", backToInbox: true);
    }

    private static IResult Say(HttpContext http, int status, string title, string text, bool backToInbox = false) =>
        WantsPage(http.Request)
            ? new RazorComponentResult<Notice>(new { Title = title, Text = text, BackToInbox = backToInbox }) { StatusCode = status }
            : TypedResults.Problem(title: title, detail: text, statusCode: status);

    private static bool WantsPage(HttpRequest request) =>
        !request.IsHtmx() && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a script on the page asks for a part of it, not the browser for a page.</summary>
    public static bool IsHtmx(this HttpRequest request) => request.Headers.ContainsKey("HX-Request");
}
