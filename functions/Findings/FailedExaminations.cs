using Avance.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Findings;

/// <summary>
/// Says of a claim whose examination failed five times that it did, so that its secretariat sees it. The sweep asks for
/// it again as for all that has not been examined, and an examination that succeeds writes over it.
/// </summary>
public sealed partial class FailedExaminations(
    ClaimExaminer check,
    FindingsTable findings,
    TimeProvider clock,
    ILogger<FailedExaminations> logger
)
{
    private const int MostTries = 5;

    /// <summary>It may come late, or twice: what has been examined since stays so.</summary>
    public async Task RecordAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        try
        {
            await TryRecordAsync(address, cancellationToken);
        }
        // What cannot be read now could not be read by the examination: a poison queue has no other to go to, and the
        // message would come back until it expires.
        catch (Exception error) when (error is not OperationCanceledException && !StorageFailure.IsOutage(error))
        {
            Log.NotRecorded(logger, error, address.Plan, address.Period, address.Activity);
        }
    }

    private async Task TryRecordAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var now = clock.GetUtcNow();
            // Files that wait to be read have it examined once they are.
            if (
                await check.LoadAsync(address, cancellationToken) is not { } inputs
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

        throw new InvalidOperationException($"{address}: others changed the findings {MostTries} times.");
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
