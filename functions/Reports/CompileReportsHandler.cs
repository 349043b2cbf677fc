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
        await Parallel.ForEachAsync(
            plans.ListIdsAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (plan, token) =>
            {
                if (DueCompilations.IsDue(last.GetValueOrDefault(plan), now))
                {
                    await queue.EnqueueAsync(plan, token);
                    Interlocked.Increment(ref asked);
                }
            }
        );

        Log.Asked(logger, asked);
        return asked;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Reports are due for {Plans} plans.")]
        public static partial void Asked(ILogger logger, int plans);
    }
}
