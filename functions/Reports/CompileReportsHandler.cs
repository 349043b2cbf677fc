using Avance.Functions.Plans;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Reports;

/// <summary>Finds the plans whose reports are due and asks for each. The tables say what is due, not the timer.</summary>
public sealed partial class CompileReportsHandler(
    PlansTable plans,
    CompilationTable compilations,
    CompilationQueue queue,
    TimeProvider clock,
    ILogger<CompileReportsHandler> logger
)
{
    // Messages that are on their way at once: a thousand plans are not asked for one by one.
    private const int AtOnce = 8;

    /// <returns>How many plans were asked for.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = await compilations.AllAsync(cancellationToken);
        var asked = 0;
        var failed = 0;
        await Parallel.ForEachAsync(
            plans.ListAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (plan, token) =>
            {
                if (DueCompilations.IsDue(last.GetValueOrDefault(plan.Id), plan.Revision, now))
                {
                    await AskAsync(plan.Id, token);
                }
            }
        );

        Log.Asked(logger, asked, failed);
        return asked;

        // One plan that cannot be asked for stays due: the others are not kept waiting.
        async Task AskAsync(PlanId plan, CancellationToken token)
        {
            try
            {
                await queue.EnqueueAsync(plan, token);
                Interlocked.Increment(ref asked);
            }
            catch (Exception error) when (StorageFailure.IsOutage(error))
            {
                Interlocked.Increment(ref failed);
                Log.NotAsked(logger, plan, error.Message);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Reports were asked for {Plans} plans, {Failed} could not be.")]
        public static partial void Asked(ILogger logger, int plans, int failed);

        [LoggerMessage(2, LogLevel.Error, "Reports of {Plan} could not be asked for: {Error}")]
        public static partial void NotAsked(ILogger logger, PlanId plan, string error);
    }
}
