using System.Reflection;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.House;

namespace Avance.Functions.Tests.Reports.Tables;

/// <summary>The contract with Power BI: names, types and order of the columns.</summary>
public sealed class TableDocsTests
{
    [Fact]
    public void Docs_ColumnsThatEveryTableBeginsWith_AreThoseOfARow()
    {
        var row = new DimBodyRow("MIMP");

        var described = Described(StoredColumn.ParseAll(Checkout.Read("docs/storage/report-tables.md")));

        described.ShouldBe(CommonOf(row, new ReportScope(TestPlan.Id, TestPlan.Second)));
        CommonOf(row, new ReportScope(TestPlan.Id)).ShouldBe(["Plan: text", "RunId: text", "ComputedAt: instant"]);
    }

    [Fact]
    public void Docs_EveryTable_HasTheColumnsOfItsRowType()
    {
        foreach (var table in typeof(ReportTables).GetProperties().Concat(typeof(NationalTables).GetProperties()))
        {
            var row = table.PropertyType.GetGenericArguments().Single();
            // ReportUnitRow is the row type of reportunit.
            var name = row.Name[..^"Row".Length].ToLowerInvariant();

            var page = StoragePage.Read($"docs/storage/tables/{name}.md");

            Described(page.Sections.ShouldHaveSingleItem().Columns).ShouldBe(ColumnsOf(row), name);
        }
    }

    private static string[] ColumnsOf(Type row) =>
        [
            .. row.GetConstructors()
                .Single()
                .GetParameters()
                .Select(column => $"{column.Name}: {StoredColumn.Words[column.ParameterType]}"),
        ];

    private static string[] CommonOf(DimBodyRow row, ReportScope scope)
    {
        var common = scope.Common("run", TestPlan.WhileOpen);
        string[] known = ["PartitionKey", "RowKey", nameof(DimBodyRow.Body)];
        return
        [
            .. ReportColumns<DimBodyRow>
                .ToEntity(scope.PartitionKey, scope.RowKey(row.Key), row, common)
                .Where(column => !known.Contains(column.Key, StringComparer.Ordinal))
                .Select(column => $"{column.Key}: {StoredColumn.Words[column.Value.GetType()]}"),
        ];
    }

    private static string[] Described(StoredColumn[] columns) =>
        [.. columns.Select(column => $"{column.Name}: {column.Type}")];
}
