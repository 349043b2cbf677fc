using Avance.Functions.Plans.Indicators;

namespace Avance.Functions.Plans.Policies;

/// <summary>
/// An indicator as its technical sheet defines it. Title, unit of measure and responsible body are those of its activity; its
/// targets by year are the activity's goals.
/// </summary>
/// <param name="Activity">Its activity in the plan.</param>
/// <param name="Code">As the policy writes it, for example <c>IOP.01.01</c>.</param>
/// <param name="Of">The code of the objective or service that it measures.</param>
/// <param name="Baseline">Its value before the policy; null if none was published.</param>
/// <param name="BaselineYear">The year of the baseline; null if unknown.</param>
/// <param name="IsBaselineInferred">True if the baseline was not published but inferred from published percents.</param>
/// <param name="Source">Where its actual comes from, for example a survey; empty if the policy does not say.</param>
public sealed record PolicyIndicator(
    ActivityNumber Activity,
    string Code,
    string Of,
    IndicatorDirection Direction,
    IndicatorMethod Method,
    decimal? Baseline,
    int? BaselineYear,
    bool IsBaselineInferred,
    string Source
);
