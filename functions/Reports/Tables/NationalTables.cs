using Avance.Functions.Storage;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Reports.Tables;

/// <summary>
/// The national part of the contract with Power BI: docs/storage/report-tables.md. Their partitions are those of
/// <see cref="NationalScope"/>. They are apart from <see cref="ReportTables"/>, since no plan's report has rows in them.
/// </summary>
/// <param name="service">Of the storage account for reports.</param>
public sealed class NationalTables([FromKeyedServices(StorageClients.Reports)] TableServiceClient service)
{
    private static readonly ValueList<Type> RowTypes = typeof(NationalTables)
        .GetProperties()
        .Select(table => table.PropertyType.GetGenericArguments()[0])
        .ToValueList();

    public static readonly ValueList<string> Names = RowTypes.Select(ReportTables.NameOf).ToValueList();

    /// <summary>The names and types of all their columns.</summary>
    internal static string Columns { get; } = string.Join('\n', RowTypes.Select(ReportTables.ColumnsOf));

    public ReportTable<ReportNationalRow> Totals { get; } = ReportTables.Create<ReportNationalRow>(service);

    public ReportTable<ReportNationalBodyRow> Bodies { get; } = ReportTables.Create<ReportNationalBodyRow>(service);

    public ReportTable<ReportNationalPlanRow> Plans { get; } = ReportTables.Create<ReportNationalPlanRow>(service);

    public ReportTable<ReportNationalThemeRow> Themes { get; } = ReportTables.Create<ReportNationalThemeRow>(service);
}
