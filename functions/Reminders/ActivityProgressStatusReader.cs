using Avance.Functions.Progress;

namespace Avance.Functions.Reminders;

/// <summary>
/// Reads the status of each activity's progress in a period, and of a returned one the version that returned it.
/// </summary>
public sealed class ActivityProgressStatusReader(ProgressTable progress)
{
    public async Task<IReadOnlyList<ActivityProgressStatus>> ReadAsync(
        PlanId plan,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var statuses = new List<ActivityProgressStatus>();
        var rows = await progress.StatusesAsync(plan, period, cancellationToken).ToListAsync(cancellationToken);
        foreach (var activity in rows.GroupBy(row => row.Activity))
        {
            var last = activity.MaxBy(row => row.Version)!;
            var status = new ActivityProgressStatus(last.Activity, last.State, last.Version, last.At);
            if (last.State == ProgressState.Returned)
            {
                var address = new ProgressAddress(plan, period, last.Activity);
                status = status with { Return = ReturnOf(await progress.VersionsAsync(address, cancellationToken)) };
            }

            statuses.Add(status);
        }

        return statuses;
    }

    /// <summary>
    /// The return that is still open: the first of the last versions that are returned, since earlier code stored
    /// drafts after a return in the same state.
    /// </summary>
    public static ReturnedVersion? ReturnOf(IReadOnlyList<ActivityProgress> versions)
    {
        var first = versions.Reverse().TakeWhile(version => version.State == ProgressState.Returned).LastOrDefault();
        return first is null ? null : new ReturnedVersion(first.Activity, first.Version, first.At, first.Observation);
    }
}
