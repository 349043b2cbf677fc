using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Avance.Functions.Reports.Workbooks;

/// <summary>A sheet of a workbook: its head stays in sight, and a table with filters lies over its rows.</summary>
internal static partial class ExcelSheet
{
    /// <summary>The id of the sheet's relation to its table.</summary>
    public const string TableId = "table";

    /// <returns>How many rows were written besides the head.</returns>
    public static int Write(OpenXmlWriter writer, ReportSheet sheet, bool isFirst)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(ViewOf(isFirst)));
        writer.WriteElement(new Columns(sheet.Columns.Select(ColumnOf)));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, sheet.Columns.Select(column => TextCell(column.Title, ExcelStyles.Head)));
        var count = 0;
        foreach (var row in sheet.Rows)
        {
            WriteRow(writer, row.Select((value, index) => CellOf(value, sheet.Columns[index].Format)));
            count++;
        }

        writer.WriteEndElement();
        writer.WriteElement(
            new PageSetup
            {
                PaperSize = 9,
                Orientation = OrientationValues.Landscape,
                FitToHeight = 0,
            }
        );
        writer.WriteElement(new TableParts(new TablePart { Id = TableId }) { Count = 1 });
        writer.WriteEndElement();
        return count;
    }

    /// <param name="rows">Besides the head; a table without any keeps one empty row, which Excel wants.</param>
    public static Table TableOf(ReportSheet sheet, int number, int rows)
    {
        var area =
            $"A1:{LettersOf(sheet.Columns.Count)}{(Math.Max(rows, 1) + 1).ToString(CultureInfo.InvariantCulture)}";
        return new Table(
            new AutoFilter { Reference = area },
            new TableColumns(
                sheet.Columns.Select((column, index) => new TableColumn { Id = (uint)index + 1, Name = column.Title })
            )
            {
                Count = (uint)sheet.Columns.Count,
            },
            new TableStyleInfo
            {
                Name = "TableStyleMedium2",
                ShowFirstColumn = false,
                ShowLastColumn = false,
                ShowRowStripes = true,
                ShowColumnStripes = false,
            }
        )
        {
            Id = (uint)number,
            Name = sheet.Name,
            DisplayName = sheet.Name,
            Reference = area,
            TotalsRowShown = false,
        };
    }

    private static SheetView ViewOf(bool isFirst) =>
        new(
            new Pane
            {
                VerticalSplit = 1,
                TopLeftCell = "A2",
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            }
        )
        {
            WorkbookViewId = 0,
            TabSelected = isFirst,
        };

    private static Column ColumnOf(SheetColumn column, int index) =>
        new()
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
        };

    private static void WriteRow(OpenXmlWriter writer, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private static Cell CellOf(object value, ColumnFormat format) =>
        value switch
        {
            // The type of the cell makes it a text, whatever it says; the style keeps it one when a person edits it.
            string text => TextCell(
                text,
                CellText.LooksLikeFormula(text) ? ExcelStyles.QuotedText : ExcelStyles.Of(format)
            ),
            DateTime time => NumberCell(time.ToOADate(), format),
            double number => NumberCell(number, format),
            _ => NumberCell(Convert.ToInt64(value, CultureInfo.InvariantCulture), format),
        };

    private static Cell NumberCell<T>(T number, ColumnFormat format)
        where T : IFormattable =>
        new()
        {
            StyleIndex = ExcelStyles.Of(format),
            CellValue = new CellValue(number.ToString(null, CultureInfo.InvariantCulture)),
        };

    private static Cell TextCell(string text, uint style) =>
        text.Length == 0
            ? new Cell { StyleIndex = style }
            : new Cell
            {
                DataType = CellValues.InlineString,
                StyleIndex = style,
                InlineString = new InlineString(
                    new Text(Encoded().Replace(text, "_x005F$0")) { Space = SpaceProcessingModeValues.Preserve }
                ),
            };

    /// <summary>A, B … Z, AA …</summary>
    private static string LettersOf(int column) =>
        (column > 26 ? LettersOf((column - 1) / 26) : "") + (char)('A' + ((column - 1) % 26));

    /// <summary>How Excel writes characters that XML may not have: a text that looks so would be read as another one.</summary>
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, 1_000)]
    private static partial Regex Encoded();
}
