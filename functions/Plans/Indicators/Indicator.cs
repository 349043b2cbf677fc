namespace Avance.Functions.Plans.Indicators;

/// <summary>How an indicator is evaluated, with its targets.</summary>
/// <param name="Code">As the policy writes it, for example <c>IOP.01.01</c>.</param>
/// <param name="Baseline">Its value before the policy; null if none was published.</param>
/// <param name="Targets">By year, each year once.</param>
public sealed record Indicator(
    string Code,
    IndicatorDirection Direction,
    IndicatorMethod Method,
    decimal? Baseline,
    ValueList<IndicatorTarget> Targets
)
{
    public decimal? TargetOf(int year) => Targets.FirstOrDefault(target => target.Year == year)?.Value;

    /// <summary>True at the target, or beyond it in the indicator's direction.</summary>
    public bool Meets(decimal actual, decimal target) =>
        Direction == IndicatorDirection.Ascending ? actual >= target : actual <= target;
}
