using System.Globalization;
using System.Text;
using Avance.Functions.Documents.Reading.Text;
using ExcelDataReader;

namespace Avance.Functions.Plans.Import;

/// <summary>Reads an Excel workbook (XLSX). Hidden sheets are left out: people keep lists and notes there.</summary>
internal static class XlsxPlanReader
{
    /// <summary>The largest number read; a decimal still holds it exactly.</summary>
    private const double MaxNumber = 1e15;

    // The library always asks for Windows-1252, although only files before 2007 need it.
    static XlsxPlanReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static RawPlan Read(byte[] content)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content, writable: false));
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

    private static Cell ReadCell(IExcelDataReader reader, int index) =>
        reader.GetValue(index) switch
        {
            null => new Cell(""),
            double number when Math.Abs(number) <= MaxNumber => Number((decimal)number, reader, index),
            int number => Number(number, reader, index),
            DateTime date => Date(date),
            bool yes => new Cell(yes ? "Sí" : "No"),
            var other => new Cell(CellText.Clean(Convert.ToString(other, CultureInfo.InvariantCulture))),
        };

    /// <summary>A workbook counts time in parts of a day, which may be some microseconds off.</summary>
    private static Cell Date(DateTime value)
    {
        var date = new DateTime(
            (value.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond
        );
        return new Cell(CellText.Of(date), null, date);
    }

    /// <summary>A cell shown as 70 % holds 0.7; the value shown is the one meant.</summary>
    private static Cell Number(decimal number, IExcelDataReader reader, int index)
    {
        var format = reader.GetNumberFormatString(index);
        var shown = format?.Contains('%', StringComparison.Ordinal) == true ? number * 100 : number;
        return new Cell(CellText.Of(shown), shown);
    }
}
