using System.Globalization;
using System.IO.Compression;
using System.Text;
using Avance.Functions.Reports.Workbooks;
using CsvHelper;

namespace Avance.Functions.Reports.EvidenceArchives;

/// <summary>The list of the files of an archive, <c>indice.csv</c>, as Excel in Peru opens it.</summary>
internal static class EvidenceIndex
{
    public const string Name = "indice.csv";

    private const string Message = "evidence-index";

    private static readonly string[] Columns =
    [
        "activity",
        "named",
        "unit",
        "file",
        "size",
        "hash",
        "state",
        "uploaded",
    ];

    public static async Task WriteAsync(
        ZipArchive archive,
        IEnumerable<ArchivedFile> files,
        BusinessCalendar calendar,
        CancellationToken cancellationToken
    )
    {
        await using var stream = await archive.CreateEntry(Name).OpenAsync(cancellationToken);
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await using var csv = new CsvWriter(text, CsvArchive.Configuration);
        await WriteRowAsync(csv, Columns.Select(column => Messages.Text($"{Message}.{column}")));
        foreach (var (file, title, unit, path) in files)
        {
            await WriteRowAsync(
                csv,
                [
                    file.Address.Activity.ToString(),
                    CellText.Clean(title),
                    unit,
                    path.Length > 0 ? path : Messages.Text($"{Message}.missing"),
                    file.Size.ToString(CultureInfo.InvariantCulture),
                    file.Sha256,
                    ColumnTexts.WordOf("State", file.State.ToString()),
                    calendar.ToLocal(file.At).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
                ]
            );
        }
    }

    private static Task WriteRowAsync(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        return csv.NextRecordAsync();
    }
}
