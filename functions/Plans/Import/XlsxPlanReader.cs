using System.Text;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Documents.Reading.Sheets;
using Avance.Functions.Documents.Reading.Text;
using ExcelDataReader;

namespace Avance.Functions.Plans.Import;

/// <summary>Reads an Excel workbook (XLSX). Hidden sheets are left out: people keep lists and notes there.</summary>
internal static class XlsxPlanReader
{
    // The library always asks for Windows-1252, although only files before 2007 need it.
    static XlsxPlanReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static RawPlan Read(byte[] content)
    {
        // The unpacked size was checked, and is far below the limits of evidence.
        var readable = WorkbookCopy.Readable(
            new MemoryStream(content, writable: false),
            () => new MemoryStream(),
            new ReadingOptions(),
            CancellationToken.None
        );
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(readable);
        var sheets = new List<RawSheet>();
        var problems = new List<ImportProblem>();
        do
        {
            if (string.Equals(reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase))
            {
                sheets.Add(ReadSheet(reader, problems));
            }
        } while (reader.NextResult());

        return new RawPlan(sheets, problems);
    }

    private static RawSheet ReadSheet(IExcelDataReader reader, List<ImportProblem> problems)
    {
        var name = CellText.Clean(reader.Name);
        var rows = new List<RawRow>();
        for (var number = 1; reader.Read(); number++)
        {
            var cells = new Cell[Math.Min(reader.FieldCount, ImportLimits.MaxColumns)];
            for (var index = 0; index < cells.Length; index++)
            {
                cells[index] = ReadCell(reader, index);
            }

            var row = new RawRow(number, cells);
            if (row.IsEmpty)
            {
                continue;
            }

            if (rows.Count == ImportLimits.MaxRows)
            {
                problems.Add(ImportProblem.Of(name, number, null, null, "too-many-rows", ImportLimits.MaxRows));
                break;
            }

            rows.Add(row);
        }

        return new RawSheet(name, rows);
    }

    private static Cell ReadCell(IExcelDataReader reader, int index)
    {
        var value = SheetValue.Of(reader, index);
        return new Cell(value.Text, value.Number, value.Date);
    }
}
