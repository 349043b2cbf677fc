using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Findings;

/// <summary>The queue and timer triggers of the examination of claims.</summary>
public sealed class FindingTriggers(
    ClaimExaminer examiner,
    FailedExaminationRecorder failedExaminations,
    EvidenceSweep sweep,
    QueueDepths queues,
    ILogger<FindingTriggers> logger
)
{
    [Function("CheckClaim")]
    public Task ExamineAsync(
        [QueueTrigger(ExaminationQueue.Name, Connection = StorageClients.Setting)] ClaimMessage message,
        CancellationToken cancellationToken
    ) =>
        Traces.ContinueAsync(
            "examine claim",
            message.TraceParent,
            message.Address(),
            () => examiner.ExamineAsync(message.Address(), cancellationToken)
        );

    [Function("GiveUpCheck")]
    public Task GiveUpAsync(
        [QueueTrigger(ExaminationQueue.Poison, Connection = StorageClients.Setting)] string message,
        CancellationToken cancellationToken
    ) =>
        PoisonMessage.TryRead(
            ExaminationQueue.Poison,
            message,
            (ClaimMessage read) => read.Address(),
            logger,
            out var address
        )
            ? failedExaminations.RecordAsync(address, cancellationToken)
            : Task.CompletedTask;

    [Function("SweepEvidence")]
    public async Task SweepAsync(
        [TimerTrigger("%Evidence:SweepSchedule%")] TimerInfo timer,
        CancellationToken cancellationToken
    )
    {
        await queues.MeasureAsync(cancellationToken);
        await sweep.RunAsync(cancellationToken);
    }
}
