using System.Security.Cryptography;

namespace TrustBot.Pages;

/// <summary>What a page may do, said to the browser: nothing but what is named here.</summary>
internal static class PageGuard
{
    // Web Chat adds one empty style element without the nonce. This is the hash of nothing: an empty one may stand, no other.
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    /// <summary>For pages whose scripts are ours. Returns the nonce Web Chat puts on its own styles.</summary>
    public static string Scripted(HttpContext http)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        // Older browsers do not count a page's own WebSocket as 'self'.
        var socket = http.Request.IsHttps ? $" wss://{http.Request.Host}" : "";
        Say(http, $"default-src 'none'; connect-src 'self' blob:{socket}; img-src 'self' blob: data:; script-src 'self'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; form-action 'none'");
        return nonce;
    }

    /// <summary>For pages without scripts.</summary>
    public static void Plain(HttpContext http) =>
        Say(http, "default-src 'none'; img-src 'self'; style-src 'self'; frame-src 'self'; form-action 'self'");

    private static void Say(HttpContext http, string policy)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = $"{policy}; base-uri 'none'; frame-ancestors 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
    }
}
