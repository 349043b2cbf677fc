using System.Globalization;
using Avance.Functions.Http;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Access;

/// <summary>
/// Keeps each session in an encrypted cookie, which any instance can read. Each request looks the link up again, so
/// that revoking it ends the session.
/// </summary>
public sealed class Sessions(
    IDataProtectionProvider provider,
    ActiveLinkCache links,
    DeveloperMachine machine,
    TimeProvider clock,
    IOptions<AccessOptions> options
)
{
    /// <summary>Browsers take this name only over HTTPS, for one host and all its paths.</summary>
    public const string SecureCookie = "__Host-avance";

    /// <summary>On a developer's machine there is no HTTPS.</summary>
    public const string PlainCookie = "avance";

    private readonly SignedText text = new(provider, "Session");

    /// <summary>Starts a session of the browser.</summary>
    public void Start(HttpContext http, FormLink link)
    {
        var until = clock.GetUtcNow().AddHours(options.Value.SessionHours);
        var expires = until < link.Expires ? until : link.Expires;
        var id = FormLink.NewId();
        var ticks = expires.UtcTicks.ToString(CultureInfo.InvariantCulture);
        // It has no date of expiry: closing the browser ends it as well.
        http.Response.Cookies.Append(
            CookieName(http),
            text.Write(id, link.Plan.ToString(), link.Id, ticks),
            CookieOptions(http)
        );
    }

    /// <summary>Ends the session in the browser.</summary>
    public void End(HttpContext http) => http.Response.Cookies.Delete(CookieName(http), CookieOptions(http));

    /// <returns>The session of the request; null if there is none, or it has ended.</returns>
    public async Task<Session?> FindAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (
            text.Read(http.Request.Cookies[CookieName(http)]) is not [var id, var name, var linkId, var ticks]
            || !PlanId.TryParse(name, null, out var plan)
        )
        {
            return null;
        }

        var expires = new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);
        return
            clock.GetUtcNow() < expires
            && await links.FindAsync(plan, linkId, cancellationToken) is { } link
            && MayUse(http, link)
            ? new Session(id, link, expires)
            : null;
    }

    /// <summary>A link to the secretariat's desk works on a developer's machine and nowhere else.</summary>
    public bool MayUse(HttpContext http, FormLink link) => link.Unit is not null || machine.IsHere(http);

    private string CookieName(HttpContext http) => machine.IsHere(http) ? PlainCookie : SecureCookie;

    private CookieOptions CookieOptions(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            Secure = !machine.IsHere(http),
            SameSite = SameSiteMode.Strict,
            IsEssential = true,
        };
}
