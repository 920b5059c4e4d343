using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using TrustBot.Channels.DirectLine;

namespace TrustBot.Pages;

/// <summary>Which conversation a browser without scripts is in: kept in a signed cookie that only we can read.</summary>
internal sealed class PlainVisit(IDataProtectionProvider protection)
{
    private const string Cookie = "trustbot-plain";
    private readonly IDataProtector _protector = protection.CreateProtector("TrustBot.Pages.PlainVisit");

    /// <summary>The conversation; null when there is none, or the cookie is not ours.</summary>
    public string? Read(HttpRequest request)
    {
        if (request.Cookies[Cookie] is not { Length: > 0 } sealedId) return null;
        try
        {
            return _protector.Unprotect(sealedId);
        }
        catch (CryptographicException)
        {
            // Forged, or sealed by a key ring that is gone: the visit begins anew.
            return null;
        }
    }

    public string Begin(HttpContext http)
    {
        var id = $"pg-{Pass.Random(18)}";
        http.Response.Cookies.Append(Cookie, _protector.Protect(id), Options(http));
        return id;
    }

    public static void End(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = "/plain",
        IsEssential = true,
    };
}
