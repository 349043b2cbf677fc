using Avance.Functions.Plans;

namespace Avance.Functions.Findings;

/// <summary>Names a claim within its plan: what is reported of an activity in a period.</summary>
public readonly record struct ClaimAddress(Period Period, ActivityNumber Activity);
