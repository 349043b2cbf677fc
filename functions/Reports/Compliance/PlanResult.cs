namespace Avance.Functions.Reports.Compliance;

/// <summary>How far a plan has come by the end of a period, counted from the start of the period's year.</summary>
/// <param name="Activities">Those with a goal in the year, by number.</param>
/// <param name="Units">Those that have such an activity in the count, by rank.</param>
public sealed record PlanResult(Period Period, ValueList<ActivityResult> Activities, ValueList<UnitResult> Units)
{
    /// <summary>Activities in the plan's count.</summary>
    public int Programmed => Activities.Count(activity => activity.IsProgrammed);

    /// <summary>Activities with every goal at 100 % or more.</summary>
    public int FullyExecuted => Activities.Count(activity => activity.IsFullyExecuted);

    /// <summary>Fully executed ÷ programmed × 100, unrounded; null if nothing is programmed.</summary>
    public decimal? ExecutionLevel => Programmed == 0 ? null : FullyExecuted * 100m / Programmed;
}
