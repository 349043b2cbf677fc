using Azure.Data.Tables;

namespace Avance.Functions.Reports.Tables;

/// <summary>The contract with Power BI: docs/storage/report-tables.md.</summary>
public sealed class ReportTables(TableServiceClient service)
{
    private const string ActivitiesName = "reportactivity";
    private const string GoalsName = "reportgoal";
    private const string UnitsName = "reportunit";
    private const string PlansName = "reportplan";
    private const string RunsName = "reportrun";

    public static readonly ValueList<string> Names = [ActivitiesName, GoalsName, UnitsName, PlansName, RunsName];

    /// <summary>The names and types of all their columns.</summary>
    internal static string Columns { get; } =
        string.Join(
            '\n',
            ReportColumns<ReportActivityRow>.Types,
            ReportColumns<ReportGoalRow>.Types,
            ReportColumns<ReportUnitRow>.Types,
            ReportColumns<ReportPlanRow>.Types,
            ReportColumns<ReportRunRow>.Types
        );

    public ReportTable<ReportActivityRow> Activities { get; } = new(service, ActivitiesName);

    public ReportTable<ReportGoalRow> Goals { get; } = new(service, GoalsName);

    public ReportTable<ReportUnitRow> Units { get; } = new(service, UnitsName);

    public ReportTable<ReportPlanRow> Plans { get; } = new(service, PlansName);

    public ReportTable<ReportRunRow> Runs { get; } = new(service, RunsName);
}
