using System.Net;
using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>What SendGrid answered, read whole.</summary>
public class Response(HttpStatusCode statusCode, HttpContent responseBody, HttpResponseHeaders responseHeaders)
{
    public HttpStatusCode StatusCode { get; set; } = statusCode;

    public bool IsSuccessStatusCode => (int)StatusCode is >= 200 and <= 299;

    /// <summary>Empty when the mail was queued, else JSON with <c>errors</c>.</summary>
    public HttpContent Body { get; set; } = responseBody;

    /// <summary><c>X-Message-Id</c> is the beginning of the message id that events carry.</summary>
    public HttpResponseHeaders Headers { get; set; } = responseHeaders;
}
