using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Avance.Testing;

/// <summary>
/// The network between an app and its storage account, on ports of the loopback address: it passes everything on, unless a test
/// has it fail. The app's clients are its own, whatever process it runs in.
/// </summary>
public sealed partial class StorageProxy : IAsyncDisposable
{
    private readonly List<WebApplication> services = [];
    private readonly HttpMessageInvoker client = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
        }
    );

    private StorageProxy() { }

    /// <summary>The connection string of the account behind the proxy.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Decides about each request; is called for several at once.</summary>
    public Func<HttpRequest, StorageFault> Decide { get; set; } = _ => StorageFault.None;

    /// <param name="storage">A connection string of an Azurite.</param>
    public static async Task<StorageProxy> StartAsync(string storage)
    {
        var proxy = new StorageProxy();
        var connection = storage;
        foreach (var endpoint in Endpoint.Matches(storage).Select(match => match.Value))
        {
            connection = connection.Replace(endpoint, await proxy.ListenAsync(endpoint), StringComparison.Ordinal);
        }

        proxy.ConnectionString = connection;
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in services)
        {
            await service.DisposeAsync();
        }

        client.Dispose();
    }

    private async Task<string> ListenAsync(string target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Services.AddHttpForwarder();
        var web = builder.Build();
        web.Urls.Add("http://127.0.0.1:0");
        var forwarder = web.Services.GetRequiredService<IHttpForwarder>();
        web.Run(context => AnswerAsync(context, forwarder, target));
        await web.StartAsync();
        services.Add(web);
        return web.Urls.Single();
    }

    private async Task AnswerAsync(HttpContext context, IHttpForwarder forwarder, string target)
    {
        switch (Decide(context.Request))
        {
            case StorageFault.ServerBusy:
                await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "ServerBusy");
                return;
            case StorageFault.TooManyRequests:
                await RefuseAsync(context, StatusCodes.Status429TooManyRequests, "TooManyRequests");
                return;
            case StorageFault.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            case StorageFault.LoseAnswer:
                var answer = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
                context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null, answer));
                await ForwardAsync(context, forwarder, target);
                context.Abort();
                return;
            default:
                await ForwardAsync(context, forwarder, target);
                return;
        }
    }

    private async Task ForwardAsync(HttpContext context, IHttpForwarder forwarder, string target) =>
        await forwarder.SendAsync(context, target, client, ForwarderRequestConfig.Empty, AsItCame.Transformer);

    /// <summary>The body is read first: a client that still sends would see a broken connection in place of the answer.</summary>
    private static async Task RefuseAsync(HttpContext context, int status, string code)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.StatusCode = status;
        context.Response.Headers["x-ms-error-code"] = code;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.None, 1_000)]
    private static partial Regex Endpoint { get; }

    /// <summary>The address goes on letter by letter, since it is signed.</summary>
    private sealed class AsItCame : HttpTransformer
    {
        public static readonly AsItCame Transformer = new();

        private static readonly UriCreationOptions AsItIs = new()
        {
            DangerousDisablePathAndQueryCanonicalization = true,
        };

        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext,
            HttpRequestMessage proxyRequest,
            string destinationPrefix,
            CancellationToken cancellationToken
        )
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            var raw = httpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            proxyRequest.RequestUri = new Uri(destinationPrefix + raw, AsItIs);
        }
    }
}
