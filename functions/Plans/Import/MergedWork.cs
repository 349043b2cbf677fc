using Avance.Functions.Plans.WorkPlans;

namespace Avance.Functions.Plans.Import;

/// <summary>What is reported of a plan with a file merged into it.</summary>
/// <param name="WorkPlan">Null for other kinds of plan.</param>
/// <param name="WithoutNumber">How many deliveries of a work plan got no number, since all 999 are taken.</param>
internal sealed record MergedWork(
    ValueList<Activity> Activities,
    ValueList<Goal> Goals,
    WorkPlan? WorkPlan = null,
    int WithoutNumber = 0
);
