using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.Policies;
using Avance.Functions.Reports.Rows;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports;

/// <summary>Writes the figures of a plan as the rows of its report. Pure.</summary>
public static class ReportCompiler
{
    public static Report Compile(Plan plan, Period period, ReportInputs inputs)
    {
        var result = Evaluate(plan, period, inputs.Sent);
        var ofPeriod = inputs.Sent.Where(goal => goal.Period == period).ToLookup(goal => goal.Activity);
        var activities = new ActivityRows(plan, inputs);
        var evidence = EvidenceRows.Of(plan, inputs.Evidence, inputs.Progress);
        var policy = PolicyRows.Of(
            plan,
            period,
            EvaluateIndicators(plan, period, inputs.Sent),
            inputs.EarlierProgress.Concat(inputs.Progress)
        );
        var workPlan = DeliveryRows.Of(plan, period, inputs);
        return new Report(
            period,
            PlanSummaryRow.Of(plan, result, inputs, policy, workPlan),
            result
                .Units.Select(unit => UnitRow(plan, unit))
                .OrderBy(row => row.Key, StringComparer.Ordinal)
                .ToValueList(),
            result
                .Activities.Select(activity => activities.Of(activity, [.. ofPeriod[activity.Activity.Number]]))
                .ToValueList(),
            result
                .Activities.SelectMany(activity =>
                    activity.Goals.Select(goal =>
                        GoalRow(plan, period, activity.Activity, goal, ofPeriod[activity.Activity.Number])
                    )
                )
                .ToValueList(),
            evidence,
            RaisedFindingRows.Of(plan, inputs.Findings),
            FactorRows.Of(plan, inputs.Progress, inputs.Evaluations),
            RecommendationRows.Of(plan, inputs.Recommendations),
            ReminderRows.Of(plan, inputs.Mails),
            YearFigureRows.Of(plan, inputs.History)
        )
        {
            Details = RaisedFindingRows
                .DetailsOf(plan, inputs.Findings)
                .Concat(EvidenceRows.NamesOf(plan, inputs.Evidence))
                .OrderBy(detail => detail.Key, StringComparer.Ordinal)
                .ToValueList(),
            Policy = policy,
            WorkPlan = workPlan,
            Achievements = RecordedAchievementRows.Of(plan, period, inputs.Achievements),
        };
    }

    /// <summary>The figures of a plan by the end of a period.</summary>
    /// <param name="sent">What was sent in the period's year, of a policy in the years before too.</param>
    public static PlanResult Evaluate(Plan plan, Period period, IReadOnlyCollection<SentGoal> sent) =>
        ComplianceRules.Evaluate(plan, period, sent.Select(Counted).OfType<ReportedGoal>());

    /// <inheritdoc cref="PolicyRules.Evaluate(Plan, Period, IEnumerable{ReportedGoal})"/>
    public static ValueList<EvaluatedIndicator> EvaluateIndicators(
        Plan plan,
        Period period,
        IReadOnlyCollection<SentGoal> sent
    ) => PolicyRules.Evaluate(plan, period, sent.Select(Counted).OfType<ReportedGoal>());

    /// <summary>
    /// What a unit sent, as it counts. A unit alone cannot take a goal out of the plan's count: until the secretariat
    /// has accepted it, the goal counts as not reported.
    /// </summary>
    private static ReportedGoal? Counted(SentGoal goal) =>
        goal is { State: not ProgressState.Accepted, Counted.Outcome: Outcome.Reformulated or Outcome.Suspended }
            ? goal.Counted with
            {
                Outcome = Outcome.NotReported,
            }
            : goal.Counted;

    private static ReportUnitRow UnitRow(Plan plan, UnitResult unit) =>
        new(
            unit.Unit.Code.ToString(),
            ReportKeys.OfUnit(plan.Id, unit.Unit.Code.ToString()),
            unit.Unit.Name,
            unit.Rank,
            Number(unit.Compliance),
            (long)ComplianceRules.Shown(unit.Compliance ?? 0),
            Number(unit.CappedCompliance),
            Light(plan, plan.Header.Settings.CapPercents ? unit.CappedCompliance : unit.Compliance),
            unit.GoalsInMean,
            unit.Programmed,
            unit.FullyExecuted
        );

    private static ReportGoalRow GoalRow(
        Plan plan,
        Period period,
        Activity activity,
        GoalResult result,
        IEnumerable<SentGoal> ofPeriod
    ) =>
        new(
            activity.Number.Value,
            ReportKeys.OfActivity(plan.Id, activity.Number),
            result.Goal.Year,
            result.Goal.Year < period.Year,
            activity.ResponsibleUnit.ToString(),
            ReportKeys.OfUnit(plan.Id, activity.ResponsibleUnit.ToString()),
            result.Goal.Measure.ToString(),
            Number(result.Goal.Target),
            Number(result.Executed),
            Number(ofPeriod.FirstOrDefault(goal => goal.GoalYear == result.Goal.Year)?.Counted?.Executed),
            result.Outcome.ToString(),
            Number(result.Percent),
            (long)ComplianceRules.Shown(result.Percent ?? 0),
            result.Percent is null ? 0 : 1,
            result.IsFullyExecuted ? 1 : 0,
            Light(plan, result.Percent)
        );

    private static double Number(decimal? value) => (double)(value ?? 0);

    private static string Light(Plan plan, decimal? percent) =>
        ComplianceRules.Light(percent, plan.Header.Settings).ToString();
}
