using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Findings;

/// <summary>The queue and timer triggers of the examination of claims.</summary>
public sealed class FindingTriggers(
    ClaimExaminer examiner,
    FailedExaminationRecorder failedExaminations,
    EvidenceSweep sweep,
    ILogger<FindingTriggers> logger
)
{
    [Function("CheckClaim")]
    public Task ExamineAsync(
        [QueueTrigger(ExaminationQueue.Name, Connection = StorageClients.Setting)] ClaimMessage message,
        CancellationToken cancellationToken
    ) => examiner.ExamineAsync(message.Address(), cancellationToken);

    [Function("GiveUpCheck")]
    public Task GiveUpAsync(
        [QueueTrigger(ExaminationQueue.Poison, Connection = StorageClients.Setting)] string message,
        CancellationToken cancellationToken
    ) =>
        PoisonMessage.TryRead(message, (ClaimMessage read) => read.Address(), logger, out var address)
            ? failedExaminations.RecordAsync(address, cancellationToken)
            : Task.CompletedTask;

    [Function("SweepEvidence")]
    public Task SweepAsync(
        [TimerTrigger("%Evidence:SweepSchedule%")] TimerInfo timer,
        CancellationToken cancellationToken
    ) => sweep.RunAsync(cancellationToken);
}
