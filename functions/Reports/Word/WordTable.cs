using System.Globalization;
using System.Xml;
using Avance.Functions.Reports.Composition;
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
        var xml = body.Xml();
        Start(xml, "tbl");
        Properties(body, table).WriteTo(xml);
        new TableGrid(widths.Select(width => new GridColumn { Width = Twips(width) })).WriteTo(xml);
        Start(xml, "tr");
        new TableRowProperties(new CantSplit(), new TableHeader()).WriteTo(xml);
        WriteCells(body, xml, table, widths, table.Columns.Select(column => new ValueList<RichText>([column.Title])));
        xml.WriteEndElement();
        foreach (var row in table.Rows)
        {
            Write(body, xml, table, widths, row);
        }

        xml.WriteEndElement();
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

    private static void Write(WordBody body, XmlWriter xml, TableBlock table, int[] widths, ReportTableRow row)
    {
        Start(xml, "tr");
        if (row.Cells.All(cell => cell.Sum(paragraph => paragraph.Text.Length) <= MaxUnbroken))
        {
            new TableRowProperties(new CantSplit()).WriteTo(xml);
        }

        WriteCells(
            body,
            xml,
            table,
            widths,
            row.IsTotal
                ? row.Cells.Select(cell => cell.Select(text => text with { IsBold = true }).ToValueList())
                : row.Cells
        );
        xml.WriteEndElement();
    }

    private static void WriteCells(
        WordBody body,
        XmlWriter xml,
        TableBlock table,
        int[] widths,
        IEnumerable<ValueList<RichText>> cells
    )
    {
        var style = body.Styles[table.Columns.Count > WideColumns ? "TableTextSmall" : "TableText"];
        foreach (var (index, cell) in cells.Index())
        {
            Start(xml, "tc");
            Start(xml, "tcPr");
            Start(xml, "tcW");
            xml.WriteAttributeString(WordBody.Prefix, "w", WordBody.Namespace, Twips(widths[index]));
            xml.WriteAttributeString(WordBody.Prefix, "type", WordBody.Namespace, "dxa");
            xml.WriteEndElement();
            xml.WriteEndElement();
            foreach (var text in cell.Count == 0 ? [""] : cell)
            {
                Start(xml, "p");
                Start(xml, "pPr");
                WriteValue(xml, "pStyle", style);
                if (table.Columns[index].IsNumber)
                {
                    WriteValue(xml, "jc", "right");
                }

                xml.WriteEndElement();
                body.WriteRuns(text);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    }

    private static void Start(XmlWriter xml, string name) =>
        xml.WriteStartElement(WordBody.Prefix, name, WordBody.Namespace);

    private static void WriteValue(XmlWriter xml, string name, string value)
    {
        Start(xml, name);
        xml.WriteAttributeString(WordBody.Prefix, "val", WordBody.Namespace, value);
        xml.WriteEndElement();
    }

    private static string Twips(int width) => width.ToString(CultureInfo.InvariantCulture);

    private static string Attribute(string text) => WordText.Clean(text).Replace('\n', ' ');
}
