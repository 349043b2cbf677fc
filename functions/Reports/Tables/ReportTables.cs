using Azure.Data.Tables;

namespace Avance.Functions.Reports.Tables;

/// <summary>The contract with Power BI: docs/tables.md.</summary>
public sealed class ReportTables(TableServiceClient service)
{
    public ReportTable<ReportActivityRow> Activities { get; } = new(service, "reportactivity");

    public ReportTable<ReportGoalRow> Goals { get; } = new(service, "reportgoal");

    public ReportTable<ReportUnitRow> Units { get; } = new(service, "reportunit");

    public ReportTable<ReportPlanRow> Plans { get; } = new(service, "reportplan");

    public ReportTable<ReportRunRow> Runs { get; } = new(service, "reportrun");
}
