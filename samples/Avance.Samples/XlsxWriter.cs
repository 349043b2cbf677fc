using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Avance.Samples;

/// <summary>Writes an Excel workbook whose bytes depend on its content only: no clock, no names, no compression.</summary>
public sealed class XlsxWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>Styles of cells: indexes into <c>cellXfs</c>.</summary>
    private const int TextStyle = 0;
    private const int HeaderStyle = 1;
    private const int DateStyle = 2;

    /// <summary>The earliest time that a ZIP can hold.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(string Name, int[] Widths, IReadOnlyList<object[]> Rows)> sheets = [];

    /// <param name="name">Name of the sheet.</param>
    /// <param name="widths">Widths of its columns, in characters.</param>
    /// <param name="rows">Its rows, the header first: strings, decimals and <see cref="DateOnly"/>.</param>
    public void AddSheet(string name, int[] widths, IReadOnlyList<object[]> rows) => sheets.Add((name, widths, rows));

    public byte[] ToArray()
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(package, "[Content_Types].xml", WriteContentTypes);
            Write(package, "_rels/.rels", xml => WriteRelations(xml, [("officeDocument", "xl/workbook.xml")]));
            Write(package, "xl/workbook.xml", WriteWorkbook);
            Write(
                package,
                "xl/_rels/workbook.xml.rels",
                xml =>
                    WriteRelations(
                        xml,
                        [
                            .. sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")),
                            ("styles", "styles.xml"),
                        ]
                    )
            );
            Write(package, "xl/styles.xml", WriteStyles);
            for (var index = 0; index < sheets.Count; index++)
            {
                var sheet = sheets[index];
                Write(package, $"xl/worksheets/sheet{index + 1}.xml", xml => WriteSheet(xml, sheet.Widths, sheet.Rows));
            }
        }

        return file.ToArray();
    }

    private static void Write(ZipArchive package, string name, Action<XmlWriter> write)
    {
        // Compressors differ between processors: stored bytes do not.
        var entry = package.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Epoch;
        using var content = entry.Open();
        using var xml = XmlWriter.Create(
            content,
            new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n" }
        );
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private void WriteContentTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", ContentTypes);
        Element(
            xml,
            "Default",
            ("Extension", "rels"),
            ("ContentType", "application/vnd.openxmlformats-package.relationships+xml")
        );
        Element(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        Element(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", Types + "sheet.main+xml"));
        Element(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", Types + "styles+xml"));
        for (var index = 1; index <= sheets.Count; index++)
        {
            var part = $"/xl/worksheets/sheet{index}.xml";
            Element(xml, "Override", ("PartName", part), ("ContentType", Types + "worksheet+xml"));
        }

        xml.WriteEndElement();
    }

    private static void WriteRelations(XmlWriter xml, (string Type, string Target)[] relations)
    {
        xml.WriteStartElement("Relationships", PackageRelations);
        for (var index = 0; index < relations.Length; index++)
        {
            var (type, target) = relations[index];
            Element(
                xml,
                "Relationship",
                ("Id", $"rId{index + 1}"),
                ("Type", $"{Relations}/{type}"),
                ("Target", target)
            );
        }

        xml.WriteEndElement();
    }

    private void WriteWorkbook(XmlWriter xml)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets");
        for (var index = 1; index <= sheets.Count; index++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", sheets[index - 1].Name);
            xml.WriteAttributeString("sheetId", Text(index));
            xml.WriteAttributeString("r", "id", Relations, $"rId{index}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteStyles(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        xml.WriteRaw(
            """
            <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
            <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
            <borders count="1"><border/></borders>
            <cellStyleXfs count="1"><xf/></cellStyleXfs>
            <cellXfs count="3">
            <xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf xfId="0" fontId="1" applyFont="1"/>
            <xf xfId="0" numFmtId="14" applyNumberFormat="1"/>
            </cellXfs>
            """
        );
        xml.WriteEndElement();
    }

    private static void WriteSheet(XmlWriter xml, int[] widths, IReadOnlyList<object[]> rows)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        Element(xml, "pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("cols");
        for (var index = 1; index <= widths.Length; index++)
        {
            var width = Text(widths[index - 1]);
            Element(xml, "col", ("min", Text(index)), ("max", Text(index)), ("width", width), ("customWidth", "1"));
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData");
        for (var index = 0; index < rows.Count; index++)
        {
            WriteRow(xml, index + 1, rows[index]);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int number, object[] cells)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", Text(number));
        for (var index = 0; index < cells.Length; index++)
        {
            if (cells[index] is not "")
            {
                WriteCell(xml, $"{(char)('A' + index)}{number}", cells[index], number == 1);
            }
        }

        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string reference, object value, bool isHeader)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", reference);
        switch (value)
        {
            case DateOnly date:
                // Excel counts days from 1899-12-30, as if 1900 had been a leap year.
                xml.WriteAttributeString("s", Text(DateStyle));
                xml.WriteElementString("v", Text(date.DayNumber - new DateOnly(1899, 12, 30).DayNumber));
                break;
            case decimal number:
                xml.WriteAttributeString("s", Text(TextStyle));
                xml.WriteElementString("v", number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                xml.WriteAttributeString("s", Text(isHeader ? HeaderStyle : TextStyle));
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is");
                xml.WriteElementString("t", (string)value);
                xml.WriteEndElement();
                break;
        }

        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
