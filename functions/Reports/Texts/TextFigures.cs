using Avance.Functions.Reports.Policies;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Texts;

/// <summary>The compiled rows whose figures the texts print.</summary>
public sealed record TextFigures(
    Period Period,
    ReportPlanRow Plan,
    ValueList<ReportUnitRow> Units,
    ValueList<ReportActivityRow> Activities,
    ValueList<ReportGoalRow> Goals
)
{
    /// <summary>What a policy has besides; null for other plans.</summary>
    public PolicyReport? Policy { get; init; }

    public static TextFigures Of(Report report) =>
        new(report.Period, report.Plan, report.Units, report.Activities, report.Goals) { Policy = report.Policy };
}
