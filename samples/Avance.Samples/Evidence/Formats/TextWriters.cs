using System.Text;

namespace Avance.Samples.Evidence.Formats;

/// <summary>Writes what any editor opens: plain text, web pages and lists separated by semicolons.</summary>
internal static class TextWriters
{
    private const int Gap = 3;

    static TextWriters() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>What a program writes that knows nothing but Western Europe, as Excel does for a CSV.</summary>
    public static Encoding Windows1252 => Encoding.GetEncoding(1252);

    /// <summary>Paragraphs between blank lines, tables in columns.</summary>
    public static string Plain(Paper paper) =>
        string.Join(
            "\r\n\r\n",
            paper.Blocks.Select(block => block.IsTable ? string.Join("\r\n", Columns(block.Rows)) : block.Text)
        ) + "\r\n";

    /// <summary>With the mark of its byte order in front.</summary>
    public static byte[] Marked(string text, Encoding encoding) =>
        [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

    public static string Html(Paper paper) =>
        $"<!DOCTYPE html>\n<html lang=\"es\"><head><meta charset=\"utf-8\"><title>Documento</title></head><body>\n{string.Join('\n', paper.Blocks.Select(HtmlBlock))}\n</body></html>\n";

    public static string Csv(IEnumerable<string[]> rows) =>
        string.Concat(rows.Select(cells => string.Join(';', cells.Select(Quoted)) + "\r\n"));

    private static IEnumerable<string> Columns(string[][] rows)
    {
        var widths = Enumerable
            .Range(0, rows.Max(row => row.Length))
            .Select(column => rows.Max(row => column < row.Length ? row[column].Length : 0) + Gap)
            .ToList();
        return rows.Select(row => string.Concat(row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    private static string HtmlBlock(Block block) =>
        block.IsTable
            ? $"<table border=\"1\">{string.Concat(block.Rows.Select(HtmlRow))}</table>"
            : $"<p>{Packages.Escape(block.Text)}</p>";

    private static string HtmlRow(string[] cells) =>
        $"<tr>{string.Concat(cells.Select(cell => $"<td>{Packages.Escape(cell)}</td>"))}</tr>";

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(";\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
