namespace Avance.Functions.Reports.Tables;

/// <summary>
/// The run that last changed the report of a plan and period. It is written after all other rows, and marked incomplete
/// before any of them is replaced.
/// </summary>
/// <param name="Complete">True if the report is whole; false while a run replaces it, or after one died at it.</param>
/// <param name="Rows">How many rows the report has in the other tables.</param>
/// <param name="Checksum">SHA-256 in hexadecimal of their content, without run and time, and of the types of their columns.</param>
/// <param name="StartedAt">When the run started.</param>
/// <param name="FinishedAt">When it had written the report.</param>
/// <param name="Snapshot">The blob that keeps the report as this run wrote it.</param>
public sealed record ReportRunRow(
    bool Complete,
    int Rows,
    string Checksum,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    string Snapshot
) : IReportRow
{
    public string Key => "run";
}
