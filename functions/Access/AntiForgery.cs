using Microsoft.AspNetCore.DataProtection;

namespace Avance.Functions.Access;

/// <summary>
/// Tells a change that our own page requests from one that another site makes the browser request: only our page can
/// read the session's token and send it in a header.
/// </summary>
public sealed class AntiForgery(IDataProtectionProvider provider)
{
    public const string Header = "X-Avance-Antiforgery";

    private readonly SignedText text = new(provider, "AntiForgery");

    /// <param name="browserSession">See <see cref="Identity.BrowserSession"/>.</param>
    public string TokenFor(string browserSession) => text.Write(browserSession);

    public bool IsValid(string browserSession, HttpRequest request) =>
        text.Read(request.Headers[Header]) is [var session] && session == browserSession;
}
