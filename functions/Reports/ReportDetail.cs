namespace Avance.Functions.Reports;

/// <summary>A text that a report's snapshot keeps beside a row of its tables.</summary>
/// <param name="Key">The row's <see cref="Tables.IReportRow.Key"/>.</param>
/// <param name="Text">The detail of a finding, or the name of a file.</param>
public sealed record ReportDetail(string Key, string Text);
