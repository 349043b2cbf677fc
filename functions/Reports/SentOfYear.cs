using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Reports;

/// <summary>Reads what the figures of a year are made of.</summary>
internal static class SentOfYear
{
    /// <summary>What was sent in the year's periods; of a policy in those of earlier years too, since an indicator may add them up.</summary>
    public static async Task<List<SentGoal>> SentForAsync(
        this ProgressTable progress,
        Plan plan,
        int year,
        CancellationToken cancellationToken
    )
    {
        var sent = new List<SentGoal>();
        var years = plan.ReportedPeriods.Select(period => period.Id.Year).Where(one => one < year).Distinct();
        foreach (var one in plan.CountsEarlierYears ? years.Append(year) : [year])
        {
            sent.AddRange(await progress.SentAsync(plan.Id, one, cancellationToken).ToListAsync(cancellationToken));
        }

        return sent;
    }
}
