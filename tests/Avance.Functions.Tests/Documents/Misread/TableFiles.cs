using System.Text;
using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Files of tables that are written as lines, with a bar between cells.</summary>
internal static class TableFiles
{
    /// <summary>A sheet saved as CSV.</summary>
    public static byte[] Csv(string rows) =>
        Encoding.UTF8.GetBytes(
            string.Join("\r\n", Rows(rows).Select(row => string.Join(';', row.Select(cell => $"\"{cell}\""))))
        );

    /// <summary>A Word document; a line without a bar is a paragraph, and ends a table as an empty line does.</summary>
    public static byte[] Docx(string lines)
    {
        var body = new StringBuilder();
        var table = new List<string[]>();
        foreach (var line in lines.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            if (line.Contains('|', StringComparison.Ordinal))
            {
                table.Add(Cells(line));
                continue;
            }

            body.Append(table.Count > 0 ? TestOffice.Table([.. table]) : "").Append(TestOffice.Paragraph(line));
            table.Clear();
        }

        return TestOffice.Docx(body.ToString());
    }

    public static IEnumerable<string[]> Rows(string rows) => rows.ReplaceLineEndings("\n").Split('\n').Select(Cells);

    private static string[] Cells(string line) => [.. line.Split('|').Select(cell => cell.Trim())];
}
