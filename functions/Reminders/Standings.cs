using Avance.Functions.Progress;

namespace Avance.Functions.Reminders;

/// <summary>Reads how the progress of a period stands, and of what was returned, by which version.</summary>
public sealed class Standings(ProgressTable progress)
{
    public async Task<IReadOnlyList<Standing>> ReadAsync(
        PlanId plan,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var standings = new List<Standing>();
        var rows = await progress.StandingsAsync(plan, period, cancellationToken).ToListAsync(cancellationToken);
        foreach (var activity in rows.GroupBy(row => row.Activity))
        {
            var last = activity.MaxBy(row => row.Version)!;
            var standing = new Standing(last.Activity, last.State, last.Version, last.At);
            if (last.State == ProgressState.Returned)
            {
                var address = new ProgressAddress(plan, period, last.Activity);
                standing = standing with
                {
                    Return = ReturnOf(await progress.VersionsAsync(address, cancellationToken)),
                };
            }

            standings.Add(standing);
        }

        return standings;
    }

    /// <summary>The return that the last version still stands for: drafts after it are returned as well, in their state.</summary>
    public static ReturnedVersion? ReturnOf(IReadOnlyList<ActivityProgress> versions)
    {
        var first = versions.Reverse().TakeWhile(version => version.State == ProgressState.Returned).LastOrDefault();
        return first is null ? null : new ReturnedVersion(first.Activity, first.Version, first.At, first.Observation);
    }
}
