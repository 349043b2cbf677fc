using System.Text.Json;
using Avance.FunctionsHost.Protocol;
using Avance.FunctionsHost.Worker;
using Azure;
using Azure.Storage.Blobs;

namespace Avance.FunctionsHost.Triggers;

/// <summary>
/// Fires one timer. Its last and next run are stored, so that runs missed while no host was running are made up for once, at
/// the start.
/// </summary>
internal sealed partial class TimerListener(
    Function function,
    HostedTriggers triggers,
    HostConfiguration configuration,
    BlobServiceClient blobs,
    ILoggerFactory loggers
) : IDisposable
{
    // A long wait must notice that the computer slept, and the runtime's timers are limited to 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly TimerSchedule schedule = TimerSchedule.Parse(configuration.Resolve(function.Text("schedule")!));
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient("azure-webjobs-hosts");
    private readonly bool isMonitored = function.Flag("useMonitor", otherwise: true);
    private readonly bool runsOnStartup = function.Flag("runOnStartup", otherwise: false);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly ILogger logger = loggers.CreateLogger($"Function.{function.Name}");

    public string Name => function.Name;

    public void Dispose() => oneAtATime.Dispose();

    private BlobClient StatusBlob =>
        container.GetBlobClient($"timers/{configuration.HostId}/Host.Functions.{Name}/status");

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public async Task RunAsync(CancellationToken stopping)
    {
        var status = isMonitored ? await ReadAsync(stopping) : null;
        if (status is null)
        {
            status = new TimerStatus(default, schedule.Next(Now), Now);
            await WriteAsync(status, stopping);
        }

        // Counted from the last run rather than read from the status, since the schedule may have been edited meanwhile.
        var due = schedule.Next(status.LastUpdated);
        var isPastDue = due < Now;
        if (runsOnStartup && !isPastDue)
        {
            await FireAsync(Now, isPastDue: false, stopping);
        }

        while (true)
        {
            await WaitUntilAsync(due, stopping);
            await FireAsync(due, isPastDue, stopping);
            isPastDue = false;
            due = schedule.Next(Now);
        }
    }

    /// <summary>Waits for a run to end; none begins after it.</summary>
    public Task StopAsync() => oneAtATime.WaitAsync();

    /// <summary>Runs it once out of turn, after a run that is under way. The schedule does not change.</summary>
    public async Task RunNowAsync(CancellationToken stopping)
    {
        await oneAtATime.WaitAsync(stopping);
        try
        {
            var status = isMonitored ? await ReadAsync(stopping) : null;
            await InvokeAsync(status ?? new TimerStatus(default, schedule.Next(Now), default), false);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task FireAsync(DateTime due, bool isPastDue, CancellationToken stopping)
    {
        await oneAtATime.WaitAsync(stopping);
        try
        {
            var last = isMonitored ? await ReadAsync(stopping) : null;
            var status = new TimerStatus(last?.Last ?? default, schedule.Next(Now), last?.LastUpdated ?? default);
            await InvokeAsync(status, isPastDue);
            // Stored even while the host stops: the timer would otherwise run again.
            await WriteAsync(new TimerStatus(due, schedule.Next(Now), Now), CancellationToken.None);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task InvokeAsync(TimerStatus status, bool isPastDue)
    {
        var timer = new
        {
            Schedule = new { AdjustForDST = true },
            ScheduleStatus = isMonitored ? status : null,
            IsPastDue = isPastDue,
        };
        try
        {
            var input = new TypedData { Json = JsonSerializer.Serialize(timer) };
            // A run that has begun may end, even while the host stops.
            await triggers.InvokeAsync(Name, input, [], CancellationToken.None);
            Log.Succeeded(logger, Name);
        }
        // A failure does not prevent the next run.
        catch (Exception error)
        {
            Log.Failed(logger, error, Name);
        }
    }

    private static async Task WaitUntilAsync(DateTime due, CancellationToken stopping)
    {
        // Checked after each wait: timers may fire a little early.
        while (due - Now is var rest && rest > TimeSpan.Zero)
        {
            await Task.Delay(rest < LongestWait ? rest : LongestWait, stopping);
        }
    }

    private async Task<TimerStatus?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var content = await StatusBlob.DownloadContentAsync(cancellationToken);
            return content.Value.Content.ToObjectFromJson<TimerStatus>();
        }
        catch (RequestFailedException missing) when (missing.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
        catch (JsonException)
        {
            // The status was edited by hand: the schedule starts anew.
            return null;
        }
    }

    private async Task WriteAsync(TimerStatus status, CancellationToken cancellationToken)
    {
        if (isMonitored)
        {
            var json = BinaryData.FromObjectAsJson(status);
            await StatusBlob.UploadAsync(json, overwrite: true, cancellationToken);
        }
    }

    /// <summary>The last run and the next one, in UTC, as Azure's host stores them.</summary>
    private sealed record TimerStatus(DateTime Last, DateTime Next, DateTime LastUpdated);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Function} Succeeded")]
        public static partial void Succeeded(ILogger logger, string function);

        [LoggerMessage(2, LogLevel.Error, "{Function} Failed")]
        public static partial void Failed(ILogger logger, Exception error, string function);
    }
}
