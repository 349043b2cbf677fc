using Avance.Functions.Http;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Reports.Exports;

/// <summary>The queue triggers of exports.</summary>
public sealed class ExportTriggers(ExportRunner runner, ILogger<ExportTriggers> logger)
{
    [Function("ExportReport")]
    public Task ExportAsync(
        [QueueTrigger(ExportQueue.Name, Connection = StorageClients.Setting)] ExportMessage message,
        FunctionContext context,
        CancellationToken cancellationToken
    ) =>
        Traces.ContinueAsync(
            "write export",
            message.TraceParent,
            span =>
            {
                span?.SetTag(SpanTags.Plan, message.Plan).SetTag(SpanTags.Period, message.Period);
                return runner.RunAsync(message.Export(), context.InvocationId, cancellationToken);
            }
        );

    [Function("GiveUpExport")]
    public Task GiveUpAsync(
        [QueueTrigger(ExportQueue.Poison, Connection = StorageClients.Setting)] string message,
        CancellationToken cancellationToken
    ) =>
        PoisonMessage.TryRead(
            ExportQueue.Poison,
            message,
            (ExportMessage read) => read.Export(),
            logger,
            out var failed
        )
            ? runner.FailAsync(
                failed,
                new Error("export-given-up", StatusCodes.Status500InternalServerError),
                cancellationToken
            )
            : Task.CompletedTask;
}
