namespace Avance.Functions.Plans.Indicators;

/// <summary>The percent of an indicator and whether its target was met. Pure.</summary>
public static class IndicatorRules
{
    /// <param name="actuals">Of any years, in any order, each year at most once.</param>
    public static IndicatorResult Evaluate(Indicator indicator, int year, IReadOnlyCollection<IndicatorActual> actuals)
    {
        var known = actuals.FirstOrDefault(actual => actual.Year == year);
        var (actual, target) =
            indicator.Method == IndicatorMethod.AccumulatedRatio
                ? (SumOfActuals(indicator, year, actuals), SumOfTargets(indicator, year))
                : (known?.Value, indicator.TargetOf(year));
        var missing = Missing(indicator, actual, target);
        return new IndicatorResult(
            indicator.Code,
            year,
            known?.Information ?? InformationStatus.NotSubmitted,
            known?.Value,
            indicator.TargetOf(year),
            missing is null ? Percent(indicator, actual!.Value, target!.Value) : null,
            missing,
            actual is { } reached && target is { } wanted ? indicator.Meets(reached, wanted) : null,
            known?.Value is { } value ? BeyondTargetOf(indicator, year, value) : null
        )
        {
            MeasuredActual = actual,
            MeasuredTarget = target,
        };
    }

    /// <summary>The percent, unless what the method divides by is 0 or unknown.</summary>
    /// <exception cref="InvalidOperationException">The method needs a baseline, and there is none.</exception>
    internal static decimal Percent(Indicator indicator, decimal actual, decimal target) =>
        100
        * indicator.Method switch
        {
            IndicatorMethod.InverseRatio => target / actual,
            IndicatorMethod.BaselineGap => (actual - indicator.Baseline!.Value) / (target - indicator.Baseline.Value),
            _ => actual / target,
        };

    private static MissingPercent? Missing(Indicator indicator, decimal? actual, decimal? target) =>
        target is null ? MissingPercent.NoTarget
        : actual is null ? MissingPercent.NoActual
        : indicator.Method switch
        {
            IndicatorMethod.BaselineGap when indicator.Baseline is null => MissingPercent.NoBaseline,
            IndicatorMethod.BaselineGap when indicator.Baseline == target => MissingPercent.BaselineIsTarget,
            IndicatorMethod.InverseRatio when actual == 0 => MissingPercent.DividedByZero,
            IndicatorMethod.Ratio or IndicatorMethod.AccumulatedRatio when target == 0 => MissingPercent.DividedByZero,
            _ => null,
        };

    private static decimal? SumOfTargets(Indicator indicator, int year) =>
        indicator.TargetOf(year) is null
            ? null
            : indicator.Targets.Where(target => target.Year <= year).Sum(target => target.Value);

    /// <returns>Null if a year with a target has no actual.</returns>
    private static decimal? SumOfActuals(Indicator indicator, int year, IReadOnlyCollection<IndicatorActual> actuals)
    {
        var sum = 0m;
        foreach (var target in indicator.Targets.Where(target => target.Year <= year))
        {
            if (actuals.FirstOrDefault(actual => actual.Year == target.Year)?.Value is not { } value)
            {
                return null;
            }

            sum += value;
        }

        return sum;
    }

    private static int? BeyondTargetOf(Indicator indicator, int year, decimal actual) =>
        indicator
            .Targets.Where(target => target.Year > year && indicator.Meets(actual, target.Value))
            .Max(target => (int?)target.Year);
}
