using Avance.Functions.Plans;
using Avance.Functions.Storage;
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
    // Messages sent at once: a thousand plans, one by one, would take long.
    private const int AtOnce = 8;

    /// <returns>How many plans were asked for.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = await compilations.AllAsync(cancellationToken);
        var asked = 0;
        var failed = 0;
        await IsolatedBatch.ForEachAsync(
            plans.ListAsync(cancellationToken),
            AtOnce,
            async (plan, token) =>
            {
                if (DueCompilationRules.IsDue(last.GetValueOrDefault(plan.Id), plan.Revision, now))
                {
                    await queue.EnqueueAsync(plan.Id, token);
                    Interlocked.Increment(ref asked);
                }
            },
            (plan, error) =>
            {
                // It stays due.
                Interlocked.Increment(ref failed);
                Log.NotAsked(logger, error, plan.Id);
            },
            cancellationToken
        );
        Log.Asked(logger, asked, failed);
        return asked;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Reports were asked for {Plans} plans, {Failed} could not be.")]
        public static partial void Asked(ILogger logger, int plans, int failed);

        [LoggerMessage(2, LogLevel.Error, "Reports of {Plan} could not be asked for.")]
        public static partial void NotAsked(ILogger logger, Exception error, PlanId plan);
    }
}
