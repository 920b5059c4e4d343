using Microsoft.AspNetCore.Antiforgery;
using TrustBot.Storage;

namespace TrustBot.Desk;

/// <summary>What holds for every page of the desk: its headers, no forged posts, and plain words when the store is away.</summary>
internal sealed class DeskGuard(IAntiforgery antiforgery) : IEndpointFilter
{
    internal const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private const long LargestPost = 64 * 1024;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        Seal(http.Response);
        try
        {
            if (HttpMethods.IsPost(http.Request.Method))
            {
                if (http.Request.ContentLength is null or > LargestPost) return DeskNotice.TooLong(http);
                if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http)) return DeskNotice.FormTooOld(http);
            }
            return await next(context);
        }
        catch (StoreUnavailableException)
        {
            return DeskNotice.StoreAway(http);
        }
    }

    /// <summary>Nothing of the desk is cached, framed, sniffed, referred to, or runs what is not ours.</summary>
    public static void Seal(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
    }
}
