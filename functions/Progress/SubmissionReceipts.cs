using Avance.Functions.Access;
using Avance.Functions.Plans;

namespace Avance.Functions.Progress;

/// <summary>Writes out what a unit last sent of an activity, for whoever must prove that it arrived.</summary>
public sealed class SubmissionReceipts(
    PlanCache plans,
    ProgressHandler progress,
    ProgressTable table,
    BusinessCalendar calendar
)
{
    /// <summary>What was sent as that version; null if nothing was.</summary>
    public async Task<SubmissionReceipt?> FindAsync(
        Plan plan,
        ProgressAddress address,
        int version,
        CancellationToken cancellationToken
    ) =>
        (await table.VersionsAsync(address, cancellationToken)).FirstOrDefault(one => one.Version == version)
            is { State: ProgressState.Submitted or ProgressState.Resubmitted } sent
            ? SubmissionReceipt.Of(plan, sent, calendar)
            : null;

    public async Task<Result<SubmissionReceipt>> FindAsync(
        ProgressAddress address,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetAsync(address.Plan, cancellationToken)).Succeeded(out var plan, out var refusal))
        {
            return refusal;
        }

        if (
            !(await progress.VersionsAsync(address, caller, cancellationToken)).Succeeded(out var versions, out refusal)
        )
        {
            return refusal;
        }

        return
            versions.LastOrDefault(version => version.State is ProgressState.Submitted or ProgressState.Resubmitted)
                is { } sent
            ? SubmissionReceipt.Of(plan, sent, calendar)
            : Refusal.NotFound("receipt-unknown", address.Activity, address.Period);
    }
}
