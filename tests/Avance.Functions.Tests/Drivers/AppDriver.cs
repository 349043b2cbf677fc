using Avance.Functions.Access;
using Avance.Functions.Plans;
using Avance.Functions.Tests.Builders;
using Avance.Testing;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Tests.Drivers;

/// <summary>The real app in this process, on a free port of the loopback address and a storage account of its own.</summary>
public sealed class AppDriver : IAsyncDisposable
{
    private readonly IHost host;

    // What a browser would do by itself is the test's to do.
    private readonly SocketsHttpHandler connections = new() { AllowAutoRedirect = false, UseCookies = false };

    private AppDriver(IHost host, ManualTimeProvider clock)
    {
        this.host = host;
        Clock = clock;
        var server = host.Services.GetRequiredService<IServer>();
        Address = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public ManualTimeProvider Clock { get; }

    public Uri Address { get; }

    /// <summary>Where every address of the API begins.</summary>
    public static string Plan(PlanId? plan = null) => $"/api/plans/{plan ?? TestPlan.Id}";

    public static string Progress(int activity, string period = "2023-II", PlanId? plan = null) =>
        $"{Plan(plan)}/periods/{period}/activities/{activity}/progress";

    /// <param name="storage">A connection string.</param>
    /// <param name="now">What the clock shows; while the second period of <see cref="TestPlan"/> is open unless said otherwise.</param>
    /// <param name="environment">The name of the host's environment.</param>
    /// <param name="listens">True lets timers and queues run too: the timers by the clock, which stands still.</param>
    /// <param name="configure">Changes the app before it is built.</param>
    public static async Task<AppDriver> StartAsync(
        string storage,
        DateTimeOffset? now = null,
        string environment = "Development",
        bool listens = false,
        Action<FunctionsApplicationBuilder>? configure = null
    )
    {
        // No round instant: what is stored must keep every digit of it.
        var clock = new ManualTimeProvider(now ?? TestPlan.WhileOpen.AddTicks(1_234_567));
        var app = Build(storage, clock, environment, listens, configure);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new AppDriver(app, clock);
    }

    /// <summary>The app, not started.</summary>
    public static IHost Build(
        string storage,
        TimeProvider clock,
        string environment = "Development",
        bool listens = false,
        Action<FunctionsApplicationBuilder>? configure = null
    )
    {
        var builder = FunctionsApplication.CreateBuilder([
            "--urls",
            "http://127.0.0.1:0",
            "--environment",
            environment,
        ]);
        builder.Services.AddSingleton(clock);
        builder.AddAvance();
        builder.Configuration.AddInMemoryCollection([
            KeyValuePair.Create("AzureWebJobsStorage", (string?)storage),
            // Shorter than any person's patience, and tests wait for what is found there.
            KeyValuePair.Create("AzureFunctionsJobHost:extensions:queues:maxPollingInterval", (string?)"00:00:00.400"),
            KeyValuePair.Create("AzureFunctionsJobHost:extensions:blobs:pollingInterval", (string?)"00:00:00.250"),
            KeyValuePair.Create("Reports:Schedule", (string?)"0 0 0 29 2 *"),
            KeyValuePair.Create("Evidence:SweepSchedule", (string?)"0 0 0 29 2 *"),
            KeyValuePair.Create("Reminders:Schedule", (string?)"0 0 0 29 2 *"),
            KeyValuePair.Create("Reminders:SendSchedule", (string?)"0 0 0 29 2 *"),
            KeyValuePair.Create("AzureWebJobs.PlanReminders.Disabled", (string?)(!listens).ToString()),
            KeyValuePair.Create("AzureWebJobs.SendMail.Disabled", (string?)(!listens).ToString()),
            KeyValuePair.Create("AzureWebJobs.CompileReports.Disabled", (string?)(!listens).ToString()),
            KeyValuePair.Create("AzureWebJobs.CompilePlanReports.Disabled", (string?)(!listens).ToString()),
            KeyValuePair.Create("AzureWebJobs.ReadEvidence.Disabled", (string?)(!listens).ToString()),
            KeyValuePair.Create("AzureWebJobs.GiveUpEvidence.Disabled", (string?)(!listens).ToString()),
            KeyValuePair.Create("AzureWebJobs.ReadEvidenceAgain.Disabled", (string?)(!listens).ToString()),
            KeyValuePair.Create("AzureWebJobs.GiveUpReading.Disabled", (string?)(!listens).ToString()),
            KeyValuePair.Create("AzureWebJobs.CheckClaim.Disabled", (string?)(!listens).ToString()),
            KeyValuePair.Create("AzureWebJobs.SweepEvidence.Disabled", (string?)(!listens).ToString()),
        ]);
        builder.Logging.ClearProviders();
        configure?.Invoke(builder);
        return builder.Build();
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <param name="caller">As <see cref="DevelopmentSignIn"/> reads it; null does not sign in.</param>
    public ApiClient As(string? caller) => caller is null ? With() : With((DevelopmentSignIn.Header, caller));

    /// <summary>A client that sends these headers with each request.</summary>
    public ApiClient With(params IEnumerable<(string Name, string Value)> headers)
    {
        var client = new HttpClient(connections, disposeHandler: false)
        {
            BaseAddress = Address,
            Timeout = TimeSpan.FromSeconds(30),
        };
        foreach (var (name, value) in headers)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }

        return new ApiClient(client);
    }

    public ApiClient Secretariat(PlanId? plan = null) => As($"secretariat {plan ?? TestPlan.Id}");

    public ApiClient Reporter(string unit = "OGRH") => As($"unit-reporter {TestPlan.Id} {unit}");

    /// <summary>Stores a plan as its first import does.</summary>
    public Task AddAsync(Plan plan) => AddAsync(Get<TableServiceClient>(), plan);

    /// <inheritdoc cref="AddAsync(Plan)"/>
    public static async Task AddAsync(TableServiceClient service, Plan plan)
    {
        var entry = new AuditEntry(plan.Id, "import", TestPlan.Opens, "dev:secretariat", "import");
        (
            await new PlansTable(service).ImportAsync(null, plan, entry, TestContext.Current.CancellationToken)
        ).ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        connections.Dispose();
        await host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
