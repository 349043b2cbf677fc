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
    // How long a cancelled function, and then the worker, may take to end.
    private static readonly TimeSpan CancelTime = TimeSpan.FromSeconds(5);

    private readonly FunctionsHostOptions options;
    private readonly HostConfiguration configuration;
    private readonly ServiceProvider logging;
    private WebApplication? rpc;
    private WorkerSupervisor? workers;
    private HostedTriggers? triggers;
    private WebApplication? front;
    private Task? stopping;

    private FunctionAppHost(FunctionsHostOptions options)
    {
        this.options = options;
        configuration = new HostConfiguration(options);
        logging = new ServiceCollection().AddLogging(ConfigureLogging).BuildServiceProvider();
    }

    /// <summary>Where HTTP is served.</summary>
    public Uri Address => AddressOf(front!);

    private ILoggerFactory Loggers => logging.GetRequiredService<ILoggerFactory>();

    /// <summary>Starts a host, and returns when it serves its functions.</summary>
    /// <exception cref="InvalidOperationException">The app cannot be run; the message says why.</exception>
    /// <exception cref="TimeoutException">The worker does not answer.</exception>
    /// <exception cref="WorkerLostException">The worker ended at once.</exception>
    public static async Task<FunctionAppHost> StartAsync(
        FunctionsHostOptions options,
        CancellationToken cancellationToken = default
    )
    {
        var host = new FunctionAppHost(options);
        try
        {
            await host.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Accepts no new requests and events, lets running functions end, and ends the worker.</summary>
    public Task StopAsync() => stopping ??= StopOnceAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        // The worker first, so that callers of a function that does not end fail instead of waiting.
        foreach (IAsyncDisposable? part in new IAsyncDisposable?[] { workers, triggers, front, rpc, logging })
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        rpc = BuildRpc();
        await rpc.StartAsync(cancellationToken);
        workers = new WorkerSupervisor(
            options,
            AddressOf(rpc),
            rpc.Services.GetRequiredService<PendingWorkers>(),
            Loggers
        );
        var functions = await workers.StartAsync(cancellationToken);
        triggers = new HostedTriggers(functions, workers, configuration, Loggers);
        Function[] served =
        [
            .. functions.Where(function =>
                function.TriggerType == "httpTrigger" && !configuration.IsDisabled(function.Name)
            ),
        ];
        front = BuildFront();
        var http = front.Services.GetRequiredService<HttpFunctions>();
        ((IEndpointRouteBuilder)front).DataSources.Add(
            new DefaultEndpointDataSource([.. AdminEndpoints.Create(triggers), .. served.Select(http.EndpointOf)])
        );
        // HTTP first: most likely the process was started for a request that is waiting.
        await front.StartAsync(cancellationToken);
        await triggers.StartAsync(cancellationToken);
        var logger = Loggers.CreateLogger<FunctionAppHost>();
        foreach (
            var line in served
                .Select(function =>
                    $"{function.Name}: [{string.Join(',', HttpFunctions.Methods(function))}] {Address}{http.RouteOf(function)}"
                )
                .Concat(triggers.Descriptions)
        )
        {
            Log.Function(logger, line);
        }
    }

    private async Task StopOnceAsync()
    {
        using var timeout = new CancellationTokenSource(options.ShutdownTimeout);
        try
        {
            await Task.WhenAll(
                    front?.StopAsync(timeout.Token) ?? Task.CompletedTask,
                    triggers?.StopAsync(options.ShutdownTimeout) ?? Task.CompletedTask
                )
                .WaitAsync(options.ShutdownTimeout + CancelTime);
        }
        catch (TimeoutException)
        {
            // A function that ignores its cancellation ends with the worker.
        }

        if (workers is not null)
        {
            await workers.StopAsync(CancelTime);
        }
    }

    private void ConfigureLogging(ILoggingBuilder builder)
    {
        builder
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddFilter("Grpc", LogLevel.Warning)
            .AddFilter("Yarp", LogLevel.Warning)
            .AddFilter("Microsoft.Azure.WebJobs", LogLevel.Warning)
            .AddConfiguration(configuration.HostJson("logging"))
            // A blob or queue that does not exist yet is no fault.
            .AddFilter("Azure.Core", LogLevel.Error)
            // The failure of a function is logged by the function's own category.
            .AddFilter("Host.Results", LogLevel.None);
        options.ConfigureLogging(builder);
    }

    private WebApplication BuildRpc()
    {
        var builder = CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)
        );
        builder.Services.AddSingleton<PendingWorkers>();
        builder.Services.AddGrpc(grpc =>
            grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = WorkerStart.LongestMessage
        );
        var app = builder.Build();
        app.MapGrpcService<EventStreamService>();
        return app;
    }

    private WebApplication BuildFront()
    {
        var builder = CreateBuilder();
        builder.WebHost.UseUrls(options.Address.ToString());
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Limits.MaxRequestBodySize = HttpFunctions.BodyLimitOf(configuration)
        );
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton(workers!);
        builder.Services.AddSingleton(configuration);
        builder.Services.AddSingleton<HttpFunctions>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeout);
        return builder.Build();
    }

    private WebApplicationBuilder CreateBuilder()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(Loggers);
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
