using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Progress;

/// <summary>Reads the receipt of a submission, with which a unit proves that it arrived.</summary>
public sealed class SubmissionReceiptReader(
    ReportedActivityReader activities,
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
    )
    {
        var years = ReportedActivity.KnownYearsOf(plan, address.Activity, address.Period);
        return
            await table.FindVersionAsync(address, years, version, cancellationToken)
                is { State: ProgressState.Submitted or ProgressState.Resubmitted } sent
            ? SubmissionReceipt.Of(plan, sent, calendar)
            : null;
    }

    public async Task<Result<SubmissionReceipt>> FindAsync(
        ProgressAddress address,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await activities.FindAsync(address, caller, cancellationToken)).Succeeded(out var subject, out var error))
        {
            return error;
        }

        var versions = await table
            .SubmissionsAsync(address, DateTimeOffset.UnixEpoch, cancellationToken)
            .ToListAsync(cancellationToken);
        return
            versions.Count > 0
            && await FindAsync(subject.Plan, address, versions.Max(), cancellationToken) is { } receipt
            ? receipt
            : Error.NotFound("receipt-unknown", address.Activity, address.Period);
    }
}
