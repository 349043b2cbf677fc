using System.Globalization;
using Avance.Functions.Reports.Composition;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Reports.Word;

/// <summary>A table as wide as the text, whose columns do not move; its head is repeated on each page.</summary>
internal static class WordTable
{
    /// <summary>Tables of more columns have smaller letters.</summary>
    private const int WideColumns = 9;

    /// <summary>A row with a longer cell may go on on the next page: it may not fit on one.</summary>
    private const int MaxUnbroken = 900;

    public static void Write(WordBody body, TableBlock table)
    {
        var widths = Widths(table, body.TextWidth);
        IEnumerable<OpenXmlElement> start =
        [
            Properties(body, table),
            new TableGrid(widths.Select(width => new GridColumn { Width = Twips(width) })),
            Head(body, table, widths),
        ];
        body.Add(new Table(), start.Concat(table.Rows.Select(row => Row(body, table, widths, row))));
    }

    /// <summary>They add up to the width exactly.</summary>
    private static int[] Widths(TableBlock table, int total)
    {
        var shares = table.Columns.Sum(column => column.Width);
        var widths = table.Columns.Select(column => total * column.Width / shares).ToArray();
        widths[^1] += total - widths.Sum();
        return widths;
    }

    private static TableProperties Properties(WordBody body, TableBlock table) =>
        new(
            new TableStyle { Val = body.Styles["ReportTable"] },
            new TableWidth { Width = Twips(body.TextWidth), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook
            {
                Val = "0420",
                FirstRow = true,
                LastRow = false,
                FirstColumn = false,
                LastColumn = false,
                NoHorizontalBand = false,
                NoVerticalBand = true,
            },
            new TableCaption { Val = Attribute(table.Caption) },
            new TableDescription { Val = Attribute(string.Join(", ", table.Columns.Select(column => column.Title))) }
        );

    private static TableRow Head(WordBody body, TableBlock table, int[] widths) =>
        new([
            new TableRowProperties(new CantSplit(), new TableHeader()),
            .. table.Columns.Select(
                (column, index) => Cell(body, table, widths[index], [column.Title], isBold: false, column.IsNumber)
            ),
        ]);

    private static TableRow Row(WordBody body, TableBlock table, int[] widths, ReportTableRow row)
    {
        var cells = row.Cells.Select(
            (cell, index) => Cell(body, table, widths[index], cell, row.IsTotal, table.Columns[index].IsNumber)
        );
        var isShort = row.Cells.All(cell => cell.Sum(paragraph => paragraph.Text.Length) <= MaxUnbroken);
        return new TableRow([
            .. isShort ? [new TableRowProperties(new CantSplit())] : Array.Empty<OpenXmlElement>(),
            .. cells,
        ]);
    }

    private static TableCell Cell(
        WordBody body,
        TableBlock table,
        int width,
        ValueList<RichText> paragraphs,
        bool isBold,
        bool isNumber = false
    )
    {
        var style = table.Columns.Count > WideColumns ? "TableTextSmall" : "TableText";
        return new TableCell([
            new TableCellProperties(new TableCellWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa }),
            .. (paragraphs.Count == 0 ? [""] : paragraphs).Select(text =>
            {
                var properties = body.Style(style);
                if (isNumber)
                {
                    properties.Justification = new Justification { Val = JustificationValues.Right };
                }

                return new Paragraph([properties, .. body.Runs(isBold ? text with { IsBold = true } : text)]);
            }),
        ]);
    }

    private static string Twips(int width) => width.ToString(CultureInfo.InvariantCulture);

    private static string Attribute(string text) => WordText.Clean(text).Replace('\n', ' ');
}
