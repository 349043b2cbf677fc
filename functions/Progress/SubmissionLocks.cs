using Avance.Functions.Evidence;
using Avance.Functions.Plans;

namespace Avance.Functions.Progress;

/// <inheritdoc cref="ISubmissionLocks"/>
public sealed class SubmissionLocks(ProgressTable table) : ISubmissionLocks
{
    public async Task<SubmissionLock?> FindAsync(
        ProgressAddress address,
        ReportedActivity activity,
        CancellationToken cancellationToken
    )
    {
        var latest = (await table.ReadAsync(address, activity.KnownYears, cancellationToken)).Progress;
        return latest is not null && ProgressRules.CheckEditable(latest.State) is { } error
            ? new SubmissionLock(error, latest.Evidence.Select(file => file.Id).ToValueList())
            : null;
    }
}
