namespace Avance.Functions.Plans.Indicators;

/// <summary>An indicator of a policy's priority objective or service.</summary>
/// <param name="Code">As the policy writes it, for example <c>IOP.01.01</c>.</param>
/// <param name="Title">What it measures.</param>
/// <param name="UnitOfMeasure">For example "%".</param>
/// <param name="Baseline">Its value before the policy; null if none was published.</param>
/// <param name="Targets">By year, each year once.</param>
/// <param name="Source">Where its actual comes from, for example a survey.</param>
/// <param name="ResponsibleBody">The body that reports it.</param>
public sealed record Indicator(
    string Code,
    string Title,
    IndicatorDirection Direction,
    IndicatorMethod Method,
    string UnitOfMeasure,
    decimal? Baseline,
    ValueList<IndicatorTarget> Targets,
    string Source,
    string ResponsibleBody
)
{
    public decimal? TargetOf(int year) => Targets.FirstOrDefault(target => target.Year == year)?.Value;

    /// <summary>True at the target, or beyond it in the indicator's direction.</summary>
    public bool Meets(decimal actual, decimal target) =>
        Direction == IndicatorDirection.Ascending ? actual >= target : actual <= target;
}
