using System.Net;
using System.Net.Http.Headers;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace Microsoft.Graph;

/// <summary>Makes HTTP clients that retry. A client made otherwise does not.</summary>
public static class GraphClientFactory
{
    public const string Global_Cloud = "Global";

    public static HttpClient Create(
        GraphClientOptions? graphClientOptions = null,
        string version = "v1.0",
        string nationalCloud = Global_Cloud,
        IWebProxy? proxy = null,
        HttpMessageHandler? finalHandler = null
    ) => Create(CreateDefaultHandlers(graphClientOptions), version, nationalCloud, proxy, finalHandler);

    /// <summary>Makes a client of handlers of the caller's own, in this order.</summary>
    public static HttpClient Create(
        IEnumerable<DelegatingHandler> handlers,
        string version = "v1.0",
        string nationalCloud = Global_Cloud,
        IWebProxy? proxy = null,
        HttpMessageHandler? finalHandler = null,
        bool disposeHandler = true
    )
    {
        var pipeline =
            finalHandler
            ?? new SocketsHttpHandler
            {
                Proxy = proxy,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            };
        foreach (var handler in handlers.Reverse())
        {
            handler.InnerHandler = pipeline;
            pipeline = handler;
        }

        var client = new HttpClient(pipeline, disposeHandler)
        {
            BaseAddress = new Uri($"{HostOf(nationalCloud)}/{version}/"),
            Timeout = TimeSpan.FromSeconds(100),
        };
        client.DefaultRequestHeaders.CacheControl = new CacheControlHeaderValue { NoCache = true, NoStore = true };
        return client;
    }

    public static IList<DelegatingHandler> CreateDefaultHandlers(GraphClientOptions? graphClientOptions = null) =>
        [new RetryHandler()];

    private static string HostOf(string nationalCloud) =>
        nationalCloud switch
        {
            Global_Cloud => "https://graph.microsoft.com",
            _ => throw new ArgumentException(
                $"{nationalCloud} is an unexpected national cloud.",
                nameof(nationalCloud)
            ),
        };
}
