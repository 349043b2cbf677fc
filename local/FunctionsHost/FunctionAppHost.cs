using Avance.FunctionsHost.Http;
using Avance.FunctionsHost.Triggers;
using Avance.FunctionsHost.Worker;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Avance.FunctionsHost;

/// <summary>
/// A Functions host for one app: starts its isolated worker, serves its HTTP functions, and fires its timers, queues and
/// blobs.
/// </summary>
public sealed partial class FunctionAppHost : IAsyncDisposable
{
    private readonly FunctionsHostOptions options;
    private readonly ServiceProvider logging;
    private readonly ILogger logger;
    private readonly WebApplication rpc;
    private readonly WorkerSupervisor workers;
    private HostedTriggers? triggers;
    private WebApplication? front;
    private bool isStopped;

    private FunctionAppHost(FunctionsHostOptions options, ServiceProvider logging, WebApplication rpc)
    {
        this.options = options;
        this.logging = logging;
        this.rpc = rpc;
        logger = Loggers.CreateLogger<FunctionAppHost>();
        workers = new WorkerSupervisor(
            options,
            AddressOf(rpc),
            rpc.Services.GetRequiredService<WorkerLobby>(),
            Loggers
        );
    }

    /// <summary>Where HTTP is served.</summary>
    public Uri Address => AddressOf(front!);

    /// <summary>The functions that were loaded and where each listens, one line each.</summary>
    public IReadOnlyList<string> Functions { get; private set; } = [];

    private ILoggerFactory Loggers => logging.GetRequiredService<ILoggerFactory>();

    /// <summary>Starts a host, and returns when it serves its functions.</summary>
    /// <exception cref="InvalidOperationException">The app cannot be run: what is wrong is said.</exception>
    /// <exception cref="TimeoutException">The worker does not answer.</exception>
    public static async Task<FunctionAppHost> StartAsync(
        FunctionsHostOptions options,
        CancellationToken cancellationToken = default
    )
    {
        var configuration = new HostConfiguration(options);
        var services = new ServiceCollection()
            .AddLogging(builder =>
            {
                builder
                    .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
                    .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
                    .AddFilter("Grpc", LogLevel.Warning)
                    .AddFilter("Yarp", LogLevel.Warning)
                    .AddFilter("Microsoft.Azure.WebJobs", LogLevel.Warning)
                    .AddConfiguration(configuration.HostJson("logging"))
                    // A blob or queue that is not there yet is no news.
                    .AddFilter("Azure.Core", LogLevel.Error)
                    // The failure of a function is logged by the function's own category.
                    .AddFilter("Host.Results", LogLevel.None);
                options.ConfigureLogging(builder);
            })
            .BuildServiceProvider();
        var server = BuildRpc(services);
        await server.StartAsync(cancellationToken);
        var host = new FunctionAppHost(options, services, server);
        try
        {
            await host.StartAsync(configuration, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes nothing new, lets what is in flight end, and ends the worker. A second call does nothing.</summary>
    public async Task StopAsync()
    {
        if (isStopped)
        {
            return;
        }

        isStopped = true;
        using var timeout = new CancellationTokenSource(options.ShutdownTimeout);
        await Task.WhenAll(
            front?.StopAsync(timeout.Token) ?? Task.CompletedTask,
            triggers?.StopAsync(options.ShutdownTimeout) ?? Task.CompletedTask
        );
        await workers.StopAsync(options.ShutdownTimeout);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (front is not null)
        {
            await front.DisposeAsync();
        }

        if (triggers is not null)
        {
            await triggers.DisposeAsync();
        }

        await workers.DisposeAsync();
        await rpc.DisposeAsync();
        await logging.DisposeAsync();
    }

    private async Task StartAsync(HostConfiguration configuration, CancellationToken cancellationToken)
    {
        var functions = await workers.StartAsync(cancellationToken);
        triggers = new HostedTriggers(functions, workers, configuration, Loggers);
        front = BuildFront(functions, triggers, configuration);
        await front.StartAsync(cancellationToken);
        await triggers.StartAsync(cancellationToken);
        foreach (var function in Functions)
        {
            Log.Function(logger, function);
        }
    }

    private static WebApplication BuildRpc(ServiceProvider logging)
    {
        var builder = CreateBuilder(logging);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)
        );
        builder.Services.AddSingleton<WorkerLobby>();
        builder.Services.AddGrpc(grpc =>
            grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = WorkerStart.LongestMessage
        );
        var app = builder.Build();
        app.MapGrpcService<EventStreamService>();
        return app;
    }

    private WebApplication BuildFront(
        IReadOnlyList<Function> functions,
        HostedTriggers triggers,
        HostConfiguration configuration
    )
    {
        var builder = CreateBuilder(logging);
        builder.WebHost.UseUrls(options.Address.ToString());
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton(workers);
        builder.Services.AddSingleton(configuration);
        builder.Services.AddSingleton<HttpFunctions>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeout);
        var app = builder.Build();
        var http = app.Services.GetRequiredService<HttpFunctions>();
        app
            .Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<KestrelServerOptions>>()
            .Value.Limits.MaxRequestBodySize = http.BodyLimit;
        Function[] served =
        [
            .. functions.Where(function =>
                function.TriggerType == "httpTrigger" && !configuration.IsDisabled(function.Name)
            ),
        ];
        ((IEndpointRouteBuilder)app).DataSources.Add(
            new DefaultEndpointDataSource([.. AdminEndpoints.Create(triggers), .. served.Select(http.EndpointOf)])
        );
        Functions =
        [
            .. served.Select(function =>
                $"{function.Name}: [{string.Join(',', HttpFunctions.Methods(function))}] {options.Address}{http.RouteOf(function)}"
            ),
            .. triggers.Descriptions(),
        ];
        return app;
    }

    private static WebApplicationBuilder CreateBuilder(ServiceProvider logging)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(logging.GetRequiredService<ILoggerFactory>());
        return builder;
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Function}")]
        public static partial void Function(ILogger logger, string function);
    }
}
