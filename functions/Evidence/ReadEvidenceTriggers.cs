using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Evidence;

/// <summary>The triggers that start the reading of evidence.</summary>
public sealed class ReadEvidenceTriggers(EvidenceReading reading, ILogger<ReadEvidenceTriggers> logger)
{
    [Function("ReadEvidence")]
    public Task ReadAsync(
        [QueueTrigger(EvidenceEvents.Queue, Connection = StorageClients.Setting)] BlobCreated created,
        CancellationToken cancellationToken
    ) =>
        created.TryRead(out var address, out var id)
            ? reading.ReadAsync(address, id, cancellationToken)
            : Task.CompletedTask;

    [Function("GiveUpEvidence")]
    public Task GiveUpAsync(
        [QueueTrigger(EvidenceEvents.Poison, Connection = StorageClients.Setting)] string message,
        CancellationToken cancellationToken
    ) =>
        PoisonMessage.TryRead(EvidenceEvents.Poison, message, (BlobCreated read) => read, logger, out var created)
        && created.TryRead(out var address, out var id)
            ? reading.GiveUpAsync(address, id, cancellationToken)
            : Task.CompletedTask;

    [Function("ReadEvidenceAgain")]
    public Task ReadAgainAsync(
        [QueueTrigger(EvidenceQueue.Name, Connection = StorageClients.Setting)] ReadingMessage message,
        CancellationToken cancellationToken
    )
    {
        Traces.Link(message.TraceParent);
        return reading.ReadAsync(message.Address(), message.EvidenceId(), cancellationToken, message.Again);
    }

    [Function("GiveUpReading")]
    public Task GiveUpReadingAsync(
        [QueueTrigger(EvidenceQueue.Poison, Connection = StorageClients.Setting)] string message,
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
