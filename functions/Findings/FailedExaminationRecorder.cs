using Avance.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Findings;

/// <summary>
/// Records that the examination of a claim failed five times, so that its secretariat sees it. The sweep asks for the
/// claim again, and an examination that succeeds overwrites the record.
/// </summary>
public sealed partial class FailedExaminationRecorder(
    ClaimExaminer examiner,
    FindingsTable findings,
    TimeProvider clock,
    ILogger<FailedExaminationRecorder> logger
)
{
    private const int MaxAttempts = 5;

    /// <summary>The message may come late or twice: a later examination is not overwritten.</summary>
    public async Task RecordAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        try
        {
            await TryRecordAsync(address, cancellationToken);
        }
        // What cannot be read here could not be examined either. If this threw, the message would come back until it
        // expires, since a poison queue has none of its own.
        catch (Exception error) when (error is not OperationCanceledException && !StorageFailure.IsOutage(error))
        {
            Log.NotRecorded(logger, error, address.Plan, address.Period, address.Activity);
        }
    }

    private async Task TryRecordAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MaxAttempts; tries++)
        {
            var now = clock.GetUtcNow();
            // Once the waiting files are read, the claim is examined again.
            if (
                await examiner.LoadAsync(address, cancellationToken) is not { } inputs
                || inputs.Files.Any(file => file.IsAwaited(now))
            )
            {
                return;
            }

            var before = await findings.FindExaminationAsync(address, cancellationToken);
            if (before?.IsDone(inputs.Fingerprint) == true || before?.Failed?.Fingerprint == inputs.Fingerprint)
            {
                return;
            }

            var failed = new FailedExamination(inputs.Fingerprint, now);
            if (await findings.TrySetFailedAsync(address, failed, before, cancellationToken))
            {
                Log.Failed(logger, address.Plan, address.Period, address.Activity);
                return;
            }
        }

        throw new InvalidOperationException($"{address}: others changed the findings {MaxAttempts} times.");
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Error,
            "{Plan} {Period} activity {Activity}: the claim could not be examined in five tries."
        )]
        public static partial void Failed(ILogger logger, PlanId plan, Period period, ActivityNumber activity);

        [LoggerMessage(
            2,
            LogLevel.Error,
            "{Plan} {Period} activity {Activity}: the claim could not be examined, and what is stored of it not be read."
        )]
        public static partial void NotRecorded(
            ILogger logger,
            Exception error,
            PlanId plan,
            Period period,
            ActivityNumber activity
        );
    }
}
