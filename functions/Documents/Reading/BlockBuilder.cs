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
        table.RowSpan = 1;
        table.IsMerged = false;
    }

    /// <summary>Sets that the cell is merged with the one above.</summary>
    public void Merge()
    {
        if (tables.TryPeek(out var table))
        {
            table.IsMerged = true;
        }
    }

    /// <summary>Sets the number of rows that the cell spans.</summary>
    public void RowSpan(int rows)
    {
        if (tables.TryPeek(out var table))
        {
            table.RowSpan = Math.Clamp(rows, 1, options.Rows);
        }
    }

    /// <summary>Adds the cells that the rows above span, in formats that leave them out.</summary>
    public void AddSpanned()
    {
        EndCell();
        while (tables.TryPeek(out var table) && table.Row is { } row && table.IsSpanned(row.Count))
        {
            StartCell();
            EndCell();
        }
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

        for (var i = 0; i < table.Span; i++)
        {
            table.Place(table.Row.Count, i == 0);
            table.Row.Add(i == 0 ? table.Cell.ToString() : "");
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

            table.Rows.Add((row, table.RowNumber, table.Merged));
            table.Merged = null;
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
            foreach (var (row, paragraph, _) in table.Rows)
            {
                sink.Text(string.Join("", row), Where(paragraph));
            }

            return;
        }

        sink.Table(table.Where);
        foreach (var (row, paragraph, merged) in table.Rows)
        {
            sink.Row(row, Where(paragraph), merged);
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

        private readonly RowSpans spans = new();

        public List<(List<string> Cells, int Number, List<int>? Merged)> Rows { get; } = [];

        public List<string>? Row { get; set; }

        public int RowNumber { get; set; }

        public StringBuilder? Cell { get; set; }

        public int Span { get; set; } = 1;

        public int RowSpan { get; set; } = 1;

        public bool IsMerged { get; set; }

        /// <summary>Positions of the row's cells that are merged with those above; null for none.</summary>
        public List<int>? Merged { get; set; }

        /// <summary>True if a cell of a row above spans this row in the column.</summary>
        public bool IsSpanned(int column) => spans.Covers(column, Rows.Count);

        /// <summary>Notes what the cell in a column spans, and what spans it.</summary>
        /// <param name="isFirst">False for the columns that the cell spans beyond its first.</param>
        public void Place(int column, bool isFirst)
        {
            if ((IsMerged && isFirst) || IsSpanned(column))
            {
                (Merged ??= []).Add(column);
            }
            else if (RowSpan > 1)
            {
                spans.Add(column, Rows.Count + RowSpan);
            }
        }
    }
}
