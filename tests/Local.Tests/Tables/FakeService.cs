using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Local.Tests.Tables;

/// <summary>A table service that answers what a test tells it, in order, and keeps the requests.</summary>
internal sealed class FakeService : IAsyncDisposable
{
    private readonly Queue<Func<HttpResponse, Task>> answers = new();
    private readonly WebApplication app;

    private FakeService(WebApplication app) => this.app = app;

    public List<FakeRequest> Requests { get; } = [];

    /// <summary>Called for each request before it is answered.</summary>
    public Action? Received { get; set; }

    public Uri Endpoint =>
        new(
            app.Services.GetRequiredService<IServer>()
                .Features.GetRequiredFeature<IServerAddressesFeature>()
                .Addresses.First()
        );

    /// <summary>Retries at once, and accepts the fake's certificate.</summary>
    public static TableClientOptions Options
    {
        get
        {
#pragma warning disable CA5399, CA5400, MA0039, S4830 // Only this fake's own certificate is ever seen.
            var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
#pragma warning restore CA5399, CA5400, MA0039, S4830
            return new TableClientOptions
            {
                Transport = new HttpClientTransport(new HttpClient(handler)),
                Retry = { Delay = TimeSpan.FromMilliseconds(1), Mode = Azure.Core.RetryMode.Fixed },
            };
        }
    }

    public TableClient Table =>
        new TableServiceClient(
            Endpoint,
            new TableSharedKeyCredential("fake", Convert.ToBase64String("key"u8)),
            Options
        ).GetTableClient("Plans");

    public static async Task<FakeService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server =>
            server.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(Certificate()))
        );
        var service = new FakeService(builder.Build());
        service.app.Run(service.AnswerAsync);
        await service.app.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    public void Answer(
        int status,
        string body = "",
        string contentType = "application/json",
        params (string Name, string Value)[] headers
    ) =>
        answers.Enqueue(response =>
        {
            response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                response.Headers[name] = value;
            }

            response.ContentType = body.Length == 0 ? null : contentType;
            return body.Length == 0 ? Task.CompletedTask : response.WriteAsync(body);
        });

    /// <summary>The body of an error.</summary>
    public static string Error(string code, string message) =>
        $"{{\"odata.error\":{{\"code\":\"{code}\",\"message\":{{\"lang\":\"en-US\",\"value\":\"{message}\"}}}}}}";

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        Requests.Add(
            new(
                context.Request.Method,
                context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
                await body.ReadToEndAsync(context.RequestAborted)
            )
        );
        Received?.Invoke();
        await answers.Dequeue()(context.Response);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}

internal sealed record FakeRequest(string Method, string Target, Dictionary<string, string> Headers, string Body);
