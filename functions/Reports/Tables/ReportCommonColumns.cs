namespace Avance.Functions.Reports.Tables;

/// <summary>The columns that every report row begins with; dimensions have those of the plan and the run alone.</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Period">The period, for example 2023-II, which also gives Year and Semester; null for a dimension.</param>
/// <param name="RunId">The run that wrote the row.</param>
/// <param name="ComputedAt">When that run computed it.</param>
public sealed record ReportCommonColumns(string Plan, Period? Period, string RunId, DateTimeOffset ComputedAt)
{
    public static ReportCommonColumns Of(ReportScope scope, string runId, DateTimeOffset computedAt) =>
        new(scope.Plan.ToString(), scope.Period, runId, computedAt);
}
