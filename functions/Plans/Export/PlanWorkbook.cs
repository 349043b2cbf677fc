using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Avance.Functions.Plans.Export;

/// <summary>Writes an Excel workbook whose bytes depend on its content only.</summary>
internal static class PlanWorkbook
{
    /// <summary>The earliest time that a ZIP can hold, which all entries have.</summary>
    public static DateTimeOffset Epoch { get; } = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyList<PlanTable> tables)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            // Relations have ids of our own: those that are made up differ each time.
            var workbook = document.AddNewPart<WorkbookPart>(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "workbook"
            );
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = PlanStyles.Of();
            var sheets = new Sheets();
            foreach (var (index, table) in tables.Index())
            {
                var id = $"sheet{index + 1}";
                workbook.AddNewPart<WorksheetPart>(id).Worksheet = PlanWorksheet.Of(table);
                sheets.Append(
                    new Sheet
                    {
                        Id = id,
                        SheetId = (uint)index + 1,
                        Name = table.Title,
                    }
                );
            }

            workbook.Workbook = new Workbook(sheets);
        }

        using (var package = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in package.Entries)
            {
                entry.LastWriteTime = Epoch;
            }
        }

        return file.ToArray();
    }
}
