using Avance.Functions.Reports.Workbooks;
using Avance.Functions.Tests.Builders;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Avance.Functions.Tests.Reports.Workbooks;

public sealed class ExcelWriterTests
{
    [Fact]
    public void Write_Report_IsValidOpenXml()
    {
        using var workbook = Open(Write(WorkbookBuilder.Sheets));

        new OpenXmlValidator(FileFormatVersions.Microsoft365)
            .Validate(workbook, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Write_EachSheet_HasAFrozenHeadAndATableWithFiltersOverItsRows()
    {
        using var workbook = Open(Write(WorkbookBuilder.Sheets));
        var sheets = WorkbookBuilder.Sheets.Prepend(ReportSheets.Legend(WorkbookBuilder.Sheets)).ToArray();

        NamesOf(workbook).ShouldBe(sheets.Select(sheet => sheet.Title));
        foreach (var sheet in sheets)
        {
            var part = PartOf(workbook, sheet.Title);
            var table = part.TableDefinitionParts.ShouldHaveSingleItem().Table!;
            var rows = part.Worksheet!.Descendants<Row>().Count();
            table.DisplayName!.Value.ShouldBe(sheet.Name);
            table.Reference!.Value!.ShouldEndWith($"{Math.Max(rows, 2)}");
            table.AutoFilter!.Reference!.Value.ShouldBe(table.Reference.Value);
            table.TableColumns!.Elements<TableColumn>().Select(column => column.Name!.Value).ShouldBe(TextsOf(part)[0]);
            var pane = part.Worksheet.Descendants<Pane>().Single();
            (pane.State!.Value, pane.VerticalSplit!.Value).ShouldBe((PaneStateValues.Frozen, 1));
            part.Worksheet.Descendants<Column>().ShouldAllBe(column => column.Width!.Value > 10);
        }
    }

    [Fact]
    public void Write_AnythingAPersonWrote_IsATextAndNoFormula()
    {
        using var workbook = Open(Write(WorkbookBuilder.Sheets));
        var parts = workbook.WorkbookPart!.WorksheetParts.ToArray();

        parts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()).ShouldBeEmpty();
        var formats = workbook
            .WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>()
            .ToArray();
        var cells = parts.SelectMany(part => part.Worksheet!.Descendants<Cell>()).ToArray();
        var suspicious = cells.Where(cell => CellText.LooksLikeFormula(cell.InnerText)).ToArray();
        // Seven texts in each of two periods.
        suspicious.Length.ShouldBe(14);
        suspicious.ShouldAllBe(cell => cell.DataType!.Value == CellValues.InlineString);
        suspicious.ShouldAllBe(cell => formats[(int)cell.StyleIndex!.Value].QuotePrefix!.Value);
        cells.Except(suspicious).ShouldAllBe(cell => formats[(int)cell.StyleIndex!.Value].QuotePrefix == null);
    }

    [Fact]
    public void Write_Figures_AreNumbersWithTheirFormats()
    {
        using var workbook = Open(Write(WorkbookBuilder.Sheets));

        var unit = CellsOf(workbook, "reportunit");
        FormatOf(workbook, unit["Compliance"]).ShouldBe("#,##0.00\"%\"");
        FormatOf(workbook, unit["ComplianceShown"]).ShouldBe("General\"%\"");
        FormatOf(workbook, unit["ComputedAt"]).ShouldBe("dd/mm/yyyy hh:mm");
        // 2024-01-09 03:05 in UTC is 2024-01-08 22:05 in Lima.
        DateTime
            .FromOADate(double.Parse(unit["ComputedAt"].InnerText))
            .ShouldBe(new DateTime(2024, 1, 8, 22, 5, 0), TimeSpan.FromSeconds(1));
        unit["Year"].InnerText.ShouldBe("2023");
        unit["TrafficLight"].InnerText.ShouldBe("Rojo");
        CellsOf(workbook, "reportgoal")["CarriedOver"].InnerText.ShouldBe("Sí");
    }

    [Fact]
    public void Write_100000Rows_KeepsNoneOfThemInMemory()
    {
        const int Rows = 100_000;
        const int Columns = 21;
        const int Watched = 20_000;
        var watched = new List<WeakReference>();
        var alive = 0;
        var sheet = WorkbookBuilder.Sheets.Single(one => one.Name == "reportevidence") with
        {
            Columns = [.. Enumerable.Range(0, Columns).Select(Column)],
            Rows = Enumerable
                .Range(0, Rows)
                .Select(
                    IReadOnlyList<object> (row) =>
                    {
                        if (row == Rows - 1)
                        {
                            GC.Collect();
                            alive = watched.Count(one => one.IsAlive);
                        }

                        object[] cells = [.. Enumerable.Range(0, Columns).Select(column => $"Texto {row} {column}")];
                        if (row % Watched == 0)
                        {
                            watched.Add(new WeakReference(cells));
                        }

                        return cells;
                    }
                ),
        };

        ExcelWriter.Write("Prueba", [sheet], Stream.Null);

        watched.Count.ShouldBe(Rows / Watched);
        alive.ShouldBe(0);

        static SheetColumn Column(int number) => new($"C{number}", $"Columna {number}", "Texto.", ColumnFormat.Text);
    }

    private static byte[] Write(IReadOnlyList<ReportSheet> sheets)
    {
        using var output = new MemoryStream();
        ExcelWriter.Write("Plan de prueba, 2023-II", sheets, output);
        return output.ToArray();
    }

    private static SpreadsheetDocument Open(byte[] workbook) =>
        SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);

    private static IEnumerable<string> NamesOf(SpreadsheetDocument workbook) =>
        workbook.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!);

    private static WorksheetPart PartOf(SpreadsheetDocument workbook, string title) =>
        (WorksheetPart)
            workbook.WorkbookPart!.GetPartById(
                workbook
                    .WorkbookPart.Workbook!.Sheets!.Elements<Sheet>()
                    .Single(sheet => sheet.Name == title)
                    .Id!.Value!
            );

    private static string[][] TextsOf(WorksheetPart part) =>
        [
            .. part.Worksheet!.Descendants<Row>()
                .Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray()),
        ];

    /// <summary>The cells of the first row of a table, by column.</summary>
    private static Dictionary<string, Cell> CellsOf(SpreadsheetDocument workbook, string name)
    {
        var sheet = WorkbookBuilder.Sheets.Single(one => one.Name == name);
        var row = PartOf(workbook, sheet.Title).Worksheet!.Descendants<Row>().ElementAt(1);
        return sheet.Columns.Zip(row.Elements<Cell>()).ToDictionary(pair => pair.First.Name, pair => pair.Second);
    }

    private static string FormatOf(SpreadsheetDocument workbook, Cell cell)
    {
        var styles = workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var number = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!;
        return styles
                .NumberingFormats!.Elements<NumberingFormat>()
                .FirstOrDefault(format => format.NumberFormatId! == number)
                ?.FormatCode!.Value
            ?? number.InnerText!;
    }
}
