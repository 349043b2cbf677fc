using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Avance.Functions.Plans.Export;

/// <summary>Writes an Excel workbook whose bytes depend on its content only.</summary>
internal static class PlanWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Package = "application/vnd.openxmlformats-package.";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>The earliest time that a ZIP can hold, which all entries have.</summary>
    public static DateTimeOffset Epoch { get; } = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyList<PlanTable> tables)
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(package, "[Content_Types].xml", xml => WriteContentTypes(xml, tables.Count));
            Write(package, "_rels/.rels", xml => WriteRelations(xml, [("officeDocument", "xl/workbook.xml")]));
            Write(package, "xl/workbook.xml", xml => WriteWorkbook(xml, tables));
            Write(
                package,
                "xl/_rels/workbook.xml.rels",
                xml =>
                    WriteRelations(
                        xml,
                        [
                            .. tables.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")),
                            ("styles", "styles.xml"),
                        ]
                    )
            );
            Write(package, "xl/styles.xml", WriteStyles);
            foreach (var (index, table) in tables.Index())
            {
                Write(package, $"xl/worksheets/sheet{index + 1}.xml", xml => PlanWorksheet.Write(xml, table));
            }
        }

        return file.ToArray();
    }

    /// <summary>An element without content.</summary>
    internal static void Element(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Write(ZipArchive package, string name, Action<XmlWriter> write)
    {
        var entry = package.CreateEntry(name);
        entry.LastWriteTime = Epoch;
        using var content = entry.Open();
        using var xml = XmlWriter.Create(
            content,
            new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None }
        );
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static void WriteContentTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", ContentTypes);
        Element(xml, "Default", ("Extension", "rels"), ("ContentType", Package + "relationships+xml"));
        Element(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        Element(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", Types + "sheet.main+xml"));
        Element(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", Types + "styles+xml"));
        for (var number = 1; number <= sheets; number++)
        {
            var part = $"/xl/worksheets/sheet{Text(number)}.xml";
            Element(xml, "Override", ("PartName", part), ("ContentType", Types + "worksheet+xml"));
        }

        xml.WriteEndElement();
    }

    private static void WriteRelations(XmlWriter xml, IReadOnlyList<(string Type, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", PackageRelations);
        foreach (var (index, (type, target)) in relations.Index())
        {
            Element(
                xml,
                "Relationship",
                ("Id", $"rId{Text(index + 1)}"),
                ("Type", $"{Relations}/{type}"),
                ("Target", target)
            );
        }

        xml.WriteEndElement();
    }

    private static void WriteWorkbook(XmlWriter xml, IReadOnlyList<PlanTable> tables)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets");
        foreach (var (index, table) in tables.Index())
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", table.Title);
            xml.WriteAttributeString("sheetId", Text(index + 1));
            xml.WriteAttributeString("r", "id", Relations, $"rId{Text(index + 1)}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The formats that <see cref="PlanWorksheet"/> names by their position.</summary>
    private static void WriteStyles(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        xml.WriteRaw(
            """
            <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
            <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
            <borders count="1"><border/></borders>
            <cellStyleXfs count="1"><xf/></cellStyleXfs>
            <cellXfs count="4">
            <xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf xfId="0" fontId="1" applyFont="1"/>
            <xf xfId="0" numFmtId="14" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
            <xf xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            </cellXfs>
            """
        );
        xml.WriteEndElement();
    }
}
