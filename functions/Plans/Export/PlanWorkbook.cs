using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Avance.Functions.Plans.Export;

/// <summary>Writes an Excel workbook whose bytes depend on its content only.</summary>
internal static class PlanWorkbook
{
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

        ZipTimes.Clear(file);
        return file.ToArray();
    }
}
