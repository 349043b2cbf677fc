using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.National;

/// <summary>The timer of the national consolidation. The marks say what is to be read, not the timer.</summary>
public sealed class NationalTriggers(ConsolidationRunner runner)
{
    [Function("ConsolidateNation")]
    public Task ConsolidateAsync(
        [TimerTrigger("%Reports:NationalSchedule%")] TimerInfo timer,
        FunctionContext context,
        CancellationToken cancellationToken
    ) => runner.RunAsync(context.InvocationId, cancellationToken);
}
