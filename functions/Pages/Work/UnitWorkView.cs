using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Pages.Work;

/// <summary>What a unit owes in a period.</summary>
/// <param name="Plan">Full name of the plan.</param>
/// <param name="Body">The public body.</param>
/// <param name="LegalBasis">The norm that approved the plan.</param>
/// <param name="Period">The period, with its state now.</param>
/// <param name="DaysLeft">Whole days until it is due, or closes if that has passed: 0 on the last day; negative once it is closed.</param>
/// <param name="EndsYear">True if no later period of the year follows: what is below its target then stays so.</param>
/// <param name="Activities">What the unit reports on in the year of the period, by number.</param>
/// <param name="ToExplain">Open findings, by activity, the gravest first.</param>
/// <param name="FileMegabytes">Megabytes that a file of evidence may have.</param>
public sealed record UnitWorkView(
    string Plan,
    string Body,
    string LegalBasis,
    UnitView Unit,
    PeriodView Period,
    int DaysLeft,
    bool EndsYear,
    ValueList<ActivityWork> Activities,
    ValueList<FindingView> ToExplain,
    int FileMegabytes
)
{
    public static UnitWorkView Of(
        Plan plan,
        Unit unit,
        ReportingPeriod period,
        IReadOnlyList<SentGoal> sent,
        IReadOnlyList<Finding> open,
        int fileMegabytes,
        BusinessCalendar calendar,
        DateTimeOffset now
    )
    {
        var activities = plan
            .Activities.Where(activity => activity.ResponsibleUnit == unit.Code)
            .Select(activity => ActivityWork.Of(plan, activity, period.Id, sent))
            .Where(work => work.Goals.Count > 0)
            .ToValueList();
        var numbers = activities.Select(work => work.Activity.Number).ToHashSet();
        return new UnitWorkView(
            plan.Header.Name,
            plan.Header.Body,
            plan.Header.LegalBasis,
            UnitView.Of(unit),
            PeriodView.Of(period, calendar, now),
            period.DaysLeft(calendar, now),
            !plan.Periods.Any(other => other.Id.Year == period.Id.Year && other.Id.CompareTo(period.Id) > 0),
            activities,
            open.Where(finding => numbers.Contains(finding.Id.Claim.Activity))
                .OrderBy(finding => finding.Id.Claim.Activity)
                .ThenByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Id.ToString(), StringComparer.Ordinal)
                .Select(FindingView.Of)
                .ToValueList(),
            fileMegabytes
        );
    }
}
