using Yarp.ReverseProxy.Forwarder;

namespace Avance.FunctionsHost.Http;

/// <summary>Tells the worker which invocation a request belongs to, and who sent it.</summary>
internal sealed class WorkerTransformer(string invocationId) : HttpTransformer
{
    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext,
        HttpRequestMessage proxyRequest,
        string destinationPrefix,
        CancellationToken cancellationToken
    )
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        // Values from the client are overwritten, since the worker trusts these headers.
        Set(proxyRequest, "x-ms-invocation-id", invocationId);
        Set(proxyRequest, "X-Forwarded-For", $"{httpContext.Connection.RemoteIpAddress}");
        Set(proxyRequest, "X-Forwarded-Host", $"{httpContext.Request.Host}");
        Set(proxyRequest, "X-Forwarded-Proto", httpContext.Request.Scheme);
        proxyRequest.Headers.Remove("X-Forwarded-Prefix");
        proxyRequest.Headers.Host = null;
    }

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }
}
