using Avance.Functions.Access;
using Microsoft.AspNetCore.Http;

namespace Avance.Functions.Tests.Access;

public sealed class RequestOriginTests
{
    private static readonly Uri Own = new("https://avance.example/");

    [Theory]
    [InlineData("GET", "cross-site", "https://evil.example", true)]
    [InlineData("HEAD", "cross-site", null, true)]
    [InlineData("POST", "same-origin", null, true)]
    // A form of a page that sends no referrer.
    [InlineData("POST", "same-origin", "null", true)]
    [InlineData("POST", "cross-site", "https://avance.example", false)]
    [InlineData("PUT", "same-site", null, false)]
    [InlineData("DELETE", "none", null, false)]
    [InlineData("POST", "", null, false)]
    [InlineData("OPTIONS", "cross-site", null, false)]
    [InlineData("POST", null, null, true)]
    [InlineData("POST", null, "https://avance.example", true)]
    [InlineData("POST", null, "https://avance.example:8443", false)]
    [InlineData("POST", null, "http://avance.example", false)]
    [InlineData("POST", null, "https://avance.example.evil.example", false)]
    [InlineData("POST", null, "null", false)]
    [InlineData("POST", null, "", false)]
    public void IsOwn_RequestOfABrowser_IsAsItsHeadersSay(string method, string? site, string? origin, bool expected)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        if (site is not null)
        {
            request.Headers["Sec-Fetch-Site"] = site;
        }

        if (origin is not null)
        {
            request.Headers.Origin = origin;
        }

        RequestOrigin.IsOwn(request, [Own]).ShouldBe(expected);
    }

    [Fact]
    public void IsOwn_SeveralValues_IsNotOurs()
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "POST";
        request.Headers["Sec-Fetch-Site"] = new(["same-origin", "cross-site"]);

        RequestOrigin.IsOwn(request, [Own]).ShouldBeFalse();
    }
}
