using System.Reflection;
using Avance.Functions;
using Avance.Functions.Access;
using Avance.Functions.Evidence;
using Avance.Functions.Plans;
using Avance.Functions.Storage;
using Avance.FunctionsHost;
using Avance.FunctionsHost.Worker;
using Avance.Testing.Builders;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Avance.Testing.Drivers;

/// <summary>
/// The real app behind a Functions host, both in this process, on a free port of the loopback address and a storage
/// account of its own.
/// </summary>
public sealed class AppDriver : IAsyncDisposable
{
    private const string NeverSchedule = "0 0 0 29 2 *";

    private static readonly string[] Triggered =
    [
        .. HttpFunction
            .FunctionMethods.Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name)
            .Except(HttpFunction.All.Select(function => function.Name), StringComparer.Ordinal),
    ];

    private readonly FunctionAppHost host;
    private readonly IServiceProvider services;

    // What a browser would do by itself is the test's to do.
    private readonly SocketsHttpHandler connections = new() { AllowAutoRedirect = false, UseCookies = false };

    static AppDriver() => InProcessWorker.UseApp(typeof(AvanceApp).Assembly);

    private AppDriver(FunctionAppHost host, IServiceProvider services, FakeTimeProvider clock)
    {
        this.host = host;
        this.services = services;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public Uri Address => host.Address;

    /// <summary>Where every address of the API begins.</summary>
    public static string Plan(PlanId? plan = null) => $"/api/plans/{plan ?? TestPlan.Id}";

    public static string Progress(int activity, string period = "2023-II", PlanId? plan = null) =>
        $"{Plan(plan)}/periods/{period}/activities/{activity}/progress";

    /// <summary>Has the app trust the platform's header, as where its authentication is on.</summary>
    public static void SignIn(FunctionsApplicationBuilder builder)
    {
        builder.Configuration["Access:TrustPlatformAuthentication"] = "true";
        builder.Configuration["WEBSITE_AUTH_ENABLED"] = "True";
    }

    /// <param name="storage">A connection string.</param>
    /// <param name="now">What the clock shows; while the second period of <see cref="TestPlan"/> is open unless said otherwise.</param>
    /// <param name="environment">The name of the host's environment.</param>
    /// <param name="listens">True lets queues and blobs run too, and timers, whose schedules no test lives to see.</param>
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
        var clock = new FakeTimeProvider((now ?? TestPlan.WhileOpen.AddTicks(1_234_567)).ToUniversalTime());
        IServiceProvider? started = null;
        var listening = await FunctionAppHost.StartAsync(
            new FunctionsHostOptions
            {
                AppDirectory = AppContext.BaseDirectory,
                Address = new Uri("http://127.0.0.1:0"),
                Settings = Settings(storage, listens).ToDictionary(StringComparer.Ordinal),
                StartWorker = async (start, cancellationToken) =>
                {
                    var app = Build(storage, clock, environment, configure, start);
                    started = app.Services;
                    return await InProcessWorker.StartAsync(app, cancellationToken);
                },
            },
            TestContext.Current.CancellationToken
        );
        return new AppDriver(listening, started!, clock);
    }

    /// <summary>The app, not started.</summary>
    /// <param name="storage">A connection string.</param>
    /// <param name="clock">What the app takes for the time.</param>
    /// <param name="environment">The name of the host's environment.</param>
    /// <param name="configure">Changes the app before it is built.</param>
    /// <param name="start">The host that it is for; null if it is never started.</param>
    public static IHost Build(
        string storage,
        TimeProvider clock,
        string environment = "Development",
        Action<FunctionsApplicationBuilder>? configure = null,
        WorkerStart? start = null
    )
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Environment.EnvironmentName = environment;
        // The builder has looked at the environment before: what it does in Development is done here.
        var validates = builder.Environment.IsDevelopment();
        builder.ConfigureContainer(
            new DefaultServiceProviderFactory(
                new ServiceProviderOptions { ValidateOnBuild = validates, ValidateScopes = validates }
            )
        );
        builder.Services.AddSingleton(clock);
        builder.AddAvance();
        builder.Configuration.AddInMemoryCollection(Settings(storage, listens: false));
        builder.Logging.ClearProviders();
        configure?.Invoke(builder);
        if (start is not null)
        {
            InProcessWorker.Connect(builder, start);
        }

        return builder.Build();
    }

    private static IEnumerable<KeyValuePair<string, string?>> Settings(string storage, bool listens) =>
        [
            new("AzureWebJobsStorage", storage),
            new("DataStorage", storage),
            new($"EventGrid:{EvidenceBlobs.Container}", EvidenceEvents.Queue),
            new("AzureFunctionsWebHost:hostid", "avance-tests"),
            // As in local.settings.sample.json.
            new("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "115343360"),
            // Shorter than on any server: tests wait for what is found there.
            new("AzureFunctionsJobHost:extensions:queues:maxPollingInterval", "00:00:00.400"),
            new("AzureFunctionsJobHost:extensions:blobs:pollingInterval", "00:00:00.250"),
            new("Reports:Schedule", NeverSchedule),
            new("Reports:NationalSchedule", NeverSchedule),
            new("Evidence:SweepSchedule", NeverSchedule),
            new("Reminders:Schedule", NeverSchedule),
            new("Reminders:SendSchedule", NeverSchedule),
            .. Triggered.Select(name =>
                KeyValuePair.Create($"AzureWebJobs.{name}.Disabled", (string?)(!listens).ToString())
            ),
        ];

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <param name="caller">As <see cref="DevelopmentSignIn"/> reads it; null does not sign in.</param>
    public ApiClient As(string? caller) => caller is null ? With() : With((DevelopmentSignIn.Header, caller));

    /// <summary>A client that sends these headers with each request.</summary>
    public ApiClient With(params IEnumerable<(string Name, string Value)> headers)
    {
        var client = new HttpClient(connections, disposeHandler: false)
        {
            BaseAddress = Address,
            Timeout = TimeSpan.FromMinutes(5),
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
        await host.DisposeAsync();
    }
}
