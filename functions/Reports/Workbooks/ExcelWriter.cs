using System.IO.Packaging;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Avance.Functions.Reports.Workbooks;

/// <summary>
/// Writes sheets as a workbook of Excel, each with an Excel table over it. Part after part goes straight into the output:
/// <see cref="DocumentFormat.OpenXml.Packaging.SpreadsheetDocument"/> would keep all parts in memory until the end.
/// </summary>
public static class ExcelWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string CoreRelation =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <param name="title">Of the workbook, for its properties.</param>
    /// <param name="output">Need not be seekable; stays open.</param>
    public static void Write(string title, IReadOnlyList<ReportSheet> sheets, Stream output)
    {
        ReportSheet[] all = [ReportSheets.Legend(sheets), .. sheets];
        using var package = Package.Open(output, FileMode.Create, FileAccess.Write);
        WriteProperties(package, title);
        var workbook = Create(package, "/xl/workbook.xml", "sheet.main+xml");
        package.CreateRelationship(workbook.Uri, TargetMode.Internal, Relations + "officeDocument", "workbook");
        Write(workbook, writer => writer.WriteElement(WorkbookOf(all)));
        var styles = Create(package, "/xl/styles.xml", "styles+xml");
        workbook.CreateRelationship(styles.Uri, TargetMode.Internal, Relations + "styles", "styles");
        Write(styles, writer => writer.WriteElement(ExcelStyles.Create()));
        for (var number = 1; number <= all.Length; number++)
        {
            WriteSheet(package, workbook, all[number - 1], number);
        }
    }

    /// <summary>By hand: the package would make up another name for this part each time.</summary>
    private static void WriteProperties(Package package, string title)
    {
        var core = package.CreatePart(
            new Uri("/docProps/core.xml", UriKind.Relative),
            "application/vnd.openxmlformats-package.core-properties+xml",
            CompressionOption.Normal
        );
        package.CreateRelationship(core.Uri, TargetMode.Internal, CoreRelation, "core");
        XNamespace elements = "http://purl.org/dc/elements/1.1/";
        XNamespace properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        using var stream = core.GetStream(FileMode.Create, FileAccess.Write);
        new XElement(
            properties + "coreProperties",
            new XElement(elements + "title", title),
            new XElement(elements + "language", Messages.Culture.Name)
        ).Save(stream);
    }

    /// <summary>A part must be written before the next one is created: the package is written from front to end.</summary>
    private static void WriteSheet(Package package, PackagePart workbook, ReportSheet sheet, int number)
    {
        var part = Create(package, $"/xl/worksheets/sheet{number}.xml", "worksheet+xml");
        workbook.CreateRelationship(part.Uri, TargetMode.Internal, Relations + "worksheet", IdOf(number));
        var rows = 0;
        Write(part, writer => rows = ExcelSheet.Write(writer, sheet, isFirst: number == 1));
        var table = Create(package, $"/xl/tables/table{number}.xml", "table+xml");
        part.CreateRelationship(table.Uri, TargetMode.Internal, Relations + "table", ExcelSheet.TableId);
        Write(table, writer => writer.WriteElement(ExcelSheet.TableOf(sheet, number, rows)));
    }

    private static Workbook WorkbookOf(ReportSheet[] sheets) =>
        new(
            new Sheets(
                sheets.Select(
                    (sheet, index) =>
                        new Sheet
                        {
                            Name = sheet.Title,
                            SheetId = (uint)index + 1,
                            Id = IdOf(index + 1),
                        }
                )
            )
        );

    private static string IdOf(int number) => $"sheet{number}";

    private static PackagePart Create(Package package, string path, string type) =>
        package.CreatePart(new Uri(path, UriKind.Relative), Types + type, CompressionOption.Normal);

    private static void Write(PackagePart part, Action<OpenXmlWriter> write)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument(standalone: true);
        write(writer);
    }
}
