using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Storage;
using Avance.Functions.Tests.Drivers;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Faults;

/// <summary>An app whose storage a test has fail, with a plan of three activities of one unit, of which each has a draft.</summary>
internal sealed class FaultyApp : IAsyncDisposable
{
    public static readonly int[] Activities = [1, 2, 3];

    private readonly Dictionary<int, (Guid Submission, Guid Upload)> ids = Activities.ToDictionary(
        activity => activity,
        _ => (Guid.NewGuid(), Guid.NewGuid())
    );

    private FaultyApp(StorageProxy proxy, AppDriver app, FakeMailService mails)
    {
        Proxy = proxy;
        App = app;
        Mails = mails;
    }

    public StorageProxy Proxy { get; }

    public AppDriver App { get; }

    public FakeMailService Mails { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<FaultyApp> StartAsync(string storage)
    {
        var proxy = await StorageProxy.StartAsync(storage);
        var mails = new FakeMailService();
        var queues = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        var app = await AppDriver.StartAsync(
            proxy.ConnectionString,
            TestPlan.WhileOpen.AddHours(10),
            configure: builder =>
                builder
                    .Services.AddSingleton(
                        new TableServiceClient(proxy.ConnectionString, Quick(new TableClientOptions()))
                    )
                    .AddSingleton(new BlobServiceClient(proxy.ConnectionString, Quick(new BlobClientOptions())))
                    .AddSingleton(new QueueServiceClient(proxy.ConnectionString, Quick(queues)))
                    .AddSingleton<IMailTransport>(mails)
        );
        await app.Get<StorageInitializer>().ExecuteTask!;
        var plan = new TestPlan().Contacts("OGRH", "enlace@ogrh.example");
        await app.AddAsync(Activities.Aggregate(plan, (one, activity) => one.Activity(activity)).Build());
        var faulty = new FaultyApp(proxy, app, mails);
        foreach (var activity in Activities)
        {
            (
                await app.Reporter().PutAsync(AppDriver.Progress(activity), 0, SentProgress.Draft(Guid.NewGuid(), 1))
            ).ShouldBeOk();
        }

        return faulty;
    }

    /// <summary>Sends an activity's progress on top of its draft, each time as the same submission.</summary>
    public Task<Answer> SubmitAsync(int activity) =>
        App.Reporter().PutAsync(AppDriver.Progress(activity), 1, SentProgress.Submission(ids[activity].Submission));

    /// <summary>Sends an activity's file, each time as the same upload.</summary>
    public async Task<Answer> UploadAsync(int activity)
    {
        using var form = new MultipartFormDataContent();
        form.Headers.Add(EvidenceUpload.UploadIdHeader, $"{ids[activity].Upload}");
        form.Add(
            new StringContent($"INFORME N° 00021{activity}-2023-MIMP-ODTH\nSe hizo lo previsto."),
            "file",
            "informe.txt"
        );
        return await App.Reporter().SendAsync(HttpMethod.Post, EvidenceDriver.Path(activity), content: form);
    }

    /// <summary>What the app's timers and queues would do.</summary>
    public async Task RunBackgroundAsync()
    {
        await App.Get<ReminderPlanner>().RunAsync(Cancel);
        await App.Get<MailSender>().RunAsync(Cancel);
        await App.Get<EvidenceSweep>().RunAsync(Cancel);
    }

    /// <summary>Everything is there once, as its receipt says, and goes on as if nothing had been.</summary>
    public async Task ShouldBeCompleteAsync()
    {
        foreach (var activity in Activities)
        {
            var repeated = (await SubmitAsync(activity)).ShouldBeOk();
            (repeated.Version, repeated.State).ShouldBe((2, "submitted"));
            var versions = await App.Reporter().GetAsync($"{AppDriver.Progress(activity)}/versions");
            versions.ShouldBeOk().Json.AsArray().Count.ShouldBe(1);
            var files = (await App.Reporter().GetAsync(EvidenceDriver.Path(activity))).ShouldBeOk().Json.AsArray();
            var receipt = await App.Reporter()
                .GetAsync($"{AppDriver.Plan()}/periods/2023-II/activities/{activity}/receipt");
            receipt.ShouldBeOk();
            receipt["evidence"]!
                .AsArray()
                .Select(file => $"{file!["name"]} {file["sha256"]}")
                .ShouldBe([$"informe.txt {files.ShouldHaveSingleItem()!["sha256"]}"]);
            await ShouldBeExaminedOnceAsync(activity, EvidenceId.Parse((string)files[0]!["id"]!, null));
        }

        // A message for each submission, which may have come or not, and the timer that looks for lost ones.
        await App.Get<ReceiptMails>().PlanAsync(EvidenceDriver.Address(1), Cancel);
        await RunBackgroundAsync();
        await RunBackgroundAsync();
        Mails.Taken.Count(mail => $"{mail.To}" == "enlace@ogrh.example").ShouldBe(Activities.Length);
    }

    public async ValueTask DisposeAsync()
    {
        Proxy.Decide = _ => StorageFault.None;
        await App.DisposeAsync();
        await Proxy.DisposeAsync();
    }

    private async Task ShouldBeExaminedOnceAsync(int activity, EvidenceId file)
    {
        var address = EvidenceDriver.Address(activity);
        await App.Get<EvidenceReading>().ReadAsync(address, file, Cancel);
        (await App.Get<EvidenceReading>().ReadAsync(address, file, Cancel)).ShouldBeFalse();
        await App.Get<ClaimExaminer>().ExamineAsync(address, Cancel);
        (await App.Get<ClaimExaminer>().ExamineAsync(address, Cancel)).ShouldBeFalse();
    }

    /// <summary>Tries as often as the app does, with pauses and patience that a test can wait for.</summary>
    private static T Quick<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(1);
        return options;
    }
}
