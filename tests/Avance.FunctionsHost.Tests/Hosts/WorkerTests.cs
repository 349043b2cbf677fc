using System.Diagnostics;
using Avance.FunctionsHost.Worker;

namespace Avance.FunctionsHost.Tests.Hosts;

public sealed class WorkerTests(SharedHost shared)
{
    private readonly string id = $"{Guid.NewGuid()}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Worker_Dies_IsStartedAgainAndGetsItsMessagesAgain()
    {
        await using var host = await HostProcess.StartAsync(shared.NewAccount());
        var app = host.App;
        var first = await app.ProcessIdAsync();
        await app.SendAsync(new { Id = id, Waits = true });
        await app.WaitForCallsAsync(id, 1, ended: false);

        using (var worker = Process.GetProcessById(first))
        {
            worker.Kill();
        }

        // A request is answered meanwhile, if only to say that it failed.
        using var answer = await app.Http.GetAsync("process", Cancel);
        await host.WaitForLineAsync("The worker has ended; it is started again");
        // By the new worker: it knows of no call before.
        var second = await Eventually.GetAsync(
            async () =>
            {
                using var next = await app.Http.GetAsync("process", Cancel);
                return next.IsSuccessStatusCode ? await next.Content.ReadAsStringAsync(Cancel) : null;
            },
            "an answer of the new worker"
        );
        second.ShouldNotBe($"{first}");
        await app.WaitForCallsAsync(id, 1, ended: false);
        await app.ReleaseAsync(id);
        var call = (await app.WaitForCallsAsync(id, 1)).ShouldHaveSingleItem();
        call.Outcome.ShouldBe("completed");
        call.Data["dequeueCount"].ShouldBe("2");
    }

    [Fact]
    public async Task Start_WorkerThatNeverAnswers_SaysSo()
    {
        var worker = new FakeWorker();

        var error = await Should.ThrowAsync<TimeoutException>(StartAsync(worker, TimeSpan.FromMilliseconds(200)));

        error.Message.ShouldBe("The worker did not answer within 0.2 s.");
        worker.Ended.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Start_WorkerThatEndsAtOnce_SaysSoAtOnce()
    {
        var worker = new FakeWorker();
        await worker.DisposeAsync();

        await Should.ThrowAsync<WorkerLostException>(StartAsync(worker, Timeout.InfiniteTimeSpan));
    }

    private async Task<FunctionAppHost> StartAsync(IWorker worker, TimeSpan timeout) =>
        await FunctionAppHost
            .StartAsync(
                new FunctionsHostOptions
                {
                    AppDirectory = HostProcess.AppDirectory,
                    Address = new Uri("http://127.0.0.1:0"),
                    Settings = new Dictionary<string, string?> { ["AzureWebJobsStorage"] = shared.NewAccount() },
                    StartWorker = (_, _) => Task.FromResult(worker),
                    WorkerStartTimeout = timeout,
                },
                Cancel
            )
            .WaitAsync(Eventually.Bound, Cancel);

    private sealed class FakeWorker : IWorker
    {
        private readonly TaskCompletionSource ended = new();

        public Task Ended => ended.Task;

        public ValueTask DisposeAsync()
        {
            ended.TrySetResult();
            return default;
        }
    }
}
