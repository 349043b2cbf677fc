using Avance.Functions.Plans;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>Figures of rows as people read them. None is computed or rounded here.</summary>
internal static class ReportFigures
{
    /// <summary>What stands where there is no figure.</summary>
    public const string None = "—";

    private const string Words = "report-figure";

    /// <summary>At most 4 decimals, as many as targets and claims have: <c>1,250.5</c>.</summary>
    public static string Number(double value) => value.ToString("#,##0.####", Messages.Culture);

    public static string Number(long value) => value.ToString("#,##0", Messages.Culture);

    /// <summary>Of a column that is rounded already: <c>70.8 %</c>.</summary>
    public static string Percent(double shown) => Messages.Text($"{Words}.Percent", Number(shown));

    public static string Compliance(ReportUnitRow unit) => unit.GoalsInMean == 0 ? None : Percent(unit.ComplianceShown);

    public static string Percent(ReportGoalRow goal) => goal.InMean == 0 ? None : Percent(goal.PercentShown);

    public static string Percent(ReportHistoryRow? row) => row is { HasPercent: 1 } ? Percent(row.PercentShown) : None;

    public static string Target(ReportGoalRow goal) => Amount(goal, goal.Target);

    /// <summary>How much was executed; what became of the goal instead, or beside it, where it was not just reported.</summary>
    public static string Executed(ReportGoalRow goal)
    {
        if (goal.Outcome == nameof(Progress.Outcome.Reported))
        {
            return Amount(goal, goal.Executed);
        }

        var outcome = ReportParts.Word("report-outcome", goal.Outcome);
        return goal.Executed > 0 ? $"{Amount(goal, goal.Executed)} ({outcome})" : outcome;
    }

    public static string Light(string light) => ReportParts.Word("report-light", light);

    private static string Amount(ReportGoalRow goal, double value) =>
        goal.Measure == nameof(GoalMeasure.Percent) ? Percent(value) : Number(value);
}
