using Avance.Testing;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Local.Tests.Functions;

/// <summary>A host in this process with some functions of the test app, on a free port.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly IHost host;
    private bool stopped;

    private TestHost(IHost host, Probe probe, string storage, CollectedLogs logs)
    {
        this.host = host;
        Probe = probe;
        Storage = storage;
        Logs = logs;
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Client = new HttpClient { BaseAddress = new Uri(address.Addresses.First()) };
    }

    public Probe Probe { get; }

    public string Storage { get; }

    public CollectedLogs Logs { get; }

    public HttpClient Client { get; }

    public BlobContainerClient HostContainer => Container("azure-webjobs-hosts");

    public static async Task<TestHost> StartAsync(
        string storage,
        string[] functions,
        Action<FunctionsApplicationBuilder>? configure = null,
        Probe? probe = null,
        TimeProvider? clock = null,
        params (string Key, string Value)[] settings
    )
    {
        probe ??= new Probe();
        var (builder, logs) = Prepare(storage, functions, settings);
        builder.Services.AddSingleton(probe);
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        configure?.Invoke(builder);
        var built = builder.Build();
        await built.StartAsync(TestContext.Current.CancellationToken);
        return new TestHost(built, probe, storage, logs);
    }

    /// <summary>For tests of what Build itself says.</summary>
    public static (FunctionsApplicationBuilder Builder, CollectedLogs Logs) Prepare(
        string storage,
        string[] functions,
        params (string Key, string Value)[] settings
    )
    {
        var logs = new CollectedLogs();
        var builder = FunctionsApplication.CreateBuilder([
            "--urls",
            "http://127.0.0.1:0",
            "--environment",
            Environments.Development,
        ]);
        builder.ConfigureFunctionsWebApplication();
        builder.Configuration.AddInMemoryCollection(
            functions
                .Select((name, i) => KeyValuePair.Create($"AzureFunctionsJobHost:functions:{i}", (string?)name))
                .Append(KeyValuePair.Create("AzureWebJobsStorage", (string?)storage))
                .Append(
                    KeyValuePair.Create("AzureFunctionsJobHost:extensions:blobs:pollingInterval", (string?)"00:00:00.1")
                )
                .Append(
                    KeyValuePair.Create(
                        "AzureFunctionsJobHost:extensions:queues:maxPollingInterval",
                        (string?)"00:00:00.2"
                    )
                )
                .Concat(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
        );
        builder.Logging.ClearProviders().AddProvider(logs);
        return (builder, logs);
    }

    public BlobContainerClient Container(string name) => new(Storage, name);

    public QueueClient Queue(string name) => new(Storage, name);

    public async Task<HttpResponseMessage> GetAsync(string path) =>
        await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<HttpResponseMessage> PostAsync(string path, HttpContent? content = null) =>
        await Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);

    /// <summary>Waits until a timer listens: it has written its schedule then.</summary>
    public Task TimerIsReadyAsync(string function) =>
        Eventually.TrueAsync(
            async () =>
                await HostContainer
                    .GetBlobClient($"timers/local-tests/{function}/status")
                    .ExistsAsync(TestContext.Current.CancellationToken),
            $"{function} listens"
        );

    public async Task StopAsync()
    {
        stopped = true;
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!stopped)
        {
            await host.StopAsync(CancellationToken.None);
        }

        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
