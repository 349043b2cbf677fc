using System.Collections.Concurrent;

namespace Local.Tests.Functions;

/// <summary>What the functions of the test app tell a test, and what the test has them do.</summary>
public sealed class Probe
{
    private readonly ConcurrentQueue<object> calls = new();

    /// <summary>Runs inside each call, with its number from 1 on.</summary>
    public Func<int, CancellationToken, Task> During { get; set; } = (_, _) => Task.CompletedTask;

    public IReadOnlyList<object> Calls => [.. calls];

    public async Task CallAsync(object what, CancellationToken cancellationToken = default)
    {
        calls.Enqueue(what);
        await During(calls.Count, cancellationToken);
    }

    public async Task<IReadOnlyList<object>> WaitForAsync(int count)
    {
        await Eventually.TrueAsync(() => Task.FromResult(calls.Count >= count), $"{count} calls, not {calls.Count}");
        return Calls;
    }

    /// <summary>Waits a while in which nothing more should happen.</summary>
    public async Task StaysAtAsync(int count)
    {
        await Task.Delay(1_200, TestContext.Current.CancellationToken);
        Calls.Count.ShouldBe(count);
    }
}
