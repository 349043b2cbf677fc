using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Evidence;

/// <summary>What sets the reading of evidence going.</summary>
public sealed class ReadEvidenceTriggers(EvidenceReading reading)
{
    // The name that the Functions host gives the queue of blobs that failed five times.
    private const string PoisonQueue = "webjobs-blobtrigger-poison";

    // In Azure Event Grid tells of new blobs, and nothing else does: infra/modules/evidence-events.bicep.
    [Function("ReadEvidence")]
    public Task ReadAsync(
        [BlobTrigger(EvidenceBlobs.Path, Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        CancellationToken cancellationToken
    ) =>
        EvidenceBlobs.TryParse(blob.Name, out var address, out var id)
            ? reading.ReadAsync(address, id, cancellationToken)
            : Task.CompletedTask;

    [Function("GiveUpEvidence")]
    public Task GiveUpAsync([QueueTrigger(PoisonQueue)] PoisonedBlob message, CancellationToken cancellationToken) =>
        message.ContainerName == EvidenceBlobs.Container
        && EvidenceBlobs.TryParse(message.BlobName, out var address, out var id)
            ? reading.GiveUpAsync(address, id, cancellationToken)
            : Task.CompletedTask;

    [Function("ReadEvidenceAgain")]
    public Task ReadAgainAsync(
        [QueueTrigger(EvidenceQueue.Name)] ReadingMessage message,
        CancellationToken cancellationToken
    ) => reading.ReadAsync(message.Address(), message.EvidenceId(), cancellationToken, message.Again);

    [Function("GiveUpReading")]
    public Task GiveUpReadingAsync(
        [QueueTrigger(EvidenceQueue.Name + "-poison")] ReadingMessage message,
        CancellationToken cancellationToken
    ) => reading.GiveUpAsync(message.Address(), message.EvidenceId(), cancellationToken);
}
