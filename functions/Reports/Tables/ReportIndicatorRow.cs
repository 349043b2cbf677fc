namespace Avance.Functions.Reports.Tables;

/// <summary>
/// An indicator of a policy that is evaluated in the period's year. Exceeded, NotMet and NoInformation may be added up: one of
/// them is 1.
/// </summary>
/// <param name="Activity">Number of the activity that it is reported as.</param>
/// <param name="ActivityKey">Its row in dimactivity.</param>
/// <param name="Indicator">Its code.</param>
/// <param name="Title">What it measures.</param>
/// <param name="Level">What it is an indicator of: Objective or Service.</param>
/// <param name="Objective">Code of its objective, or of that of its service.</param>
/// <param name="Service">Code of its service; empty for an indicator of the objective.</param>
/// <param name="Unit">Code of the responsible body.</param>
/// <param name="UnitKey">Its row in dimunit.</param>
/// <param name="UnitOfMeasure">What its values are measured in.</param>
/// <param name="Direction">Ascending if more is better, Descending if less is.</param>
/// <param name="Method">Ratio, InverseRatio, BaselineGap or AccumulatedRatio.</param>
/// <param name="Baseline">Its value before the policy; 0 if HasBaseline is 0.</param>
/// <param name="HasBaseline">1 if a baseline is known, else 0.</param>
/// <param name="BaselineInferred">1 if it was not published but inferred from a published percent, else 0.</param>
/// <param name="Target">The value that it is to have in the year.</param>
/// <param name="Actual">The value that was reported; 0 if HasActual is 0.</param>
/// <param name="HasActual">1 if a value was reported, else 0.</param>
/// <param name="Percent">By its method, unrounded, not capped; 0 if HasPercent is 0.</param>
/// <param name="PercentShown">The same rounded half away from zero to one decimal.</param>
/// <param name="HasPercent">1 if there is a percent, else 0.</param>
/// <param name="Missing">Why there is no percent: NoActual, NoTarget, NoBaseline, BaselineIsTarget or DividedByZero; empty if there is one.</param>
/// <param name="Information">Reported, NotSubmitted, SourceNotProduced or UnderReview.</param>
/// <param name="Exceeded">1 at the target or beyond it in the indicator's direction, else 0.</param>
/// <param name="NotMet">1 short of the target, else 0.</param>
/// <param name="NoInformation">1 if that cannot be told, else 0.</param>
/// <param name="BeyondTargetOf">The last later year whose target it has reached already; 0 if none.</param>
/// <param name="PercentPublished">The percent that a report printed; 0 if HasPublished is 0.</param>
/// <param name="HasPublished">1 if a percent was published, else 0.</param>
/// <param name="PercentLeast">The least percent that the actual may give, whatever was rounded away of it; 0 if HasRange is 0.</param>
/// <param name="PercentLargest">The largest one, likewise.</param>
/// <param name="HasRange">1 if there are such percents, else 0.</param>
/// <param name="Reproduced">1 if the published percent may be a rounding of the computed one, else 0.</param>
/// <param name="Source">Where the actual comes from, as the body says, else as the policy does.</param>
/// <param name="Reason">Why there is no actual, as the body says; empty if it says nothing.</param>
public sealed record ReportIndicatorRow(
    int Activity,
    string ActivityKey,
    string Indicator,
    string Title,
    string Level,
    string Objective,
    string Service,
    string Unit,
    string UnitKey,
    string UnitOfMeasure,
    string Direction,
    string Method,
    double Baseline,
    int HasBaseline,
    int BaselineInferred,
    double Target,
    double Actual,
    int HasActual,
    double Percent,
    double PercentShown,
    int HasPercent,
    string Missing,
    string Information,
    int Exceeded,
    int NotMet,
    int NoInformation,
    int BeyondTargetOf,
    double PercentPublished,
    int HasPublished,
    double PercentLeast,
    double PercentLargest,
    int HasRange,
    int Reproduced,
    string Source,
    string Reason
) : IReportRow
{
    public string Key => new Domain.ActivityNumber(Activity).Key;
}
