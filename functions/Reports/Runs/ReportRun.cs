namespace Avance.Functions.Reports.Runs;

/// <summary>A run that changed the report of a period, as its snapshot tells.</summary>
/// <param name="At">When it wrote the report.</param>
/// <param name="IsCurrent">True for the run whose report stands in the tables.</param>
public sealed record ReportRun(string RunId, DateTimeOffset At, bool IsCurrent);
