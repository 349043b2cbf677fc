using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Avance.Functions.Plans.Import;

namespace Avance.Functions.Plans.Export;

/// <summary>A sheet of a workbook: its header stays in sight, and lists offer the words that a cell may have.</summary>
internal static partial class PlanWorksheet
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int TextStyle = 0;
    private const int HeaderStyle = 1;
    private const int DateStyle = 2;
    private const int QuotedStyle = 3;
    private const int MinWidth = 12;
    private const int MaxWidth = 60;

    /// <summary>Excel counts days from here, as if 1900 had been a leap year.</summary>
    private static readonly DateOnly Origin = new(1899, 12, 30);

    public static void Write(XmlWriter xml, PlanTable table)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        PlanWorkbook.Element(
            xml,
            "pane",
            ("ySplit", "1"),
            ("topLeftCell", "A2"),
            ("activePane", "bottomLeft"),
            ("state", "frozen")
        );
        xml.WriteEndElement();
        xml.WriteEndElement();
        WriteColumns(xml, table);
        xml.WriteStartElement("sheetData");
        foreach (var (index, row) in table.Rows.Index())
        {
            WriteRow(xml, index + 1, row);
        }

        xml.WriteEndElement();
        WriteChoices(xml, table.Choices);
        xml.WriteEndElement();
    }

    private static void WriteColumns(XmlWriter xml, PlanTable table)
    {
        xml.WriteStartElement("cols");
        for (var index = 0; index < table.Rows[0].Count; index++)
        {
            var number = PlanWorkbook.Text(index + 1);
            var longest = table.Rows.Max(row => row[index].ToText().Length) + 2;
            var width = PlanWorkbook.Text(Math.Clamp(longest, MinWidth, MaxWidth));
            PlanWorkbook.Element(xml, "col", ("min", number), ("max", number), ("width", width), ("customWidth", "1"));
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int number, IReadOnlyList<PlanCell> cells)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", PlanWorkbook.Text(number));
        foreach (var (index, cell) in cells.Index())
        {
            if (cell.Sheet is not "")
            {
                WriteCell(xml, $"{Letter(index)}{PlanWorkbook.Text(number)}", cell.Sheet, number == 1);
            }
        }

        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string reference, object value, bool isHeader)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", reference);
        xml.WriteAttributeString("s", PlanWorkbook.Text(StyleOf(value, isHeader)));
        switch (value)
        {
            case DateOnly date:
                xml.WriteElementString("v", PlanWorkbook.Text(date.DayNumber - Origin.DayNumber));
                break;
            case decimal number:
                xml.WriteElementString("v", number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                WriteText(xml, (string)value);
                break;
        }

        xml.WriteEndElement();
    }

    /// <summary>A text that looks like a formula stays a text when a person edits its cell.</summary>
    private static int StyleOf(object value, bool isHeader) =>
        value switch
        {
            _ when isHeader => HeaderStyle,
            DateOnly => DateStyle,
            string text when FormulaText.IsLike(text) => QuotedStyle,
            _ => TextStyle,
        };

    private static void WriteText(XmlWriter xml, string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Encode(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>
    /// Characters that XML may not have as Excel writes them, <c>_xFFFF_</c>; a text that looks so has its first sign
    /// written the same way.
    /// </summary>
    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var c in Encoded().Replace(text, "_x005F$0"))
        {
            encoded.Append(
                XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)
                    ? c
                    : string.Create(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_")
            );
        }

        return encoded.ToString();
    }

    private static void WriteChoices(XmlWriter xml, IReadOnlyDictionary<int, string[]> choices)
    {
        if (choices.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("dataValidations");
        xml.WriteAttributeString("count", PlanWorkbook.Text(choices.Count));
        foreach (var (index, words) in choices.OrderBy(pair => pair.Key))
        {
            xml.WriteStartElement("dataValidation");
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString(
                "sqref",
                $"{Letter(index)}2:{Letter(index)}{PlanWorkbook.Text(ImportLimits.MaxRows)}"
            );
            xml.WriteElementString("formula1", $"\"{string.Join(',', words)}\"");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>No sheet has more than 26 columns.</summary>
    private static char Letter(int column) => (char)('A' + column);

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, 1_000)]
    private static partial Regex Encoded();
}
