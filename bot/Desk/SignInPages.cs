using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using TrustBot.Desk.Views;

namespace TrustBot.Desk;

/// <summary>In by a one-time link, out by a button, and inviting a colleague.</summary>
internal static class SignInPages
{
    public static void MapSignIn(this IEndpointRouteBuilder desk)
    {
        // Opening the link takes nothing, because mail scanners and previews open links too.
        desk.MapGet("/sign-in", (HttpContext http, DeskSignIn links, string? code) =>
            links.IsOpen(code) ? Form(code, null) : DeskNotice.LinkUsed(http));

        desk.MapPost("/sign-in", async (HttpContext http, DeskSignIn links) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            string? code = form["code"];
            if (DeskAgent.Name(form["name"]) is not { } name)
                return links.IsOpen(code)
                    ? Form(code, $"Write a name of 1 to {DeskAgent.LongestName} visible letters.")
                    : DeskNotice.LinkUsed(http);
            if (!links.Take(code)) return DeskNotice.LinkUsed(http);

            // Whoever signs in again before the old sign-in ends stays the same agent and keeps their conversations.
            var earlier = await http.AuthenticateAsync(DeskAgent.Scheme);
            var id = earlier.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) ?? DeskAgent.NewId();
            await http.SignInAsync(DeskAgent.Scheme, DeskAgent.Principal(new(id, name)), new() { IsPersistent = true });
            return Results.Redirect("/desk");
        });
    }

    public static void MapInvitations(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/invite", (HttpContext http, DeskSignIn links) =>
        {
            var link = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{links.CreateLink()}";
            return http.Request.IsHtmx()
                ? new RazorComponentResult<Invite>(new { Link = link })
                : DeskPages.Show(http, invitation: link);
        });

        desk.MapPost("/sign-out", async (HttpContext http, AgentsOnline online) =>
        {
            online.SignedOut(DeskAgent.Of(http.User).Id);
            await http.SignOutAsync(DeskAgent.Scheme);
            return DeskNotice.SignedOut(http);
        });
    }

    private static RazorComponentResult<SignIn> Form(string? code, string? fault) =>
        new RazorComponentResult<SignIn>(new { Code = code, Fault = fault })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}
