using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Timers;

/// <summary>
/// Fires one timer. A run holds a lock in storage, and asks there whether it is still owed: so the instances of an app
/// run each occurrence once between them and never at the same time, by hand included, and an instance that dies is
/// replaced by one that waits.
/// </summary>
internal sealed class TimerListener(
    DiscoveredFunction function,
    TimerTriggerAttribute trigger,
    TimerSchedule schedule,
    Func<TimerStatusStore> open,
    FunctionInvoker invoker,
    TimeProvider clock
) : IListener
{
    // Timers of the runtime end at 49 days, and a long wait must notice that the computer slept.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    // A holder that died keeps a lock for 15 s: whoever waits longer waits for an instance that runs.
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(20);

    private readonly FixedDelayRetryAttribute? retry = function.Method.GetCustomAttribute<FixedDelayRetryAttribute>();
    private readonly Lazy<TimerStatusStore> store = new(open);
    private bool hasStarted;

    public string Name => function.Name;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task RunAsync(CancellationToken stopping)
    {
        var started = Now;
        var due = schedule.Next(await BeginAsync(started, stopping));
        var isPastDue = due < started;
        using var running = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var start = trigger.RunOnStartup ? HoldStartAsync(runs: !isPastDue, running.Token) : Task.CompletedTask;
        try
        {
            while (true)
            {
                await WaitUntilAsync(due, stopping);
                due = await FireAsync(due, isPastDue, stopping);
                isPastDue = false;
            }
        }
        finally
        {
            await running.CancelAsync();
            await start;
        }
    }

    /// <summary>Runs it once out of turn. The schedule does not change.</summary>
    public async Task RunNowAsync(CancellationToken stopping)
    {
        await using var held = await store.Value.LockAsync(stopping);
        await InvokeAsync(await store.Value.ReadAsync(stopping), isPastDue: false, held.Lost, stopping);
    }

    /// <summary>
    /// Runs it at the start of the app's first instance, which then keeps a lock for as long as it lives: an instance
    /// that starts beside it does not run it again.
    /// </summary>
    private async Task HoldStartAsync(bool runs, CancellationToken stopping)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            patience.CancelAfter(StartPatience);
            await using var held = await store.Value.LockStartAsync(patience.Token);
            if (runs && !hasStarted)
            {
                hasStarted = true;
                await RunNowAsync(stopping);
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
        }
        catch (OperationCanceledException)
        {
            // The app stops, or another instance has run it.
        }
    }

    /// <summary>The instant from which the schedule counts.</summary>
    private async Task<DateTime> BeginAsync(DateTime now, CancellationToken stopping)
    {
        await using var held = await store.Value.LockAsync(stopping);
        var status = await store.Value.ReadAsync(stopping);
        if (status is null)
        {
            status = new ScheduleStatus { Next = schedule.Next(now), LastUpdated = now };
            await store.Value.WriteAsync(status, stopping);
        }

        return trigger.UseMonitor ? status.LastUpdated : now;
    }

    /// <summary>Runs what is due unless another instance has, and tells when it is due next.</summary>
    private async Task<DateTime> FireAsync(DateTime due, bool isPastDue, CancellationToken stopping)
    {
        await using var held = await store.Value.LockAsync(stopping);
        var status = await store.Value.ReadAsync(stopping);
        // Counting from the last run, not from its stored Next, follows a schedule that was edited meanwhile.
        if (status is not null && schedule.Next(status.LastUpdated) is var owed && owed > due)
        {
            return owed;
        }

        var outcome = await InvokeAsync(status, isPastDue || held.Waited, held.Lost, stopping);
        if (outcome is InvocationOutcome.Cancelled)
        {
            // It did not get to run: it stays owed, and is past due at the next start.
            stopping.ThrowIfCancellationRequested();
            throw new InvalidOperationException($"The lock of {Name} was lost during a run.");
        }

        var now = Now;
        var next = schedule.Next(now);
        // A run that has happened is noted even while the host stops, or it would happen again.
        await store.Value.WriteAsync(
            new ScheduleStatus
            {
                Last = due,
                Next = next,
                LastUpdated = now,
            },
            CancellationToken.None
        );
        return next;
    }

    private async Task<InvocationOutcome> InvokeAsync(
        ScheduleStatus? status,
        bool isPastDue,
        CancellationToken lost,
        CancellationToken stopping
    )
    {
        var timer = new TimerInfo { IsPastDue = isPastDue };
        if (trigger.UseMonitor)
        {
            timer.ScheduleStatus = new ScheduleStatus
            {
                Last = status?.Last ?? default,
                Next = schedule.Next(Now),
                LastUpdated = status?.LastUpdated ?? default,
            };
        }

        var outcome = await invoker.InvokeAsync(function, new TimerInput(timer), lost);
        for (var i = 1; i <= retry?.MaxRetryCount && outcome is InvocationOutcome.Failed; i++)
        {
            await Task.Delay(TimeSpan.Parse(retry.DelayInterval, CultureInfo.InvariantCulture), clock, stopping);
            var input = new TimerInput(timer) { Retry = new TimerRetry(i, retry.MaxRetryCount) };
            outcome = await invoker.InvokeAsync(function, input, lost);
        }

        return outcome;
    }

    private async Task WaitUntilAsync(DateTime due, CancellationToken stopping)
    {
        // Asked again after each wait: timers may ring a little early.
        while (due - Now is var rest && rest > TimeSpan.Zero)
        {
            await Task.Delay(rest < LongestWait ? rest : LongestWait, clock, stopping);
        }
    }
}
