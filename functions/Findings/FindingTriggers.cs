using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Findings;

/// <summary>What sets the examination of claims going.</summary>
public sealed class FindingTriggers(ClaimCheck check, EvidenceSweep sweep)
{
    [Function("CheckClaim")]
    public Task CheckAsync([QueueTrigger(CheckQueue.Name)] CheckMessage message, CancellationToken cancellationToken) =>
        check.CheckAsync(message.Address(), cancellationToken);

    [Function("SweepEvidence")]
    public Task SweepAsync(
        [TimerTrigger("%Evidence:SweepSchedule%")] TimerInfo timer,
        CancellationToken cancellationToken
    ) => sweep.RunAsync(cancellationToken);
}
