using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence;
using Avance.Functions.Plans;
using Avance.Functions.Tests.Drivers;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Evidence;

/// <summary>More files than the instance can read at once.</summary>
public sealed class ReadingAtOnceTests(AzuriteFixture azurite)
{
    private static readonly ProgressAddress Address = new(TestPlan.Id, TestPlan.Second, new ActivityNumber(22));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_OneAtOnce_TheOtherWaitsInTheQueueAndIsReadAllTheSame()
    {
        var begun = new SemaphoreSlim(0);
        var go = new TaskCompletionSource();
        var reader = new FakeReader(async _ =>
        {
            begun.Release();
            await go.Task;
            return new ReadOutcome.Unreadable(ReadTrouble.Empty, "no text");
        });
        await using var app = await StartAsync(reader);
        var first = await UploadAsync(app);
        var second = await UploadAsync(app);
        var reading = app.Get<EvidenceReading>();

        var one = reading.ReadAsync(Address, first, Cancel);
        await begun.WaitAsync(Cancel);
        var other = reading.ReadAsync(Address, second, Cancel);
        // It waits in the function for a minute, and no function may take long.
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await other).ShouldBeFalse();

        (await StateAsync(app, second)).ShouldBe(EvidenceState.Received);
        reader.Pages.Count.ShouldBe(1);
        go.SetResult();
        (await one).ShouldBeTrue();
        var waiting = await app.Get<QueueServiceClient>().GetQueueClient(EvidenceQueue.Name).GetPropertiesAsync(Cancel);
        waiting.Value.ApproximateMessagesCount.ShouldBe(1);
        (await reading.ReadAsync(Address, second, Cancel)).ShouldBeTrue();
        (await StateAsync(app, second)).ShouldBe(EvidenceState.Unreadable);
    }

    [Fact]
    public async Task Read_CancelledWhileItWaits_LeavesTheFileToBeRead()
    {
        var begun = new SemaphoreSlim(0);
        var go = new TaskCompletionSource();
        var reader = new FakeReader(async _ =>
        {
            begun.Release();
            await go.Task;
            return new ReadOutcome.Unreadable(ReadTrouble.Empty, "no text");
        });
        await using var app = await StartAsync(reader);
        var first = await UploadAsync(app);
        var second = await UploadAsync(app);
        var reading = app.Get<EvidenceReading>();
        using var cancellation = new CancellationTokenSource();
        var one = reading.ReadAsync(Address, first, Cancel);
        await begun.WaitAsync(Cancel);
        var other = reading.ReadAsync(Address, second, cancellation.Token);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => other);
        go.SetResult();
        await one;
        (await StateAsync(app, second)).ShouldBe(EvidenceState.Received);
        (await reading.ReadAsync(Address, second, Cancel)).ShouldBeTrue();
    }

    private async Task<AppDriver> StartAsync(FakeReader reader)
    {
        var app = await AppDriver.StartAsync(
            azurite.NewAccount(),
            configure: builder =>
            {
                builder.Configuration["Reading:AtOnce"] = "1";
                builder.Services.AddSingleton(provider => new DocumentReader(
                    [reader],
                    new ReadingOptions(),
                    provider.GetRequiredService<TimeProvider>()
                ));
            }
        );
        await app.AddAsync(new TestPlan().Activity(22).Build());
        return app;
    }

    private static async Task<EvidenceId> UploadAsync(AppDriver app)
    {
        using var form = new MultipartFormDataContent();
        form.Headers.Add(EvidenceUpload.UploadIdHeader, Guid.NewGuid().ToString());
        form.Add(new StringContent("22 mujeres"), "file", "lista.txt");
        var answer = await app.Reporter().SendAsync(HttpMethod.Post, EvidenceDriver.Path(22), content: form);
        return EvidenceId.Parse((string)answer.ShouldBeOk().Json[0]!["id"]!, null);
    }

    private static async Task<EvidenceState> StateAsync(AppDriver app, EvidenceId id) =>
        (await app.Get<EvidenceTable>().FindAsync(Address, id, Cancel))!.State;
}
