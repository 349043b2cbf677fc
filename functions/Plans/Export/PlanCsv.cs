using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Avance.Functions.Plans.Export;

/// <summary>Writes sheets as CSV files in a ZIP, as Excel in Peru opens them: UTF-8 with BOM, semicolons.</summary>
internal static class PlanCsv
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ";",
        NewLine = "\r\n",
        // By itself it quotes for the line end of the file only.
        ShouldQuote = field => field.Field?.Contains('\n') == true || ConfigurationFunctions.ShouldQuote(field),
    };

    public static byte[] Write(IEnumerable<PlanTable> tables)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var table in tables)
            {
                var entry = archive.CreateEntry($"{table.Title.ToLowerInvariant()}.csv");
                entry.LastWriteTime = ZipTimes.Epoch;
                using var text = new StreamWriter(
                    entry.Open(),
                    new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
                );
                using var csv = new CsvWriter(text, Configuration);
                foreach (var row in table.Rows)
                {
                    foreach (var cell in row)
                    {
                        csv.WriteField(cell.ToText());
                    }

                    csv.NextRecord();
                }
            }
        }

        return file.ToArray();
    }
}
