using System.IO.Compression;
using System.Text;
using System.Xml;
using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Sheets;

/// <summary>
/// Gives the library for workbooks what it knows: the namespaces of the transitional kind of Open XML, not those of the strict
/// kind (https://github.com/ExcelDataReader/ExcelDataReader/issues/498); of the spellings of an XML Boolean only <c>1</c> for
/// <c>date1904</c>; and the usual names of parts. Other workbooks would be empty, or their dates four years early.
/// </summary>
internal static class WorkbookCopy
{
    private const string Workbook = "xl/workbook.xml";
    private const string Strings = "xl/sharedStrings.xml";
    private const string Styles = "xl/styles.xml";
    private const string From1904 = "date1904";
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string OfPackage = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private static readonly XmlWriterSettings Settings = new()
    {
        CheckCharacters = false,
        CloseOutput = true,
        Encoding = new UTF8Encoding(false),
    };

    /// <summary>The workbook itself, or a copy of it if the library would misread it.</summary>
    /// <param name="content">Seekable, and stays open.</param>
    /// <param name="copy">Opens an empty stream for the copy.</param>
    public static Stream Readable(
        Stream content,
        Func<Stream> copy,
        ReadingOptions options,
        CancellationToken cancellationToken
    )
    {
        using (var package = Package.Open(content, options, cancellationToken))
        {
            var parts = WorkbookParts.Of(package);
            if (IsMisread(package, parts))
            {
                content = copy();
                Write(package, parts, content);
            }
        }

        content.Position = 0;
        return content;
    }

    private static bool IsMisread(Package package, WorkbookParts parts) =>
        !package.HasExactly(Workbook)
        || parts.Workbook != Workbook
        || IsElsewhere(parts.Strings, Strings)
        || IsElsewhere(parts.Styles, Styles)
        || IsElsewhere(package, parts)
        || HasOther1904(package)
        || parts
            .Sheets.Select(sheet => sheet.Part)
            .Append(parts.Workbook)
            .Append(parts.Strings)
            .Append(parts.Styles)
            .Any(part => part is not null && HasOtherNamespace(package, part));

    private static bool IsElsewhere(string? part, string usual) => part is not null && part != usual;

    private static bool IsElsewhere(Package package, WorkbookParts parts) =>
        parts.Sheets.Any(sheet => sheet.Part is { } part && package.Has(part) && !package.HasExactly(part));

    private static bool HasOther1904(Package package)
    {
        using var xml = package.OpenXml(Workbook);
        while (xml.Read())
        {
            if (xml.IsStart && xml.Attribute(From1904) is not (null or "0" or "1"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOtherNamespace(Package package, string part)
    {
        using var xml = package.TryOpenXml(part);
        while (xml?.Read() == true)
        {
            if (xml.IsStart)
            {
                return xml.Namespace != Spreadsheet;
            }
        }

        return false;
    }

    private static void Write(Package package, WorkbookParts parts, Stream target)
    {
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Copy(package, parts.Workbook, archive, Workbook);
        Copy(package, parts.Strings, archive, Strings);
        Copy(package, parts.Styles, archive, Styles);
        for (var i = 0; i < parts.Sheets.Count; i++)
        {
            Copy(package, parts.Sheets[i].Part, archive, Name(i));
        }

        using var writer = XmlWriter.Create(archive.CreateEntry("xl/_rels/workbook.xml.rels").Open(), Settings);
        writer.WriteStartElement("Relationships", OfPackage);
        for (var i = 0; i < parts.Sheets.Count; i++)
        {
            writer.WriteStartElement("Relationship", OfPackage);
            writer.WriteAttributeString("Id", parts.Sheets[i].Id);
            writer.WriteAttributeString("Type", $"{Relationships}/worksheet");
            writer.WriteAttributeString("Target", $"/{Name(i)}");
            writer.WriteEndElement();
        }

        static string Name(int sheet) => $"xl/worksheets/sheet{sheet + 1}.xml";
    }

    /// <summary>Each part has its elements in the namespace of its root, whatever that is.</summary>
    private static void Copy(Package package, string? part, ZipArchive archive, string name)
    {
        using var xml = part is null ? null : package.TryOpenXml(part);
        while (xml?.Read() == true)
        {
            if (xml.IsStart)
            {
                var root = xml.Namespace;
                var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
                using var writer = XmlWriter.Create(entry.Open(), Settings);
                xml.CopyTo(writer, space => space == root ? Spreadsheet : Known(space), Value);
            }
        }
    }

    private static string Known(string space) => space == StrictRelationships ? Relationships : space;

    private static string Value(string attribute, string value) =>
        attribute != From1904 ? value
        : value.Trim().ToLowerInvariant() is "1" or "true" or "on" or "t" ? "1"
        : "0";
}
