using Avance.Functions.Storage.Queues;
using Azure.Storage.Queues;

namespace Avance.Functions.Reports.Exports;

/// <summary>The queue of exports to be made: one message each.</summary>
public sealed class ExportQueue(QueueServiceClient service)
{
    public const string Name = "report-exports";

    /// <summary>What failed five times.</summary>
    public const string Poison = Name + PoisonMessage.Suffix;

    private readonly LazyQueue<ExportMessage> queue = new(service, Name);

    public Task EnqueueAsync(Export export, CancellationToken cancellationToken) =>
        queue.SendAsync(ExportMessage.Of(export), cancellationToken);
}
