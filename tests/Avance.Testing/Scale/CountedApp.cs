using System.Text;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Reports;
using Avance.Functions.Reports.National;
using Avance.Functions.Storage;
using Avance.Testing.Builders;
using Avance.Testing.Drivers;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Testing.Scale;

/// <summary>
/// The real app on an empty storage account, of whose requests to the storage each one is counted. Steps come one after
/// another, and what queues and timers would set off is set off by hand, so that each request belongs to one of them. Between
/// two steps of a person lies more time than the app remembers links: the counts are those of people who take their time.
/// </summary>
public sealed class CountedApp : IAsyncDisposable
{
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromSeconds(11);
    private static readonly DateTimeOffset Morning = TestPlan.WhileOpen.AddHours(9);

    private readonly AppDriver app;
    private readonly RequestCounter counter;
    private readonly BodyShape shape;
    private readonly Dictionary<(int Body, UnitCode Unit), Browser> browsers = [];
    private readonly Dictionary<(int Body, int Activity), int> versions = [];
    private readonly Dictionary<(int Body, int Activity, int Place), EvidenceId> files = [];

    private CountedApp(AppDriver app, RequestCounter counter, BodyShape shape)
    {
        this.app = app;
        this.counter = counter;
        this.shape = shape;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts the app with the plans of so many bodies.</summary>
    public static async Task<CountedApp> StartAsync(string storage, BodyShape shape, int bodies)
    {
        var requests = new RequestCounter();
        var queues = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        var started = await AppDriver.StartAsync(
            storage,
            Morning,
            configure: builder =>
                builder
                    .Services.AddSingleton(
                        new TableServiceClient(storage, requests.In("table", new TableClientOptions()))
                    )
                    .AddSingleton(new BlobServiceClient(storage, requests.In("blob", new BlobClientOptions())))
                    .AddSingleton(new QueueServiceClient(storage, requests.In("queue", queues)))
                    .AddSingleton<IMailTransport>(new FakeMailService())
        );
        await started.Get<StorageInitializer>().ExecuteTask!;
        var plans = new TableServiceClient(storage);
        for (var body = 0; body < bodies; body++)
        {
            await AppDriver.AddAsync(plans, shape.CreatePlan(body));
        }

        // The app reads a plan whole when it first needs it.
        for (var body = 0; body < bodies; body++)
        {
            (
                await started.Secretariat(BodyShape.PlanOf(body)).GetAsync(AppDriver.Plan(BodyShape.PlanOf(body)))
            ).ShouldBeOk();
        }

        return new CountedApp(started, requests, shape);
    }

    /// <summary>Does one step.</summary>
    /// <returns>The requests that it sent.</returns>
    public async Task<IReadOnlyList<StorageRequest>> DoAsync(BodyShape.Step step)
    {
        if (!Operations.IsInBackground(step.Operation))
        {
            app.Clock.Advance(BetweenSteps);
        }

        // A link is made as the secretariat makes it, or a reminder brings it.
        var link = step.Operation == Operations.Enter ? await LinkAsync(step) : "";
        counter.Take();
        await DoAsync(step, link);
        return counter.Take();
    }

    /// <summary>What the timers of the hour do once everything has been sent, for all plans.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<StorageRequest>>> RunTimersAsync(int bodies)
    {
        var counts = new Dictionary<string, IReadOnlyList<StorageRequest>>(StringComparer.Ordinal);
        await CountAsync(Operations.FindDue, () => app.Get<CompileReportsHandler>().RunAsync(Cancel));
        await CountAsync(
            Operations.Compile,
            async () =>
            {
                for (var body = 0; body < bodies; body++)
                {
                    var compiled = await app.Get<ReportRunner>()
                        .RunAsync(BodyShape.PlanOf(body), $"run-{body}", Cancel);
                    compiled.Succeeded(out _, out _).ShouldBeTrue();
                }
            }
        );
        await CountAsync(Operations.Remind, () => app.Get<ReminderPlanner>().RunAsync(Cancel));
        await CountAsync(Operations.Sweep, () => app.Get<EvidenceSweep>().RunAsync(Cancel));
        await CountAsync(Operations.Consolidate, () => app.Get<ConsolidationRunner>().RunAsync("run", Cancel));
        await CountAsync(Operations.LookForMail, () => app.Get<MailSender>().RunAsync(Cancel));
        return counts;

        async Task CountAsync(string operation, Func<Task> run)
        {
            counter.Take();
            await run();
            counts[operation] = counter.Take();
        }
    }

    /// <summary>Sends a file of 9 MiB, which the steps leave out, for an activity of which nothing was sent.</summary>
    public async Task<IReadOnlyList<StorageRequest>> UploadPartsAsync(int body, int activity)
    {
        app.Clock.Advance(BetweenSteps);
        counter.Take();
        var content = Encoding.UTF8.GetBytes(new string('x', (2 * EvidenceLimits.PartBytes) + 1_048_576));
        var id = Guid.NewGuid();
        var parts = content.Chunk(EvidenceLimits.PartBytes).ToList();
        foreach (var (index, part) in parts.Index())
        {
            using var form = Form(id, "archivo.txt", part);
            (
                await Page(body, activity)
                    .SendAsync(HttpMethod.Put, $"{PathOf(body, activity)}/evidence/parts/{index + 1}", content: form)
            ).ShouldBeOk();
        }

        using var close = ApiClient.Json(
            new
            {
                name = "archivo.txt",
                size = content.Length,
                parts = parts.Select(part =>
                    Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(part))
                ),
            }
        );
        close.Headers.Add(EvidenceUpload.UploadIdHeader, $"{id}");
        (
            await Page(body, activity)
                .SendAsync(HttpMethod.Post, $"{PathOf(body, activity)}/evidence/parts", content: close)
        ).ShouldBeOk();
        return counter.Take();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task DoAsync(BodyShape.Step step, string link)
    {
        var (operation, body, activity, place) = step;
        var address = new ProgressAddress(BodyShape.PlanOf(body), TestPlan.Second, new ActivityNumber(activity));
        var path = PathOf(body, activity);
        switch (operation)
        {
            case Operations.Enter:
                browsers[(body, shape.UnitOf(activity))] = await new Browser(app).EnterAsync(link);
                break;
            case Operations.Start:
                await GetAsync(step, "/inicio", "/api/session", $"{WorkOf(step)}");
                break;
            case Operations.Open:
                await GetAsync(
                    step,
                    $"/actividades/{activity}",
                    "/api/session",
                    WorkOf(step),
                    $"{path}/progress",
                    $"{path}/evidence",
                    $"{path}/findings"
                );
                break;
            case Operations.FirstSave or Operations.Save:
                await SaveAsync(step, SentProgress.Draft(Guid.NewGuid(), place, $"Avance {place} de {activity}."));
                break;
            case Operations.Upload:
                files[(body, activity, place)] = await UploadAsync(step);
                break;
            case Operations.Submit:
                await SaveAsync(step, SentProgress.Submission(Guid.NewGuid(), documentsCited: [NumberOf(activity, 0)]));
                break;
            case Operations.Receipt:
                await GetAsync(step, $"/actividades/{activity}/constancia", "/api/session", $"{path}/receipt");
                break;
            case Operations.Read:
                var file = files[(body, activity, place)];
                (await app.Get<EvidenceReading>().ReadAsync(address, file, Cancel)).ShouldBeTrue();
                break;
            case { } when Operations.IsExamination(operation):
                (await app.Get<ClaimExaminer>().ExamineAsync(address, Cancel)).ShouldBeTrue();
                break;
            case Operations.PlanReceipt:
                (await app.Get<ReceiptMails>().PlanAsync(address, Cancel)).ShouldBe(1);
                break;
            case Operations.SendMail:
                (await app.Get<MailSender>().RunAsync(Cancel)).ShouldBe(1);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), operation, null);
        }
    }

    private async Task GetAsync(BodyShape.Step step, params string[] paths)
    {
        foreach (var path in paths)
        {
            (await Page(step.Body, step.Activity).GetAsync(path)).Status.ShouldBe(200, path);
        }
    }

    private async Task SaveAsync(BodyShape.Step step, object body)
    {
        var key = (step.Body, step.Activity);
        var answer = await Page(step.Body, step.Activity)
            .PutAsync($"{PathOf(step.Body, step.Activity)}/progress", versions.GetValueOrDefault(key), body);
        versions[key] = answer.ShouldBeOk().Version;
    }

    private async Task<EvidenceId> UploadAsync(BodyShape.Step step)
    {
        var name = $"informe-{step.Activity:D3}-{step.Place}.txt";
        using var form = Form(Guid.NewGuid(), name, Encoding.UTF8.GetBytes(TextOf(step)));
        var answer = await Page(step.Body, step.Activity)
            .SendAsync(HttpMethod.Post, $"{PathOf(step.Body, step.Activity)}/evidence", content: form);
        return EvidenceId.Parse((string)answer.ShouldBeOk().Json[0]!["id"]!, null);
    }

    private Task<string> LinkAsync(BodyShape.Step step) =>
        Browser.LinkAsync(app, $"{shape.UnitOf(step.Activity)}", $"{TestPlan.Second}", BodyShape.PlanOf(step.Body));

    private ApiClient Page(int body, int activity) => browsers[(body, shape.UnitOf(activity))].Page;

    private static string PathOf(int body, int activity) =>
        $"/api/plans/{BodyShape.PlanOf(body)}/periods/{TestPlan.Second}/activities/{activity}";

    private string WorkOf(BodyShape.Step step) =>
        $"/api/plans/{BodyShape.PlanOf(step.Body)}/periods/{TestPlan.Second}/units/{shape.UnitOf(step.Activity)}/work";

    private static MultipartFormDataContent Form(Guid id, string name, byte[] content)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        form.Headers.Add(EvidenceUpload.UploadIdHeader, $"{id}");
        return form;
    }

    private static string NumberOf(int activity, int place) => $"INFORME N° {activity:D4}{place:D2}-2023-ENTIDAD-OGRH";

    /// <summary>A report with a number and words of its own, the same for each body.</summary>
    private static string TextOf(BodyShape.Step step)
    {
        var random = new Random((step.Activity * 100) + step.Place);
        var words = Enumerable
            .Range(0, 200)
            .Select(_ => new string(random.GetItems("abcdefghilmnoprstuv".ToCharArray(), 7)));
        return $"{NumberOf(step.Activity, step.Place)}\nAsunto: Informe de la actividad\n{string.Join(' ', words)}.\n";
    }
}
