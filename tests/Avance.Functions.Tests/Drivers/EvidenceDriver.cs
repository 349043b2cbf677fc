using System.Text;
using System.Text.Json;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence;
using Avance.Functions.Evidence.Fingerprints;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Drivers;

/// <summary>
/// The app whose triggers a test fires by hand, so that it sees each step and may let it crash: upload, read, check.
/// </summary>
public sealed class EvidenceDriver : IAsyncDisposable
{
    private readonly string storage;

    private EvidenceDriver(string storage, AppDriver app, FaultPolicy faults)
    {
        this.storage = storage;
        App = app;
        Faults = faults;
    }

    public AppDriver App { get; }

    /// <summary>Counts the app's requests, and makes one of them fail.</summary>
    public FaultPolicy Faults { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="readers">Read in place of the app's own readers.</param>
    public static Task<EvidenceDriver> StartAsync(
        string storage,
        Plan? plan = null,
        DateTimeOffset? now = null,
        params IDocumentReader[] readers
    ) => StartAsync(storage, plan, now, listens: false, readers);

    /// <summary>The app whose triggers fire by themselves.</summary>
    public static Task<EvidenceDriver> ListenAsync(string storage, IDocumentReader reader) =>
        StartAsync(storage, plan: null, now: null, listens: true, [reader]);

    private static async Task<EvidenceDriver> StartAsync(
        string storage,
        Plan? plan,
        DateTimeOffset? now,
        bool listens,
        IDocumentReader[] readers
    )
    {
        var faults = new FaultPolicy();
        var queues = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        var app = await AppDriver.StartAsync(
            storage,
            now,
            listens: listens,
            configure: builder =>
            {
                // Runs that overtake each other must not wait for each other, however small the machine is.
                builder.Configuration["Reading:AtOnce"] = "8";
                builder
                    .Services.AddSingleton(new TableServiceClient(storage, With(new TableClientOptions(), faults)))
                    .AddSingleton(new BlobServiceClient(storage, With(new BlobClientOptions(), faults)))
                    .AddSingleton(new QueueServiceClient(storage, With(queues, faults)));
                if (readers.Length > 0)
                {
                    builder.Services.AddSingleton(
                        new DocumentReader(readers, new ReadingOptions(), TimeProvider.System)
                    );
                }
            }
        );
        // What the start makes is no step of a test.
        await app.Get<StorageInitializer>().ExecuteTask!;
        // A later start on the same storage finds the plan there.
        if (await app.Get<PlansTable>().FindAsync(TestPlan.Id, Cancel) is null)
        {
            await app.AddAsync(plan ?? new TestPlan().Activity(22).Activity(42).Build());
        }

        return new EvidenceDriver(storage, app, faults);
    }

    public static ProgressAddress Address(int activity) =>
        new(TestPlan.Id, TestPlan.Second, new ActivityNumber(activity));

    public static string Path(int activity) =>
        $"/api/plans/{TestPlan.Id}/periods/2023-II/activities/{activity}/evidence";

    public Task<EvidenceId> UploadAsync(
        int activity,
        string name,
        string text,
        Guid? uploadId = null,
        string by = "OGRH"
    ) => UploadAsync(activity, name, Encoding.UTF8.GetBytes(text), uploadId, by);

    public async Task<EvidenceId> UploadAsync(
        int activity,
        string name,
        byte[] content,
        Guid? uploadId = null,
        string by = "OGRH"
    )
    {
        using var form = new MultipartFormDataContent();
        form.Headers.Add(EvidenceUpload.UploadIdHeader, (uploadId ?? Guid.NewGuid()).ToString());
        form.Add(new ByteArrayContent(content), "file", name);
        var answer = await App.Reporter(by).SendAsync(HttpMethod.Post, Path(activity), content: form);
        return EvidenceId.Parse((string)answer.ShouldBeOk().Json[0]!["id"]!, null);
    }

    /// <summary>Uploads and reads, as the blob trigger does.</summary>
    public async Task<EvidenceId> UploadAndReadAsync(int activity, string name, string text)
    {
        var id = await UploadAsync(activity, name, text);
        await App.Get<EvidenceReading>().ReadAsync(Address(activity), id, Cancel);
        return id;
    }

    public async Task SendAsync(int activity, decimal executed = 10, int? version = 0) =>
        (
            await App.Reporter()
                .PutAsync(AppDriver.Progress(activity), version, SentProgress.Submission(Guid.NewGuid(), executed))
        ).ShouldBeOk();

    public Task<bool> ExamineAsync(int activity) => App.Get<ClaimExaminer>().ExamineAsync(Address(activity), Cancel);

    /// <summary>Does what the queues ask for until they are empty, as their triggers do.</summary>
    /// <returns>How many messages there were.</returns>
    public async Task<int> DrainAsync()
    {
        var messages = 0;
        while (true)
        {
            var before = messages;
            messages += await DrainAsync<ReadingMessage>(
                EvidenceQueue.Name,
                message =>
                    App.Get<EvidenceReading>().ReadAsync(message.Address(), message.EvidenceId(), Cancel, message.Again)
            );
            messages += await DrainAsync<ClaimMessage>(
                ExaminationQueue.Name,
                message => App.Get<ClaimExaminer>().ExamineAsync(message.Address(), Cancel)
            );
            if (messages == before)
            {
                return messages;
            }
        }
    }

    /// <summary>The codes of the findings that are raised for an activity.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(int activity) =>
        [.. (await FindingsAsync(activity)).Select(finding => finding.Id.Code)];

    public async Task<IReadOnlyList<Finding>> FindingsAsync(int activity) =>
        await App.Get<FindingsTable>()
            .ListAsync(Address(activity), Cancel)
            .Select(stored => stored.Finding)
            .Where(finding => finding.IsRaised)
            .ToListAsync(Cancel);

    /// <summary>Every row of the evidence and the findings with all its columns, but for when it was written.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(bool withETags = false)
    {
        var rows = new List<string>();
        foreach (var name in new[] { EvidenceTable.Name, FingerprintIndex.Name, FindingsTable.Name })
        {
            var table = new TableServiceClient(storage).GetTableClient(name);
            await table.CreateIfNotExistsAsync(Cancel);
            await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancel))
            {
                var columns = row.Where(column => withETags || column.Key is not ("odata.etag" or "Timestamp"))
                    .OrderBy(column => column.Key, StringComparer.Ordinal)
                    .Select(column => $"{column.Key}={column.Value}");
                rows.Add($"{name} {string.Join(' ', columns)}");
            }
        }

        return rows;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task<int> DrainAsync<T>(string name, Func<T, Task> handle)
    {
        var queue = new QueueServiceClient(
            storage,
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }
        ).GetQueueClient(name);
        await queue.CreateIfNotExistsAsync(cancellationToken: Cancel);
        var count = 0;
        while ((await queue.ReceiveMessagesAsync(32, cancellationToken: Cancel)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await handle(JsonSerializer.Deserialize<T>(message.Body.ToString(), Json.Options)!);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel);
                count++;
            }
        }

        return count;
    }

    private static T With<T>(T options, FaultPolicy faults)
        where T : ClientOptions
    {
        options.AddPolicy(faults, HttpPipelinePosition.PerCall);
        return options;
    }
}
