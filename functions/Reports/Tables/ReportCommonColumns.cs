namespace Avance.Functions.Reports.Tables;

/// <summary>The columns that every report row begins with.</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Period">The period, for example 2023-II.</param>
/// <param name="Year">Its year.</param>
/// <param name="Semester">Its semester, 1 or 2.</param>
/// <param name="RunId">The run that wrote the row.</param>
/// <param name="ComputedAt">When that run computed it.</param>
public sealed record ReportCommonColumns(
    string Plan,
    string Period,
    int Year,
    int Semester,
    string RunId,
    DateTimeOffset ComputedAt
)
{
    public static ReportCommonColumns Of(PlanId plan, Period period, string runId, DateTimeOffset computedAt) =>
        new(plan.ToString(), period.ToString(), period.Year, period.Semester, runId, computedAt);
}
