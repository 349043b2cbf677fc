using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Reports.Compliance;

/// <summary>How far an activity has come: its goals that count in the year, the oldest first; never empty.</summary>
public sealed record ActivityResult(Activity Activity, ValueList<GoalResult> Goals)
{
    /// <summary>True if at least one goal is still in the plan's count.</summary>
    public bool IsProgrammed => Goals.Any(goal => goal.IsProgrammed);

    /// <summary>True if every goal that is still in the count has reached 100 %.</summary>
    public bool IsFullyExecuted =>
        IsProgrammed && Goals.Where(goal => goal.IsProgrammed).All(goal => goal.IsFullyExecuted);
}
