using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Tests.Drivers;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Storage;

/// <summary>What the start of the app makes. Which names those are: House/StorageTests.</summary>
public sealed class StorageInitializerTests(AzuriteFixture azurite)
{
    // Far longer than it takes on any machine: a start that never ends fails, and does not hang.
    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(5);

    private readonly string storage = azurite.NewAccount();
    private readonly FaultPolicy faults = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_NewAccount_MakesAllThatTheAppUses()
    {
        await using var app = await StartAsync();

        await app.Get<StorageInitializer>().ExecuteTask!;

        var names = app.Get<IEnumerable<StorageNames>>().ToList();
        (await TablesAsync()).ShouldBe(
            names.SelectMany(stage => stage.Tables.Concat(stage.ReportTables)),
            ignoreOrder: true
        );
        (await QueuesAsync()).ShouldBeSubsetOf(names.SelectMany(stage => stage.Queues));
        names.SelectMany(stage => stage.Queues).Except(await QueuesAsync()).ShouldBeEmpty();
        names.SelectMany(stage => stage.Containers).Except(await ContainersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_SecondTime_WritesNothing()
    {
        await using (var first = await StartAsync())
        {
            await first.Get<StorageInitializer>().ExecuteTask!;
        }

        faults.Reset();
        await using var second = await StartAsync();
        await second.Get<StorageInitializer>().ExecuteTask!;

        faults.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task Start_StorageThatDoesNotTakeIt_TriesAgain()
    {
        var refused = new TaskCompletionSource();
        faults.BeforeWrite = _ =>
        {
            refused.TrySetResult();
            throw new RequestFailedException(503, "The storage is down.");
        };
        await using var app = await StartAsync();
        await refused.Task.WaitAsync(Generous, Cancel);
        (await app.As(null).GetAsync("/api/health")).ShouldBeOk();
        app.Get<StorageInitializer>().ExecuteTask!.IsCompleted.ShouldBeFalse();

        faults.BeforeWrite = null;
        var made = app.Get<StorageInitializer>().ExecuteTask!.WaitAsync(Generous, Cancel);
        while (!made.IsCompleted)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(20, Cancel);
        }

        await made;

        app.Get<IEnumerable<StorageNames>>()
            .SelectMany(stage => stage.Queues)
            .Except(await QueuesAsync())
            .ShouldBeEmpty();
    }

    /// <summary>The message of a claim that was sent is what has it examined soon.</summary>
    [Fact]
    public async Task Send_ToAQueueThatIsNoLongerThere_MakesItAgain()
    {
        await using var app = await StartAsync();
        await app.Get<StorageInitializer>().ExecuteTask!;
        var queue = new QueueClient(storage, ExaminationQueue.Name);
        await queue.DeleteAsync(Cancel);

        await app.Get<ExaminationQueue>().EnqueueAsync(EvidenceDriver.Address(34), Cancel);

        (await queue.PeekMessagesAsync(1, Cancel)).Value.ShouldHaveSingleItem();
    }

    private Task<AppDriver> StartAsync() =>
        AppDriver.StartAsync(
            storage,
            configure: builder =>
                builder
                    .Services.AddSingleton(new TableServiceClient(storage, With(new TableClientOptions())))
                    .AddSingleton(new BlobServiceClient(storage, With(new BlobClientOptions())))
                    .AddSingleton(new QueueServiceClient(storage, With(new QueueClientOptions())))
        );

    private T With<T>(T options)
        where T : ClientOptions
    {
        options.AddPolicy(faults, HttpPipelinePosition.PerCall);
        return options;
    }

    private async Task<List<string>> TablesAsync() =>
        await new TableServiceClient(storage)
            .QueryAsync(cancellationToken: Cancel)
            .Select(table => table.Name)
            .ToListAsync(Cancel);

    private async Task<List<string>> QueuesAsync() =>
        await new QueueServiceClient(storage)
            .GetQueuesAsync(cancellationToken: Cancel)
            .Select(queue => queue.Name)
            .ToListAsync(Cancel);

    private async Task<List<string>> ContainersAsync() =>
        await new BlobServiceClient(storage)
            .GetBlobContainersAsync(cancellationToken: Cancel)
            .Select(container => container.Name)
            .ToListAsync(Cancel);
}
