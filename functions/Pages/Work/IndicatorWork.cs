using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Progress;

namespace Avance.Functions.Pages.Work;

/// <summary>An indicator as its body must know it to report on it.</summary>
/// <param name="Code">As the policy writes it.</param>
/// <param name="Measures">Code and title of the objective or service that it measures.</param>
/// <param name="IsOfService">False for an indicator of an objective.</param>
/// <param name="Baseline">Its value before the policy; null if none was published.</param>
/// <param name="BaselineYear">Null if unknown.</param>
/// <param name="IsBaselineInferred">True if the baseline was inferred from published percents.</param>
/// <param name="Source">Where its value comes from, as the policy says; empty if it does not.</param>
/// <param name="Targets">Of all years.</param>
/// <param name="Earlier">What is known of earlier years.</param>
public sealed record IndicatorWork(
    string Code,
    string Measures,
    bool IsOfService,
    IndicatorDirection Direction,
    IndicatorMethod Method,
    decimal? Baseline,
    int? BaselineYear,
    bool IsBaselineInferred,
    string Source,
    ValueList<IndicatorTarget> Targets,
    ValueList<IndicatorActual> Earlier
)
{
    /// <param name="sent">What was sent of the activity in this year and earlier ones.</param>
    /// <returns>Null if the activity is no indicator.</returns>
    public static IndicatorWork? Of(Plan plan, ActivityNumber activity, int year, IEnumerable<ReportedGoal> sent)
    {
        if (plan.Policy?.FindIndicator(activity) is not { } sheet)
        {
            return null;
        }

        var service = plan.Policy.FindService(sheet.Of);
        var title = service?.Title ?? plan.Policy.FindObjectiveOf(sheet.Of)?.Title ?? "";
        return new IndicatorWork(
            sheet.Code,
            $"{sheet.Of} {title}".TrimEnd(),
            service is not null,
            sheet.Direction,
            sheet.Method,
            sheet.Baseline,
            sheet.BaselineYear,
            sheet.IsBaselineInferred,
            sheet.Source,
            plan.FindIndicator(activity)!.Targets,
            GoalRules.ActualsOf(sent).Where(actual => actual.Year < year).OrderBy(actual => actual.Year).ToValueList()
        );
    }
}
