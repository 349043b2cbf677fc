using System.Globalization;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Reports;

/// <summary>The timer and queue triggers of the compilation of reports.</summary>
public sealed partial class ReportTriggers(
    CompileReportsHandler due,
    ReportRunner runner,
    FailedCompilationRecorder failures,
    ILogger<ReportTriggers> logger
)
{
    [Function("CompileReports")]
    public Task CompileReportsAsync(
        [TimerTrigger("%Reports:Schedule%")] TimerInfo timer,
        CancellationToken cancellationToken
    ) => due.RunAsync(cancellationToken);

    [Function("CompilePlanReports")]
    public async Task CompilePlanReportsAsync(
        [QueueTrigger(CompilationQueue.Name, Connection = StorageClients.Setting)] CompilationMessage message,
        FunctionContext context,
        CancellationToken cancellationToken
    )
    {
        var plan = PlanId.Parse(message.Plan, CultureInfo.InvariantCulture);
        var result = await Traces.ContinueAsync(
            "compile reports",
            message.TraceParent,
            span =>
            {
                span?.SetTag(SpanTags.Plan, message.Plan);
                return runner.RunAsync(plan, context.InvocationId, cancellationToken);
            }
        );
        if (!result.Succeeded(out _, out var error))
        {
            // Nothing to try again: the plan is due until its reports are compiled, and the timer asks again.
            Log.NotCompiled(logger, plan, error.Code);
        }
    }

    [Function("GiveUpCompilation")]
    public Task GiveUpAsync(
        [QueueTrigger(CompilationQueue.Poison, Connection = StorageClients.Setting)] string message,
        CancellationToken cancellationToken
    ) =>
        PoisonMessage.TryRead(
            CompilationQueue.Poison,
            message,
            (CompilationMessage read) => (PlanId.Parse(read.Plan, CultureInfo.InvariantCulture), read),
            logger,
            out var failed
        )
            ? failures.RecordAsync(failed.Item1, failed.read, cancellationToken)
            : Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Reports of {Plan} were not compiled: {Code}.")]
        public static partial void NotCompiled(ILogger logger, PlanId plan, string code);
    }
}
