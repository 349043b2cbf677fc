using System.Text;
using Avance.Functions.Documents.Reading.Sheets;
using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Documents.Reading.Csv;

/// <summary>Reads a list separated by <c>,</c> <c>;</c> <c>|</c> or tabs, in UTF-8, UTF-16 or Windows-1252: one table.</summary>
internal sealed class CsvParser(ReadingOptions options) : IDocumentParser
{
    /// <summary>Most characters of a cell: an unclosed quote would make a cell of the rest of the file.</summary>
    private const int MaxCell = 1_000_000;

    /// <summary>Cells of a line, with the empty ones behind its content: as many as Excel has columns, many times over.</summary>
    private const int MaxCells = 1_000_000;

    public string Id => "csv";

    public int Version => 2;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Csv];

    public void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken)
    {
        var encoding = TextEncodings.Of(content, cancellationToken);
        using var text = new StreamReader(
            content,
            encoding,
            detectEncodingFromByteOrderMarks: true,
            -1,
            leaveOpen: true
        );
        var first = new char[4096];
        var separator = CsvSeparator.Of(first.AsSpan(0, text.ReadBlock(first)));
        content.Position = 0;
        text.DiscardBufferedData();

        sink.Table(new ReadLocation([], Cell: "A1"));
        var row = new List<string>();
        var wide = new HashSet<int>();
        var number = 1;
        while (ReadRow(text, separator, row, cancellationToken))
        {
            if (number == 1)
            {
                row[0] = row[0].TrimStart('\uFEFF');
            }

            if (IsTooWide(row))
            {
                // A single such line is a text full of commas; two of the same width are a table that is too wide.
                if (!wide.Add(row.Count))
                {
                    throw new UnreadableException(ReadTrouble.TooManyCells, $"rows of {row.Count} columns");
                }

                sink.Text(string.Join(separator, row), new ReadLocation([], Cell: CellNames.Of(0, number)));
            }
            // Excel's first line that states the separator is no row.
            else if (number > 1 || !row[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                sink.Row(row, new ReadLocation([], Cell: CellNames.Of(0, number)));
            }

            number++;
        }
    }

    private static bool ReadRow(
        StreamReader text,
        char separator,
        List<string> row,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        row.Clear();
        var cell = new StringBuilder();
        var quoted = false;
        int next;
        if (text.Peek() < 0)
        {
            return false;
        }

        while ((next = text.Read()) >= 0)
        {
            var c = (char)next;
            if (quoted)
            {
                if (c == '"' && text.Peek() == '"')
                {
                    _ = text.Read();
                }
                else if (c == '"')
                {
                    quoted = false;
                    continue;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
                continue;
            }
            else if (c == separator)
            {
                Add(row, cell);
                continue;
            }
            else if (c == '\n' || (c == '\r' && text.Peek() != '\n'))
            {
                break;
            }

            if (cell.Append(c).Length > MaxCell)
            {
                throw new UnreadableException(ReadTrouble.Malformed, "a cell of a million characters");
            }
        }

        Add(row, cell);
        return true;
    }

    private bool IsTooWide(List<string> row) => row.FindLastIndex(cell => cell.Length > 0) >= options.Columns;

    private static void Add(List<string> row, StringBuilder cell)
    {
        // Trailing empty cells do not count towards the limit, but a million of them must not be kept in memory.
        if (row.Count >= MaxCells)
        {
            throw new UnreadableException(ReadTrouble.TooManyCells, $"more than {row.Count} columns");
        }

        row.Add(cell.ToString());
        cell.Clear();
    }
}
