using Avance.Functions.Plans;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Reports;

/// <summary>
/// Records that a compilation failed five times. A run records its own failure if it can; this is for one whose process
/// ended, and for a plan of which nothing could be written.
/// </summary>
public sealed partial class FailedCompilationRecorder(
    PlansTable plans,
    CompilationTable compilations,
    CompilationQueue queue,
    TimeProvider clock,
    ILogger<FailedCompilationRecorder> logger
)
{
    private const int MaxAttempts = 5;

    /// <param name="plan">The plan of the message.</param>
    /// <param name="message">
    /// The message that failed. It may come late, or twice: a later success is not overwritten.
    /// </param>
    public async Task RecordAsync(PlanId plan, CompilationMessage message, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MaxAttempts; tries++)
        {
            var (last, read) = await compilations.FindAsync(plan, cancellationToken);
            var now = clock.GetUtcNow();
            if (last is null && await plans.FindAsync(plan, cancellationToken) is null)
            {
                return;
            }

            if (last is { FailedAt: not null } || (last is { Running: false } && IsDone(message, last)))
            {
                return;
            }

            if (last is { Running: true } && last.LeasedUntil > now)
            {
                // Another run is at work, or died a moment ago: what is written now would take its lease from it.
                await queue.RequeueFailedAsync(message, last.LeasedUntil - now, cancellationToken);
                return;
            }

            var failed = (last ?? new Compilation("", Running: true, now, now, now, 0, 0)) with { FailedAt = now };
            if (await compilations.TryWriteAsync(plan, failed, read, cancellationToken) is not null)
            {
                Log.Failed(logger, plan);
                return;
            }
        }

        throw new CompilationBusyException(plan);
    }

    /// <summary>True if a run that started after it was asked for has ended well.</summary>
    private static bool IsDone(CompilationMessage message, Compilation last) =>
        message.AskedAt is not { } asked || asked <= last.StartedAt;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Reports of {Plan} could not be compiled in five tries.")]
        public static partial void Failed(ILogger logger, PlanId plan);
    }
}
