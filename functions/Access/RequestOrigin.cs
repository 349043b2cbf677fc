namespace Avance.Functions.Access;

/// <summary>Whether a change was requested by one of our own pages.</summary>
public static class RequestOrigin
{
    /// <param name="addresses">Where browsers reach the app.</param>
    /// <returns>False for a change that a page of another site, or of no site, asks for.</returns>
    public static bool IsOwn(HttpRequest request, params IEnumerable<Uri> addresses)
    {
        if (!IsChange(request))
        {
            return true;
        }

        // Browsers set both headers, pages cannot: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
        {
            return site == "same-origin";
        }

        // Programs other than browsers send neither header, and no user's cookies.
        return request.Headers.Origin is not { Count: > 0 } origin
            || addresses.Any(address => origin == address.GetLeftPart(UriPartial.Authority));
    }

    public static bool IsChange(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
}
