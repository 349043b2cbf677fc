using Avance.Functions.Storage.Queues;
using Avance.Functions.Telemetry;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Evidence;

/// <summary>The triggers that start the reading of evidence.</summary>
public sealed class ReadEvidenceTriggers(EvidenceReading reading, ILogger<ReadEvidenceTriggers> logger)
{
    /// <summary>The name that the Functions host gives the queue of blobs that failed five times.</summary>
    public const string PoisonQueue = "webjobs-blobtrigger-poison";

    // In Azure only Event Grid announces new blobs: infra/modules/evidence-events.bicep.
    [Function("ReadEvidence")]
    public Task ReadAsync(
        [BlobTrigger(EvidenceBlobs.Path, Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        CancellationToken cancellationToken
    ) =>
        EvidenceBlobs.TryParse(blob.Name, out var address, out var id)
            ? reading.ReadAsync(address, id, cancellationToken)
            : Task.CompletedTask;

    [Function("GiveUpEvidence")]
    public Task GiveUpAsync([QueueTrigger(PoisonQueue)] string message, CancellationToken cancellationToken) =>
        PoisonMessage.TryRead(PoisonQueue, message, (PoisonedBlob read) => read, logger, out var blob)
        && blob.ContainerName == EvidenceBlobs.Container
        && EvidenceBlobs.TryParse(blob.BlobName, out var address, out var id)
            ? reading.GiveUpAsync(address, id, cancellationToken)
            : Task.CompletedTask;

    [Function("ReadEvidenceAgain")]
    public Task ReadAgainAsync(
        [QueueTrigger(EvidenceQueue.Name)] ReadingMessage message,
        CancellationToken cancellationToken
    )
    {
        Traces.Link(message.TraceParent);
        return reading.ReadAsync(message.Address(), message.EvidenceId(), cancellationToken, message.Again);
    }

    [Function("GiveUpReading")]
    public Task GiveUpReadingAsync(
        [QueueTrigger(EvidenceQueue.Poison)] string message,
        CancellationToken cancellationToken
    ) =>
        PoisonMessage.TryRead(
            EvidenceQueue.Poison,
            message,
            (ReadingMessage read) => (Address: read.Address(), Id: read.EvidenceId()),
            logger,
            out var file
        )
            ? reading.GiveUpAsync(file.Address, file.Id, cancellationToken)
            : Task.CompletedTask;
}
