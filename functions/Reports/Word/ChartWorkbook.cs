using System.Globalization;
using Avance.Functions.Plans.Export;
using Avance.Functions.Reports.Composition;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Avance.Functions.Reports.Word;

/// <summary>The figures of a chart as a workbook: names of bars in the first column, a further column a series.</summary>
internal static class ChartWorkbook
{
    private const string Sheet = "Datos";

    public static string NameOf(int series) => $"{Sheet}!${Column(series)}$1";

    public static string CategoriesOf(ChartBlock chart) => $"{Sheet}!$A$2:$A${Last(chart)}";

    public static string ValuesOf(ChartBlock chart, int series) =>
        $"{Sheet}!${Column(series)}$2:${Column(series)}${Last(chart)}";

    public static void Write(ChartBlock chart, Stream output)
    {
        using var memory = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var part = workbook.AddNewPart<WorkbookPart>(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "workbook"
            );
            var sheet = part.AddNewPart<WorksheetPart>("sheet");
            sheet.Worksheet = new Worksheet(
                new SheetData([
                    Row([Cell(""), .. chart.Series.Select(series => Cell(series.Name))]),
                    .. chart.Categories.Select(
                        (category, index) =>
                            Row([Cell(category), .. chart.Series.Select(series => Cell(series.Values[index]))])
                    ),
                ])
            );
            part.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Name = Sheet,
                        SheetId = 1,
                        Id = part.GetIdOfPart(sheet),
                    }
                )
            );
        }

        ZipTimes.Clear(memory);
        memory.Position = 0;
        memory.CopyTo(output);
    }

    private static string Column(int series) => ((char)('B' + series)).ToString();

    private static string Last(ChartBlock chart) => (chart.Categories.Count + 1).ToString(CultureInfo.InvariantCulture);

    private static Row Row(IEnumerable<Cell> cells) => new(cells);

    /// <summary>Text is never a formula: it stands in the cell as text.</summary>
    private static Cell Cell(string text) =>
        new(new InlineString(new Text(WordText.Clean(text)))) { DataType = CellValues.InlineString };

    private static Cell Cell(double? value) =>
        value is { } number ? new Cell(new CellValue(number)) { DataType = CellValues.Number } : new Cell();
}
