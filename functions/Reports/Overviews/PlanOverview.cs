using Avance.Functions.Plans;

namespace Avance.Functions.Reports.Overviews;

/// <summary>The state of a plan in the national overview.</summary>
/// <param name="Period">Its latest period that has opened, with its state now; null if none has.</param>
/// <param name="DaysLeft">See <see cref="PeriodOverview.DaysLeft"/>; 0 without a period.</param>
/// <param name="Due">Activities that are to be reported in the period.</param>
/// <param name="Sent">Those of them that were sent and not returned, accepted ones too.</param>
/// <param name="Accepted">Those of them that were accepted.</param>
/// <param name="Execution">The execution level by the end of the period; null without a period.</param>
public sealed record PlanOverview(
    PlanId Id,
    string Name,
    string Body,
    PeriodView? Period,
    int DaysLeft,
    int Due,
    int Sent,
    int Accepted,
    ExecutionOverview? Execution
);
