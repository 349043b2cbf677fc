using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Avance.FunctionsHost.Worker;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Avance.Testing;

/// <summary>A worker that lives in the process of the tests, so that they reach its services. There may be many.</summary>
public sealed class InProcessWorker : IWorker
{
    // Below the ports that the system gives to connections: those may be taken between the choice of a port and its use.
    private const int FirstPort = 20_000;
    private const int LastPort = 32_000;

    private static int lastPort = FirstPort + (Environment.ProcessId * 97 % (LastPort - FirstPort));

    private readonly IHost host;

    private InProcessWorker(IHost host)
    {
        this.host = host;
        Ended = host.WaitForShutdownAsync();
    }

    public Task Ended { get; }

    /// <summary>
    /// Has workers of this process take their functions from an assembly other than that of the tests. Call it before the
    /// first is built: the worker looks into the entry assembly and the environment of the process.
    /// </summary>
    public static void UseApp(Assembly app)
    {
        Assembly.SetEntryAssembly(app);
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", AppContext.BaseDirectory);
        Environment.SetEnvironmentVariable("FUNCTIONS_WORKER_DIRECTORY", AppContext.BaseDirectory);
        // Each of many hosts would watch its settings files otherwise, and the system has few watchers.
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
    }

    /// <summary>Lets the builder of a worker connect to a host. The worker serves HTTP on a port of its own.</summary>
    public static void Connect(FunctionsApplicationBuilder builder, WorkerStart start)
    {
        builder.Configuration.AddInMemoryCollection(start.Configuration);
        var port = NextPort();
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.Configure<WorkerOptions>(worker =>
            worker.Capabilities["HttpUri"] = $"http://127.0.0.1:{port}/"
        );
    }

    /// <summary>Starts a worker that was connected when it was built.</summary>
    public static async Task<InProcessWorker> StartAsync(IHost host, CancellationToken cancellationToken)
    {
        await host.StartAsync(cancellationToken);
        return new InProcessWorker(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        await Ended;
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private static int NextPort()
    {
        while (true)
        {
            var port = FirstPort + (Interlocked.Increment(ref lastPort) % (LastPort - FirstPort));
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
    }
}
