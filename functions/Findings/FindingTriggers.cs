using Avance.Functions.Reminders;
using Avance.Functions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Findings;

/// <summary>What sets going what follows a submission: its receipt, and the examination of the claim.</summary>
public sealed class FindingTriggers(
    ReceiptMails receipts,
    ClaimExaminer check,
    FailedExaminations failures,
    EvidenceSweep sweep,
    ILogger<FindingTriggers> logger
)
{
    [Function("CheckClaim")]
    public async Task CheckAsync(
        [QueueTrigger(ExaminationQueue.Name)] ExaminationMessage message,
        CancellationToken cancellationToken
    )
    {
        // First: the sweep asks again for what was not examined, and so for a receipt that was not planned.
        await receipts.PlanAsync(message.Address(), cancellationToken);
        await check.CheckAsync(message.Address(), cancellationToken);
    }

    [Function("GiveUpCheck")]
    public Task GiveUpAsync(
        [QueueTrigger(ExaminationQueue.Poison)] string message,
        CancellationToken cancellationToken
    ) =>
        PoisonMessage.TryRead(message, (ExaminationMessage read) => read.Address(), logger, out var address)
            ? failures.RecordAsync(address, cancellationToken)
            : Task.CompletedTask;

    [Function("SweepEvidence")]
    public Task SweepAsync(
        [TimerTrigger("%Evidence:SweepSchedule%")] TimerInfo timer,
        CancellationToken cancellationToken
    ) => sweep.RunAsync(cancellationToken);
}
