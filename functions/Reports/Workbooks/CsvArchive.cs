using System.Globalization;
using System.IO.Compression;
using System.Text;
using Avance.Functions.Documents.Reading.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Avance.Functions.Reports.Workbooks;

/// <summary>
/// Writes sheets as CSV files in a ZIP, as Excel in Peru opens them: UTF-8 with BOM, semicolons, decimal points, no
/// thousands separators, days before months.
/// </summary>
public static class CsvArchive
{
    public const string ContentType = "application/zip";

    /// <summary>For other lists that are opened in the same way.</summary>
    internal static readonly CsvConfiguration Configuration = new(Messages.Culture)
    {
        Delimiter = ";",
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = [.. FormulaStarts.All],
        InjectionEscapeCharacter = '\'',
    };

    /// <param name="output">Need not be seekable; stays open.</param>
    public static void Write(IReadOnlyList<ReportSheet> sheets, Stream output)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var sheet in sheets.Prepend(ReportSheets.Legend(sheets)))
        {
            using var stream = archive.CreateEntry($"{sheet.Name}.csv").Open();
            using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            using var csv = new CsvWriter(text, Configuration);
            WriteRow(csv, sheet.Columns.Select(column => column.Title));
            foreach (var row in sheet.Rows)
            {
                WriteRow(csv, row.Select(TextOf));
            }
        }
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private static string TextOf(object value) =>
        value switch
        {
            DateTime time => time.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => (string)value,
        };
}
