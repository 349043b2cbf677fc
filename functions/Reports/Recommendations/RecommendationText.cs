using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>The words of drafts.</summary>
internal static class RecommendationText
{
    private const string Code = "recommendation";

    public static string Of(string kind, params object?[] arguments) => Messages.Text($"{Code}.{kind}", arguments);

    /// <summary>A text about one activity, which it names by number and title.</summary>
    public static string Of(string kind, Activity activity, params object?[] arguments) =>
        Of(kind, [activity.Number, activity.Title, .. arguments]);

    /// <summary><c>de la meta de 2023 se ejecutó 3 de 7 (43 %)</c>, for each goal.</summary>
    public static string Executed(IReadOnlyList<GoalResult> goals) => ReportWords.List([.. goals.Select(Executed)]);

    /// <summary><c>en 2021 se obtuvo 1.4 y se esperaba 9 (15.6 %)</c>, for each target of an indicator.</summary>
    public static string Obtained(IReadOnlyList<GoalResult> goals) => ReportWords.List([.. goals.Select(Obtained)]);

    /// <summary><c>la meta de 2023</c>, <c>las metas de 2022 y 2023</c>.</summary>
    public static string Goals(IReadOnlyList<GoalResult> goals) =>
        Of(goals.Count == 1 ? "one-goal" : "goals", ReportWords.List([.. goals.Select(goal => $"{goal.Goal.Year}")]));

    /// <summary>
    /// The claims as a text names them: those of the period by their numbers, others with their period.
    /// <c>las actividades N° 6 y 44, así como de la actividad N° 6 en el periodo 2023-I</c>.
    /// </summary>
    public static string Claims(Period period, IReadOnlyList<ClaimAddress> claims)
    {
        var here = claims.Where(claim => claim.Period == period).Select(claim => claim.Activity).ToList();
        var elsewhere = claims
            .Where(claim => claim.Period != period)
            .GroupBy(claim => claim.Period)
            .OrderBy(other => other.Key)
            .Select(other =>
                Of("other-period", ReportWords.Activities(other.Select(claim => claim.Activity)), other.Key)
            );
        return string.Concat(elsewhere.Prepend(ReportWords.Activities(here)));
    }

    private static string Executed(GoalResult goal) =>
        Of(
            "executed",
            goal.Goal.Year,
            Amount(goal.Goal, goal.Executed ?? 0),
            Amount(goal.Goal, goal.Goal.Target),
            FindingText.Figure(ComplianceRules.Shown(goal.Percent ?? 0))
        );

    private static string Obtained(GoalResult goal) =>
        Of(
            "obtained",
            goal.Goal.Year,
            FindingText.Figure(goal.Executed ?? 0),
            FindingText.Figure(goal.Goal.Target),
            FindingText.Figure(ComplianceRules.Shown(goal.Percent ?? 0, 1))
        );

    private static string Amount(Goal goal, decimal value) =>
        goal.Measure == GoalMeasure.Percent ? $"{FindingText.Figure(value)} %" : FindingText.Figure(value);
}
