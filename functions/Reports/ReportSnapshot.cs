using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports;

/// <summary>A report as it is written: its JSON and checksum are made once.</summary>
public sealed class ReportSnapshot
{
    public ReportSnapshot(ReportScope scope, Report report)
    {
        Scope = scope;
        Report = report;
        Json = report.ToJson();
        Checksum = Report.ChecksumOf(Json);
    }

    public ReportScope Scope { get; }

    public Report Report { get; }

    public byte[] Json { get; }

    /// <inheritdoc cref="Report.ChecksumOf"/>
    public string Checksum { get; }
}
