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
    /// <returns>How many plans were asked for.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = await compilations.AllAsync(cancellationToken);
        var asked = 0;
        await foreach (var plan in plans.ListIdsAsync(cancellationToken))
        {
            if (DueCompilations.IsDue(last.GetValueOrDefault(plan), now))
            {
                await queue.EnqueueAsync(plan, cancellationToken);
                asked++;
            }
        }

        Log.Asked(logger, asked);
        return asked;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Reports are due for {Plans} plans.")]
        public static partial void Asked(ILogger logger, int plans);
    }
}
