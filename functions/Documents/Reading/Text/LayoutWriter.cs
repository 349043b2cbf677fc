namespace Avance.Functions.Documents.Reading.Text;

/// <summary>
/// Writes text that has no marked paragraphs or tables: the lines between blank lines are a paragraph, and consecutive lines
/// with cells two or more blanks apart, as <c>pdftotext -layout</c> lays out tables, are written as a table as well. A wrong
/// guess loses nothing.
/// </summary>
internal sealed class LayoutWriter(IReadSink sink, ReadLocation? within = null)
{
    private const string Gap = "  ";

    /// <summary>Columns that no page has room for: such a line is a text with blanks in it.</summary>
    private const int MaxColumns = 200;

    private (string[] Cells, ReadLocation Where)? first;
    private bool inTable;
    private int number;

    /// <summary>Writes the text of a page or picture.</summary>
    public static void Write(string text, IReadSink sink, ReadLocation within, CancellationToken cancellationToken)
    {
        var writer = new LayoutWriter(sink, within);
        using var reader = new StringReader(text);
        foreach (var paragraph in PlainText.Paragraphs(reader, cancellationToken))
        {
            writer.Add(paragraph);
        }

        writer.End();
    }

    public void Add(string paragraph)
    {
        var where = Next();
        sink.Text(paragraph, where);
        foreach (var line in paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split(Gap, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (cells.Length is > 1 and <= MaxColumns)
            {
                AddRow(cells, where);
            }
            else if (cells.Length > 0)
            {
                EndTable();
            }
        }
    }

    public void Label(string label, string value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            sink.Text($"{label}: {value}", Next());
        }
    }

    public void End() => EndTable();

    private ReadLocation Next() => (within ?? new ReadLocation([])) with { Paragraph = ++number };

    private void AddRow(string[] cells, ReadLocation where)
    {
        if (!inTable && first is null)
        {
            // A single such line is a letterhead or a signature.
            first = (cells, where);
            return;
        }

        if (first is var (firstCells, firstWhere))
        {
            sink.Table(firstWhere, isGuess: true);
            sink.Row(firstCells, firstWhere);
            first = null;
            inTable = true;
        }

        sink.Row(cells, where);
    }

    private void EndTable()
    {
        first = null;
        inTable = false;
    }
}
