using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Avance.FunctionsHost.Protocol;
using Avance.FunctionsHost.Worker;
using Microsoft.AspNetCore.Routing.Patterns;
using Yarp.ReverseProxy.Forwarder;

namespace Avance.FunctionsHost.Http;

/// <summary>
/// Serves the functions with an HTTP trigger. Each request is sent to the worker twice, as an invocation and as a forwarded
/// HTTP request; the worker matches the two by the invocation's id.
/// </summary>
internal sealed partial class HttpFunctions(
    WorkerSupervisor workers,
    IHttpForwarder forwarder,
    HostConfiguration configuration,
    ILoggerFactory loggers
) : IDisposable
{
    // Setting and default of the Functions host.
    private const string BodyLimitSetting = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT";
    private const long DefaultBodyLimit = 104_857_600;

    private static readonly ForwarderRequestConfig ForwarderConfig = new()
    {
        // The client decides how long it waits for a function.
        ActivityTimeout = TimeSpan.FromMinutes(30),
        Version = HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    private readonly HttpMessageInvoker client = new(
        new SocketsHttpHandler
        {
            ConnectCallback = WorkerConnection.OpenAsync,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            // As Kestrel reads them.
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        }
    );

    private readonly long bodyLimit = BodyLimitOf(configuration);

    /// <summary>The longest body in bytes.</summary>
    public static long BodyLimitOf(HostConfiguration configuration) =>
        configuration.Values[BodyLimitSetting] is { Length: > 0 } text
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : DefaultBodyLimit;

    /// <summary>The path of a function, without a slash before it.</summary>
    public string RouteOf(Function function) =>
        $"{configuration.HostJson("extensions:http:routePrefix").Value ?? "api"}/{function.Text("route") ?? function.Name}".TrimStart(
            '/'
        );

    public RouteEndpoint EndpointOf(Function function)
    {
        var logger = loggers.CreateLogger($"Function.{function.Name}");
        return new RouteEndpoint(
            http => ServeAsync(function, logger, http),
            RoutePatternFactory.Parse(RouteOf(function)),
            order: 0,
            new EndpointMetadataCollection(new HttpMethodMetadata(Methods(function))),
            function.Name
        );
    }

    public void Dispose() => client.Dispose();

    public static IEnumerable<string> Methods(Function function) =>
        function.Trigger.TryGetProperty("methods", out var methods)
            ? [.. methods.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())]
            : [];

    private async Task ServeAsync(Function function, ILogger logger, HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        var succeeded = false;
        using var trace = StartTrace(http.Request);
        try
        {
            if (await BufferAsync(http))
            {
                succeeded = await ForwardAsync(function, logger, http);
            }
        }
        finally
        {
            // Query and path are not logged: they may hold link tokens and names.
            var outcome = succeeded ? "Succeeded" : "Failed";
            var elapsed = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            Log.Served(logger, function.Name, outcome, http.Response.StatusCode, elapsed);
        }
    }

    private async Task<bool> ForwardAsync(Function function, ILogger logger, HttpContext http)
    {
        var channel = await workers.ChannelAsync(http.RequestAborted);
        var invocationId = Guid.NewGuid().ToString();
        var input = new TypedData { Http = new RpcHttp() };
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var invocation = channel.InvokeAsync(function, input, Metadata(http), invocationId, cancel.Token);
        var forwarded = await forwarder.SendAsync(
            http,
            channel.HttpAddress!.ToString(),
            client,
            ForwarderConfig,
            new WorkerTransformer(invocationId),
            http.RequestAborted
        );
        try
        {
            if (forwarded != ForwarderError.None)
            {
                // The function may wait for the rest of the body, which does not come.
                await cancel.CancelAsync();
            }

            await invocation;
            if (forwarded == ForwarderError.None)
            {
                return true;
            }
        }
        catch (Exception error) when (error is FunctionFailedException or WorkerLostException)
        {
            Log.Failed(logger, error, function.Name);
        }
        catch (OperationCanceledException)
        {
            // Cancelled by the client, or above.
        }

        Fail(http);
        return false;
    }

    /// <summary>
    /// The trace that the worker continues: that of the client, or a new one. As on the Functions host with
    /// <c>"telemetryMode": "OpenTelemetry"</c> it is recorded.
    /// </summary>
    private static Activity StartTrace(HttpRequest request)
    {
        var trace = new Activity("request").SetIdFormat(ActivityIdFormat.W3C);
        if (ActivityContext.TryParse(request.Headers.TraceParent, null, out var client))
        {
            trace.SetParentId(client.TraceId, client.SpanId);
        }

        trace.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        return trace.Start();
    }

    /// <summary>
    /// Reads a body whose length is known into memory, as the Functions host does. A chunked body is forwarded as it comes.
    /// </summary>
    /// <returns>False if it is too long: the Functions host answers 500 with no body then.</returns>
    private async Task<bool> BufferAsync(HttpContext http)
    {
        if (http.Request.ContentLength is not { } length)
        {
            return true;
        }

        if (length > bodyLimit)
        {
            Fail(http);
            // The server closes the connection, since the body is not read: the client must not reuse it.
            http.Response.Headers.Connection = "close";
            return false;
        }

        // A stream that grows would take twice the memory; pages that were not written to take none yet.
        var body = new MemoryStream((int)length);
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        body.Position = 0;
        http.Request.Body = body;
        return true;
    }

    // Parameters of a function other than its trigger are bound by these names.
    private static IEnumerable<KeyValuePair<string, TypedData>> Metadata(HttpContext http) =>
        http
            .Request.Query.Select(pair => (pair.Key, Value: $"{pair.Value}"))
            .Concat(
                http.Request.RouteValues.Where(pair => pair.Value is not null)
                    .Select(pair => (pair.Key, Value: $"{pair.Value}"))
            )
            .Select(pair => KeyValuePair.Create(pair.Key, new TypedData { String = pair.Value }));

    // As the Functions host answers every failure.
    private static void Fail(HttpContext http)
    {
        if (!http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Function} {Outcome}, answered {Status} in {Elapsed} ms")]
        public static partial void Served(ILogger logger, string function, string outcome, int status, long elapsed);

        [LoggerMessage(2, LogLevel.Error, "{Function} failed")]
        public static partial void Failed(ILogger logger, Exception error, string function);
    }
}
