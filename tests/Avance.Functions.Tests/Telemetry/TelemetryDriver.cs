using System.Text;
using Avance.Functions.Access;
using Avance.Functions.Evidence;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Reports;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Telemetry;
using Avance.Functions.Tests.Drivers;
using Avance.Testing.Telemetry;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Avance.Functions.Tests.Telemetry;

/// <summary>The app whose triggers fire by themselves, and a receiver that it exports to.</summary>
internal sealed class TelemetryDriver : IAsyncDisposable
{
    /// <summary>The trace that the page begins.</summary>
    public const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    private const string Reporter = "unit-reporter plan-de-prueba OGRH";
    private const string Name = "Quispe";
    private const string Address = "ana.secreta@entidad.example";
    private const string BadAddress = "luis.secreto@entidad.example";
    private const string FileName = "Lista de Rosa Mamani.txt";
    private const string Narrative = "La señora Quispe dictó el taller secreto.";

    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    private readonly FakeMailService mails = new();
    private readonly HashSet<string> secrets =
    [
        Name,
        "Mamani",
        "Persona ana",
        Address,
        BadAddress,
        "entidad.example",
        "secreta",
        "secreto",
        "señora",
        Convert.ToBase64String(Encoding.UTF8.GetBytes(FileName)),
        "token-que-no-vale",
        "clave=",
    ];

    private TelemetryDriver(OtlpReceiver receiver) => Receiver = receiver;

    public OtlpReceiver Receiver { get; }

    public AppDriver App { get; private set; } = null!;

    /// <summary>What people wrote, who they are, and what lets them in.</summary>
    public IReadOnlyCollection<string> Secrets => secrets;

    /// <summary>The names of all queues.</summary>
    public IEnumerable<string> Queues =>
        App.Get<IEnumerable<StorageNames>>().SelectMany(names => names.Queues).Distinct();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="reads">False leaves files unread.</param>
    public static async Task<TelemetryDriver> StartAsync(string storage, bool reads = true)
    {
        var driver = new TelemetryDriver(await OtlpReceiver.StartAsync());
        driver.App = await AppDriver.StartAsync(
            storage,
            listens: reads,
            configure: builder =>
            {
                builder.Configuration.AddInMemoryCollection(driver.Receiver.Settings);
                builder.AddTelemetry();
                builder.Services.AddSingleton<IMailTransport>(driver.mails);
            }
        );
        driver.mails.Before = mail =>
        {
            if (mail.To.ToString() == BadAddress)
            {
                throw new InvalidOperationException($"{Name} <{BadAddress}> is not taken.");
            }
        };
        await driver.App.Get<StorageInitializer>().ExecuteTask!;
        await driver.App.AddAsync(
            new TestPlan().Activity(34).Activity(35).Contacts("OGRH", Address, BadAddress).Build()
        );
        return driver;
    }

    /// <summary>Uploads a file and sends the progress that it proves, as a page does.</summary>
    public async Task SubmitAsync()
    {
        await UploadAsync(Trace);
        await SpanAsync("read evidence");
        await PutAsync();
    }

    public async Task UploadAsync(string trace)
    {
        using var form = new MultipartFormDataContent();
        form.Headers.Add(EvidenceUpload.UploadIdHeader, Guid.NewGuid().ToString());
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes($"INFORME N° 12\n{Narrative}")), "file", FileName);
        (
            await As(trace).SendAsync(HttpMethod.Post, $"{EvidenceDriver.Path(34)}?clave={Name}", content: form)
        ).ShouldBeOk();
    }

    public async Task PutAsync()
    {
        var sent = SentProgress.Submission(Guid.NewGuid(), 5, narrative: Narrative, problems: Name);
        (await As(Trace).PutAsync(AppDriver.Progress(34), 0, sent)).ShouldBeOk();
    }

    /// <summary>Sends the receipts, one of which cannot be.</summary>
    public async Task SendMailsAsync()
    {
        await SpanAsync("plan receipt");
        await FireAsync("SendMail");
        await SpanAsync("function SendMail", trace: null);
        mails.Taken.Count.ShouldBe(1);
    }

    public async Task CompileAsync()
    {
        await FireAsync("CompileReports");
        await SpanAsync("compiled into report");
        await SpanAsync("compile reports", trace: null);
    }

    /// <summary>
    /// Comes by a link, without one, and with a message that cannot be read; asks a service that does not answer.
    /// </summary>
    public async Task FailAsync()
    {
        using var client = new HttpClient();
        await Should.ThrowAsync<HttpRequestException>(() =>
            client.GetAsync(new Uri($"http://127.0.0.1:9/secreto?clave={Name}"), Cancel)
        );
        var token = await Browser.LinkAsync(App);
        secrets.Add(token);
        var browser = await new Browser(App).EnterAsync(token);
        secrets.Add(browser.Cookie[(browser.Cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        secrets.Add(browser.AntiForgery);
        (await browser.PressAsync("token-que-no-vale")).Status.ShouldBe(403);
        (await App.As(null).GetAsync($"{AppDriver.Plan()}?clave={Name}")).Status.ShouldBe(401);
        await App.Get<QueueServiceClient>()
            .GetQueueClient(ExaminationQueue.Poison)
            .SendMessageAsync($"{Name} {Address}", Cancel);
        await PointAsync("avance.messages.failed");
    }

    /// <summary>Fires a timer as an operator does.</summary>
    public async Task FireAsync(string timer) =>
        (await App.As(null).PostAsync($"/admin/functions/{timer}", null, "{}")).Status.ShouldBe(202);

    /// <summary>Waits for a span.</summary>
    /// <param name="trace">Of which trace; null for any.</param>
    public Task<ExportedSpan> SpanAsync(
        string name,
        Func<ExportedSpan, bool>? isWanted = null,
        string? trace = Trace
    ) =>
        WaitAsync(
            () =>
                Receiver.Spans.FirstOrDefault(span =>
                    span.Name == name && (trace ?? span.Trace) == span.Trace && isWanted?.Invoke(span) != false
                ),
            () => $"{name}, in: {string.Join(", ", Receiver.Spans.Select(span => $"{span.Trace[..4]} {span.Name}"))}"
        );

    /// <summary>Waits for a value of a metric.</summary>
    public Task<ExportedPoint> PointAsync(string metric) =>
        WaitAsync(() => Receiver.Points.FirstOrDefault(point => point.Metric == metric), () => metric);

    /// <summary>Exports what has been recorded.</summary>
    public void Flush()
    {
        App.Get<TracerProvider>().ForceFlush();
        App.Get<MeterProvider>().ForceFlush();
        App.Get<LoggerProvider>().ForceFlush();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    private ApiClient As(string trace) =>
        App.With(
            (DevelopmentSignIn.Header, Reporter),
            ("traceparent", $"00-{trace}-00f067aa0ba902b7-01"),
            ("tracestate", $"form={Name}"),
            ("baggage", $"unit={Name}")
        );

    private async Task<T> WaitAsync<T>(Func<T?> find, Func<string> what)
        where T : class
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        over.CancelAfter(MaxWait);
        while (true)
        {
            Flush();
            if (find() is { } found)
            {
                return found;
            }

            over.IsCancellationRequested.ShouldBeFalse(what());
            await Task.Delay(100, Cancel);
        }
    }
}
