using System.Xml.Linq;
using Avance.Functions.Documents.Facts.Kinds;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Reports.Workbooks;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.House;

namespace Avance.Functions.Tests.Reports.Workbooks;

/// <summary>Each table, column and word of the sheets has its Spanish text, and no text is left over.</summary>
public sealed class ColumnTextsTests
{
    private static readonly string[] Keys =
    [
        .. XDocument
            .Parse(Checkout.Read("functions/Reports/Workbooks/ColumnTexts.resx"))
            .Root!.Elements("data")
            .Select(data => data.Attribute("name")!.Value),
    ];

    [Fact]
    public void Sheets_AreTheReportTablesButTheRuns() =>
        WorkbookBuilder
            .Sheets.Select(sheet => sheet.Name)
            .ShouldBe(ReportTables.Names.Except(["reportrun"]), ignoreOrder: true);

    [Fact]
    public void Columns_OfEachSheet_AreThoseOfTheRowType()
    {
        foreach (var table in typeof(ReportTables).GetProperties().Where(table => table.Name != "Runs"))
        {
            var row = table.PropertyType.GetGenericArguments().Single();
            var sheet = WorkbookBuilder.Sheets.Single(one => one.Name == ReportTables.NameOf(row));
            string[] before = row.Name.StartsWith("Dim", StringComparison.Ordinal)
                ? ["Plan"]
                : ["Plan", "Period", "Year", "Semester"];
            string[] after = before.Length == 1 ? ["RowKey"] : ["ComputedAt", "RunId", "RowKey"];

            sheet
                .Columns.Select(column => column.Name)
                .ShouldBe([
                    .. before,
                    .. row.GetConstructors().Single().GetParameters().Select(one => one.Name!),
                    .. after,
                ]);
        }
    }

    [Fact]
    public void Titles_OfSheetsAndColumns_AreThoseThatExcelTakes()
    {
        var sheets = WorkbookBuilder.Sheets.Prepend(ReportSheets.Legend(WorkbookBuilder.Sheets)).ToArray();

        sheets.Select(sheet => sheet.Title).ShouldBeUnique(StringComparer.OrdinalIgnoreCase);
        sheets.ShouldAllBe(sheet => sheet.Title.Length <= 31 && !sheet.Title.Any("[]:*?/\\".Contains));
        foreach (var sheet in sheets)
        {
            sheet.Columns.Select(column => column.Title).ShouldBeUnique(StringComparer.OrdinalIgnoreCase);
            sheet.Columns.ShouldAllBe(column => column.Detail.EndsWith('.'));
        }
    }

    [Fact]
    public void Texts_OfTheResource_AreUsed()
    {
        var names = WorkbookBuilder
            .Sheets.Prepend(ReportSheets.Legend(WorkbookBuilder.Sheets))
            .SelectMany(sheet =>
                sheet
                    .Columns.SelectMany(column => new[] { $"{sheet.Name}.{column.Name}", column.Name })
                    .Append(sheet.Name)
            )
            .SelectMany(name => new[] { $"{name}.title", $"{name}.detail" })
            .ToHashSet();
        var columns = WorkbookBuilder
            .Sheets.SelectMany(sheet => sheet.Columns)
            .Select(column => column.Name)
            .ToHashSet();

        Keys.Where(key => key is not ("yes" or "no" or "cut"))
            .Where(key => !names.Contains(key) && !(key.Contains('=') && columns.Contains(key.Split('=')[0])))
            .ShouldBeEmpty();
        Keys.ShouldBeUnique();
    }

    [Theory]
    [InlineData("Status", typeof(ActivityStatus))]
    [InlineData("TrafficLight", typeof(TrafficLight))]
    [InlineData("Measure", typeof(GoalMeasure))]
    [InlineData("Outcome", typeof(Outcome))]
    [InlineData("State", typeof(ProgressState))]
    [InlineData("State", typeof(EvidenceState))]
    [InlineData("State", typeof(FindingState))]
    [InlineData("Severity", typeof(FindingSeverity))]
    [InlineData("Decision", typeof(FindingDecision))]
    [InlineData("Kind", typeof(UnitKind))]
    [InlineData("Type", typeof(DocumentKind))]
    [InlineData("Direction", typeof(IndicatorDirection))]
    [InlineData("Method", typeof(IndicatorMethod))]
    [InlineData("Missing", typeof(MissingPercent))]
    [InlineData("Information", typeof(InformationStatus))]
    [InlineData("Protocol", typeof(ProtocolState))]
    public void Words_OfEnumerations_AreSpanish(string column, Type words) =>
        Enum.GetNames(words).Where(word => !Keys.Contains($"{column}={word}")).ShouldBeEmpty();

    [Theory]
    [InlineData("TrafficLight", "Green", "Verde")]
    [InlineData("Stage", "before-7", "7 días antes del vencimiento")]
    [InlineData("Stage", "receipt", "Constancia de envío")]
    [InlineData("Unit", "OGRH", "OGRH")]
    [InlineData("TrafficLight", "", "")]
    public void Word_OfAColumn_IsTranslatedIfItIsOne(string column, string value, string expected) =>
        ColumnTexts.WordOf(column, value).ShouldBe(expected);
}
