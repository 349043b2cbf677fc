using System.Reflection;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.House;

namespace Avance.Functions.Tests.Reports.Tables;

/// <summary>The contract with Power BI: names, types and order of the columns.</summary>
public sealed class TableDocsTests
{
    [Fact]
    public void Docs_ColumnsOfEveryTable_AreThoseOfTheStamp() =>
        Described(StoredColumn.ParseAll(Checkout.Read("docs/storage/report-tables.md")))
            .ShouldBe(ColumnsOf(typeof(ReportCommonColumns)));

    [Fact]
    public void Docs_EveryTable_HasTheColumnsOfItsRowType()
    {
        foreach (var table in typeof(ReportTables).GetProperties())
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

    private static string[] Described(StoredColumn[] columns) =>
        [.. columns.Select(column => $"{column.Name}: {column.Type}")];
}
