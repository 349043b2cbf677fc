using System.Text;

namespace Avance.Functions.Documents.Reading;

/// <summary>
/// Builds paragraphs and tables from start and end events of a parser. In a damaged document an element may never end, or end
/// without a start.
/// </summary>
internal sealed class BlockBuilder(IReadSink sink, ReadingOptions options)
{
    private readonly Stack<StringBuilder> paragraphs = new();
    private readonly Stack<Table> tables = new();
    private long characters;
    private int cells;
    private int rows;
    private int number;

    /// <summary>Characters of all text so far, with blanks.</summary>
    public long Characters => characters;

    /// <summary>From 1; null in formats that have no pages.</summary>
    public int? Page { get; set; }

    public void StartParagraph()
    {
        if (paragraphs.Count >= options.XmlDepth)
        {
            throw new UnreadableException(ReadTrouble.TooDeep, "paragraphs within paragraphs");
        }

        paragraphs.Push(new StringBuilder());
    }

    /// <summary>Text outside of a paragraph is white space of the file's format, and ignored.</summary>
    public void Append(ReadOnlyMemory<char> text)
    {
        if (paragraphs.TryPeek(out var paragraph))
        {
            Count(text.Length);
            paragraph.Append(text);
        }
    }

    public void Append(string text) => Append(text.AsMemory());

    public void EndParagraph()
    {
        var paragraph = paragraphs.TryPop(out var builder) ? builder.ToString() : "";
        if (string.IsNullOrWhiteSpace(paragraph))
        {
            return;
        }

        number++;

        if (tables.TryPeek(out var table) && table.Cell is { } cell)
        {
            cell.Append(cell.Length > 0 ? "\n" : "").Append(paragraph);
        }
        else
        {
            sink.Text(paragraph, Where());
        }
    }

    public void StartTable() => tables.Push(new Table(Where()));

    public void StartRow()
    {
        if (tables.TryPeek(out var table))
        {
            EndRow();
            table.Row = [];
            // The next paragraph is the first of the row.
            table.RowNumber = number + 1;
        }
    }

    public void StartCell()
    {
        if (!tables.TryPeek(out var table) || table.Row is null)
        {
            return;
        }

        EndCell();
        table.Cell = new StringBuilder();
        table.Span = 1;
    }

    /// <summary>Sets the number of columns that the cell spans; those after the first are empty.</summary>
    public void Span(int columns)
    {
        if (tables.TryPeek(out var table))
        {
            table.Span = columns;
        }
    }

    public void EndCell()
    {
        if (!tables.TryPeek(out var table) || table.Cell is null || table.Row is null)
        {
            return;
        }

        if (table.Row.Count + table.Span > options.Columns || (cells += table.Span) > options.ThousandCells * 1_000)
        {
            throw new UnreadableException(ReadTrouble.TooManyCells, $"{table.Row.Count} columns, {cells} cells");
        }

        table.Row.Add(table.Cell.ToString());
        for (var i = 1; i < table.Span; i++)
        {
            table.Row.Add("");
        }

        table.Cell = null;
    }

    public void EndRow()
    {
        if (tables.TryPeek(out var table) && table.Row is { } row)
        {
            EndCell();
            if (++rows > options.Rows)
            {
                throw new UnreadableException(ReadTrouble.TooManyCells, $"{rows} rows");
            }

            table.Rows.Add((row, table.RowNumber));
            table.Row = null;
        }
    }

    /// <summary>A table within a table is a table of its own: web pages and mails use the outer one for their layout.</summary>
    public void EndTable()
    {
        EndRow();
        if (!tables.TryPop(out var table))
        {
            return;
        }

        // A table of one column is a frame around text.
        if (table.Rows.TrueForAll(row => row.Cells.Count(cell => cell.Length > 0) <= 1))
        {
            foreach (var (row, paragraph) in table.Rows)
            {
                sink.Text(string.Join("", row), Where(paragraph));
            }

            return;
        }

        sink.Table(table.Where);
        foreach (var (row, paragraph) in table.Rows)
        {
            sink.Row(row, Where(paragraph));
        }
    }

    /// <summary>Ends what a damaged document left open.</summary>
    public void End()
    {
        while (paragraphs.Count > 0)
        {
            EndParagraph();
        }

        while (tables.Count > 0)
        {
            EndTable();
        }
    }

    private ReadLocation Where(int? paragraph = null) => new([], Page, Paragraph: Math.Max(paragraph ?? number, 1));

    private void Count(int length)
    {
        characters += length;
        if (characters > options.MillionCharacters * 1_000_000L)
        {
            throw new UnreadableException(
                ReadTrouble.TooLarge,
                $"more than {options.MillionCharacters} million characters of text"
            );
        }
    }

    private sealed class Table(ReadLocation where)
    {
        public ReadLocation Where => where;

        public List<(List<string> Cells, int Number)> Rows { get; } = [];

        public List<string>? Row { get; set; }

        public int RowNumber { get; set; }

        public StringBuilder? Cell { get; set; }

        public int Span { get; set; } = 1;
    }
}
