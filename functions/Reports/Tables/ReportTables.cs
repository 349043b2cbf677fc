using Avance.Functions.Storage;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Reports.Tables;

/// <summary>The contract with Power BI: docs/storage/report-tables.md. A table's name is its row type's, in lower case.</summary>
/// <param name="service">Of the storage account for reports.</param>
public sealed class ReportTables([FromKeyedServices(StorageClients.Reports)] TableServiceClient service)
{
    private static readonly ValueList<Type> RowTypes = typeof(ReportTables)
        .GetProperties()
        .Select(table => table.PropertyType.GetGenericArguments()[0])
        .ToValueList();

    public static readonly ValueList<string> Names = RowTypes.Select(NameOf).ToValueList();

    /// <summary>The names and types of all their columns.</summary>
    internal static string Columns { get; } = string.Join('\n', RowTypes.Select(ColumnsOf));

    public ReportTable<ReportActivityRow> Activities { get; } = Create<ReportActivityRow>(service);

    public ReportTable<ReportGoalRow> Goals { get; } = Create<ReportGoalRow>(service);

    public ReportTable<ReportUnitRow> Units { get; } = Create<ReportUnitRow>(service);

    public ReportTable<ReportPlanRow> Plans { get; } = Create<ReportPlanRow>(service);

    public ReportTable<ReportEvidenceRow> Evidence { get; } = Create<ReportEvidenceRow>(service);

    public ReportTable<ReportFindingRow> Findings { get; } = Create<ReportFindingRow>(service);

    public ReportTable<ReportFactorRow> Factors { get; } = Create<ReportFactorRow>(service);

    public ReportTable<ReportRecommendationRow> Recommendations { get; } = Create<ReportRecommendationRow>(service);

    public ReportTable<ReportReminderRow> Reminders { get; } = Create<ReportReminderRow>(service);

    public ReportTable<ReportHistoryRow> History { get; } = Create<ReportHistoryRow>(service);

    public ReportTable<ReportIndicatorRow> Indicators { get; } = Create<ReportIndicatorRow>(service);

    public ReportTable<ReportObjectiveRow> Objectives { get; } = Create<ReportObjectiveRow>(service);

    public ReportTable<ReportServiceRow> Services { get; } = Create<ReportServiceRow>(service);

    public ReportTable<ReportDeliveryRow> Deliveries { get; } = Create<ReportDeliveryRow>(service);

    public ReportTable<ReportAchievementRow> Achievements { get; } = Create<ReportAchievementRow>(service);

    public ReportTable<ReportRunRow> Runs { get; } = Create<ReportRunRow>(service);

    public ReportTable<DimPlanRow> PlanDimension { get; } = Create<DimPlanRow>(service);

    public ReportTable<DimUnitRow> UnitDimension { get; } = Create<DimUnitRow>(service);

    public ReportTable<DimPeriodRow> PeriodDimension { get; } = Create<DimPeriodRow>(service);

    public ReportTable<DimActivityRow> ActivityDimension { get; } = Create<DimActivityRow>(service);

    public ReportTable<DimBodyRow> BodyDimension { get; } = Create<DimBodyRow>(service);

    internal static ReportTable<TRow> Create<TRow>(TableServiceClient service)
        where TRow : class, IReportRow => new(service, NameOf(typeof(TRow)));

    /// <summary>The table of a row type.</summary>
    internal static string NameOf(Type row) => row.Name[..^"Row".Length].ToLowerInvariant();

    internal static string ColumnsOf(Type row) =>
        (string)typeof(ReportColumns<>).MakeGenericType(row).GetProperty("Types")!.GetValue(null)!;
}
