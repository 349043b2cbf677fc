using System.Collections.Concurrent;
using Avance.Functions.Storage;
using Azure;

namespace Avance.Functions.Tests.Storage;

public sealed class IsolatedBatchTests
{
    [Fact]
    public async Task ForEach_OneFails_OthersAreWorkedOnAndTheRunFailsAtItsEnd()
    {
        var (done, failed) = await RunAsync(
            new InvalidOperationException("Plan b cannot be read."),
            work => Should.ThrowAsync<InvalidOperationException>(work)
        );

        done.ShouldBe(["a", "c"], ignoreOrder: true);
        failed.ShouldBe(["b"]);
    }

    [Fact]
    public async Task ForEach_StorageIsOutForOne_NextRunComesBackToIt()
    {
        var (done, failed) = await RunAsync(new RequestFailedException(503, "Busy."), work => work());

        done.ShouldBe(["a", "c"], ignoreOrder: true);
        failed.ShouldBe(["b"]);
    }

    [Fact]
    public async Task ForEach_CallerGivesUp_IsNoFailureOfAnItem()
    {
        using var caller = new CancellationTokenSource();
        var failed = new ConcurrentBag<string>();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            IsolatedBatch.ForEachAsync(
                new[] { "a" }.ToAsyncEnumerable(),
                2,
                async (_, token) =>
                {
                    await caller.CancelAsync();
                    token.ThrowIfCancellationRequested();
                },
                (item, _) => failed.Add(item),
                caller.Token
            )
        );

        failed.ShouldBeEmpty();
    }

    private static async Task<(IReadOnlyCollection<string> Done, IReadOnlyCollection<string> Failed)> RunAsync(
        Exception failure,
        Func<Func<Task>, Task> run
    )
    {
        var (done, failed) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        await run(() =>
            IsolatedBatch.ForEachAsync(
                new[] { "a", "b", "c" }.ToAsyncEnumerable(),
                2,
                async (item, _) =>
                {
                    await Task.Yield();
                    if (item == "b")
                    {
                        throw failure;
                    }

                    done.Add(item);
                },
                (item, error) =>
                {
                    error.ShouldBe(failure);
                    failed.Add(item);
                },
                TestContext.Current.CancellationToken
            )
        );
        return (done, failed);
    }
}
