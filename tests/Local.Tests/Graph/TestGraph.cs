using Avance.Testing;
using Microsoft.Graph;

namespace Local.Tests.Graph;

/// <summary>
/// Clients that believe to talk to Graph, and whose connections end at a service on loopback: the token is only sent to
/// the hosts of Graph.
/// </summary>
internal static class TestGraph
{
    public static readonly string[] Scopes = ["https://graph.microsoft.com/.default"];

    public static GraphServiceClient Client(LoopbackService service, TestCredential? credential = null) =>
        new(Http(service), credential ?? new TestCredential(), Scopes);

    public static HttpClient Http(LoopbackService service) =>
        GraphClientFactory.Create(finalHandler: new Redirected(service.Address));

    private sealed class Redirected(Uri target) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            request.RequestUri = new Uri(target, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
