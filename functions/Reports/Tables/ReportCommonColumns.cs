namespace Avance.Functions.Reports.Tables;

/// <summary>
/// The columns that every report row begins with; dimensions have those of the plan and the run alone, national rows those of the
/// period and the run.
/// </summary>
/// <param name="Plan">Plan id; null for a row of all plans.</param>
/// <param name="Period">The period, for example 2023-II, which also gives Year and Semester; null for a dimension.</param>
/// <param name="RunId">The run that wrote the row.</param>
/// <param name="ComputedAt">When that run computed it.</param>
public sealed record ReportCommonColumns(string? Plan, Period? Period, string RunId, DateTimeOffset ComputedAt);
