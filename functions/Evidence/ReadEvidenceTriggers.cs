using System.Globalization;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Evidence;

/// <summary>What sets the reading of evidence going.</summary>
public sealed class ReadEvidenceTriggers(EvidenceReading reading)
{
    // The name that the Functions host gives the queue of blobs that failed five times.
    private const string PoisonQueue = "webjobs-blobtrigger-poison";

    [Function("ReadEvidence")]
    public Task ReadAsync([BlobTrigger(EvidenceBlobs.Path)] BlobClient blob, CancellationToken cancellationToken) =>
        TryParse(blob.Name, out var address, out var id)
            ? reading.ReadAsync(address, id, cancellationToken)
            : Task.CompletedTask;

    [Function("GiveUpEvidence")]
    public Task GiveUpAsync([QueueTrigger(PoisonQueue)] PoisonedBlob message, CancellationToken cancellationToken) =>
        message.ContainerName == EvidenceBlobs.Container && TryParse(message.BlobName, out var address, out var id)
            ? reading.GiveUpAsync(address, id, cancellationToken)
            : Task.CompletedTask;

    /// <summary>PLAN/PERIOD/ACTIVITY/ID; anything else was not put there by this app.</summary>
    private static bool TryParse(string name, out ProgressAddress address, out EvidenceId id)
    {
        address = default;
        id = default;
        var parts = name.Split('/');
        if (
            parts.Length != 4
            || !PlanId.TryParse(parts[0], CultureInfo.InvariantCulture, out var plan)
            || !Period.TryParse(parts[1], CultureInfo.InvariantCulture, out var period)
            || !ActivityNumber.TryParse(parts[2], CultureInfo.InvariantCulture, out var activity)
        )
        {
            return false;
        }

        address = new ProgressAddress(plan, period, activity);
        return EvidenceId.TryParse(parts[3], CultureInfo.InvariantCulture, out id);
    }
}
