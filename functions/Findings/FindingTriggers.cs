using Avance.Functions.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Findings;

/// <summary>What sets the examination of claims going.</summary>
public sealed class FindingTriggers(
    ClaimExaminer check,
    FailedExaminations failures,
    EvidenceSweep sweep,
    ILogger<FindingTriggers> logger
)
{
    [Function("CheckClaim")]
    public Task CheckAsync(
        [QueueTrigger(ExaminationQueue.Name)] ClaimMessage message,
        CancellationToken cancellationToken
    ) => check.CheckAsync(message.Address(), cancellationToken);

    [Function("GiveUpCheck")]
    public Task GiveUpAsync(
        [QueueTrigger(ExaminationQueue.Poison)] string message,
        CancellationToken cancellationToken
    ) =>
        PoisonMessage.TryRead(message, (ClaimMessage read) => read.Address(), logger, out var address)
            ? failures.RecordAsync(address, cancellationToken)
            : Task.CompletedTask;

    [Function("SweepEvidence")]
    public Task SweepAsync(
        [TimerTrigger("%Evidence:SweepSchedule%")] TimerInfo timer,
        CancellationToken cancellationToken
    ) => sweep.RunAsync(cancellationToken);
}
