using Avance.Functions.Telemetry;
using Azure;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Storage.Queues;

/// <summary>Measures how many messages are in each queue of the app: a request a queue, and none if nothing is exported.</summary>
public sealed partial class QueueDepths(
    QueueServiceClient service,
    IEnumerable<StorageNames> names,
    ILogger<QueueDepths> logger
)
{
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        if (!AppMetrics.WantsQueueDepth)
        {
            return;
        }

        foreach (var name in names.SelectMany(stage => stage.Queues).Distinct(StringComparer.Ordinal))
        {
            try
            {
                var found = await service.GetQueueClient(name).GetPropertiesAsync(cancellationToken);
                AppMetrics.MeasureQueue(name, found.Value.ApproximateMessagesCount);
            }
            catch (Exception error) when (error is RequestFailedException || StorageFailure.IsOutage(error))
            {
                // What the run is for goes on without it.
                Log.NotMeasured(logger, error, name);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The messages of {Queue} could not be counted.")]
        public static partial void NotMeasured(ILogger logger, Exception error, string queue);
    }
}
