using System.Reflection;
using Avance.Functions.Reports.Tables;
using Avance.Testing;

namespace Avance.Functions.Tests.Reports.Tables;

public sealed class TableDocsTests
{
    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(string)] = "text",
        [typeof(int)] = "whole number",
        [typeof(long)] = "whole number",
        [typeof(double)] = "number",
        [typeof(bool)] = "true or false",
        [typeof(DateTimeOffset)] = "instant",
    };

    [Fact]
    public void Docs_EveryTable_HasTheColumnsOfItsRowType()
    {
        var sections = File.ReadAllText(RepositoryRoot.File("docs/tables.md")).Split("\n## ");
        var described = sections.Skip(1).ToDictionary(section => section.Split('\n')[0].Trim(), ColumnsOf);

        described.Keys.ShouldBe(
            typeof(ReportTables).GetProperties().Select(table => TableName(RowType(table))),
            ignoreOrder: true
        );
        ColumnsOf(sections[0]).ShouldBe(ColumnsOf(typeof(ReportCommonColumns)));
        foreach (var table in typeof(ReportTables).GetProperties())
        {
            described[TableName(RowType(table))].ShouldBe(ColumnsOf(RowType(table)), table.Name);
        }
    }

    private static Type RowType(PropertyInfo table) => table.PropertyType.GetGenericArguments().Single();

    // ReportUnitRow is the row type of reportunit.
    private static string TableName(Type row) => row.Name[..^"Row".Length].ToLowerInvariant();

    private static string[] ColumnsOf(Type row) =>
        [
            .. row.GetConstructors()
                .Single()
                .GetParameters()
                .Select(column => $"{column.Name}: {Words[column.ParameterType]}"),
        ];

    private static string[] ColumnsOf(string section) =>
        [
            .. section
                .Split('\n')
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Split('|'))
                .Select(cells => $"{cells[1].Trim(' ', '`')}: {cells[2].Trim()}"),
        ];
}
