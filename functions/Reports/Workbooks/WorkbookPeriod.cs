namespace Avance.Functions.Reports.Workbooks;

/// <summary>A compiled report with the run that wrote it.</summary>
/// <param name="RunId">The run.</param>
/// <param name="ComputedAt">When its figures were computed.</param>
public sealed record WorkbookPeriod(Report Report, string RunId, DateTimeOffset ComputedAt);
