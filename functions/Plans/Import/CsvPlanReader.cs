using System.Globalization;
using System.IO.Compression;
using System.Text;
using Avance.Functions.Documents.Reading.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Avance.Functions.Plans.Import;

/// <summary>
/// Reads the sheets as CSV files in a ZIP, as Excel saves them: separated by <c>,</c> <c>;</c> or tabs, in UTF-8 or
/// Windows-1252.
/// </summary>
internal static class CsvPlanReader
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>True for the sheets; macOS adds entries of its own, with the same endings.</summary>
    public static bool IsCsv(ZipArchiveEntry entry) =>
        entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
        && !entry.Name.StartsWith('.')
        && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    public static RawPlan Read(ZipArchive package)
    {
        var sheets = new List<RawSheet>();
        var problems = new List<ImportProblem>();
        foreach (var entry in package.Entries.Where(IsCsv).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            using var content = new MemoryStream();
            using (var packed = entry.Open())
            {
                packed.CopyTo(content);
            }

            var name = CellText.Clean(Path.GetFileNameWithoutExtension(entry.Name));
            sheets.Add(ReadSheet(name, Decode(content.ToArray()), problems));
        }

        return new RawPlan(sheets, problems);
    }

    private static RawSheet ReadSheet(string name, string text, List<ImportProblem> problems)
    {
        var rows = new List<RawRow>();
        var offset = 0;
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            // Excel's own first line names the separator and is not data.
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            text = end < 0 ? "" : text[(end + 1)..];
            offset = 1;
        }

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Separator(text),
            IgnoreBlankLines = false,
            // A quote in the middle of a text (5" de ancho) is a quote; one that never closes ends with the file.
            BadDataFound = null,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        while (parser.Read())
        {
            var cells = parser.Record ?? [];
            var row = new RawRow(
                parser.Row + offset,
                [
                    .. cells
                        .Take(ImportLimits.MaxColumns)
                        .Select(cell => new Cell(FormulaText.Unescape(CellText.Clean(cell)))),
                ]
            );
            if (row.IsEmpty)
            {
                continue;
            }

            if (rows.Count == ImportLimits.MaxRows)
            {
                problems.Add(ImportProblem.Of(name, row.Number, null, null, "too-many-rows", ImportLimits.MaxRows));
                break;
            }

            rows.Add(row);
        }

        return new RawSheet(name, rows);
    }

    /// <summary>The sign that the first line has most of, outside of quotes.</summary>
    private static string Separator(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var quoted = false;
        var counts = new Dictionary<char, int>
        {
            [','] = 0,
            [';'] = 0,
            ['\t'] = 0,
        };
        foreach (var c in end < 0 ? text : text[..end])
        {
            quoted ^= c == '"';
            if (!quoted && counts.TryGetValue(c, out var count))
            {
                counts[c] = count + 1;
            }
        }

        return counts.MaxBy(pair => pair.Value).Key.ToString();
    }

    private static string Decode(byte[] content)
    {
        if (content.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8.GetString(content, 3, content.Length - 3);
        }

        if (content.AsSpan().StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode.GetString(content, 2, content.Length - 2);
        }

        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            // Excel in Peru writes plain CSV in Windows-1252, in which every byte is a character.
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }
}
