using Avance.Functions.Plans;

namespace Avance.Functions.Progress;

/// <summary>Names the progress of an activity in a period.</summary>
public readonly record struct ProgressAddress(PlanId Plan, Period Period, ActivityNumber Activity);
