using Avance.Functions.Http;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
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
    ) => runner.RunAsync(message.Export(), context.InvocationId, cancellationToken);

    [Function("GiveUpExport")]
    public Task GiveUpAsync(
        [QueueTrigger(ExportQueue.Poison, Connection = StorageClients.Setting)] string message,
        CancellationToken cancellationToken
    ) =>
        PoisonMessage.TryRead(message, (ExportMessage read) => read.Export(), logger, out var failed)
            ? runner.FailAsync(
                failed,
                new Error("export-given-up", StatusCodes.Status500InternalServerError),
                cancellationToken
            )
            : Task.CompletedTask;
}
