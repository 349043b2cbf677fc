using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Findings.Figures;

/// <summary>A number claimed for a goal, and what evidence may say instead of it.</summary>
/// <param name="Executed">As claimed in the period.</param>
/// <param name="Others">The same with earlier periods of the year, or with the activity's other goals: evidence may count those too.</param>
internal sealed record ClaimedFigure(Goal Goal, decimal Executed, ValueList<decimal> Others)
{
    /// <summary>Percents are read as they are rounded.</summary>
    private const decimal RoundedPercent = 0.5m;

    public string Subject(decimal evidenced) => $"{Goal.Year}|{FindingText.Key(Executed)}/{FindingText.Key(evidenced)}";

    public static IEnumerable<ClaimedFigure> Of(ExaminedClaim claim)
    {
        // The value of an indicator comes from a survey or a register: documents count other things.
        var figures = claim.Figures().Where(item => item.Goal.Measure != GoalMeasure.Value).ToList();
        var together = figures.Sum(item => item.Executed);
        return figures.Select(item => new ClaimedFigure(
            item.Goal,
            item.Executed,
            item.Goal.Measure == GoalMeasure.Percent ? [] : [OfYear(claim, item.Goal, item.Executed), together]
        ));
    }

    /// <summary>True if the documents may say the same.</summary>
    public bool Matches(FigureSums sums) =>
        sums.Contains(Executed)
        || Others.Any(sums.Contains)
        || (
            Goal.Measure == GoalMeasure.Percent
            && sums.Closest(Executed) is { } closest
            && Math.Abs(closest.Value - Executed) <= RoundedPercent
        );

    private static decimal OfYear(ExaminedClaim claim, Goal goal, decimal executed) =>
        executed
        + claim
            .YearReported.Where(report =>
                report.Activity == goal.Activity
                && report.GoalYear == goal.Year
                && report.Outcome == Outcome.Reported
                && report.Period.CompareTo(claim.Period.Id) < 0
            )
            .Sum(report => report.Executed ?? 0);
}
