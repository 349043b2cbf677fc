using Avance.Functions.Documents.Reading.Layout;

namespace Avance.Functions.Documents.Reading.Text;

/// <summary>
/// Writes text that has no marked paragraphs or tables: the lines between blank lines are a paragraph, and lines with cells two or
/// more blanks apart, as people lay out tables, are written as a table as well. A wrong guess loses nothing.
/// </summary>
internal sealed class LayoutWriter(IReadSink sink)
{
    /// <summary>The size of a character: two blanks are a gap between cells, one is not.</summary>
    private const float Width = 5;
    private const float Height = 10;
    private const float LineHeight = 12;

    /// <summary>Lines that are laid out together; a table goes on in the next ones.</summary>
    private const int MaxLines = 500;

    private readonly OpenTables tables = new(sink);
    private readonly List<LayoutWord> words = [];
    private readonly List<ReadLocation> places = [];
    private int page;
    private int number;

    public void Add(string paragraph)
    {
        var where = Next();
        sink.Text(paragraph, where);
        foreach (var line in paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            AddWords(line);
            places.Add(where);
        }

        // The blank line below it.
        places.Add(where);
        if (places.Count >= MaxLines)
        {
            WriteTables();
        }
    }

    public void Label(string label, string value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            sink.Text($"{label}: {value}", Next());
        }
    }

    public void End()
    {
        WriteTables();
        tables.End();
    }

    private ReadLocation Next() => new([], Paragraph: ++number);

    private void AddWords(string line)
    {
        var top = places.Count * LineHeight;
        var column = 0;
        var start = -1;
        for (var i = 0; i <= line.Length; i++)
        {
            var isBlank = i == line.Length || char.IsWhiteSpace(line[i]);
            if (!isBlank && start < 0)
            {
                start = i;
            }
            else if (isBlank && start >= 0)
            {
                var left = (column - (i - start)) * Width;
                words.Add(new LayoutWord(line[start..i], left, top, column * Width, top + Height));
                start = -1;
            }

            column += i < line.Length && line[i] == '\t' ? 8 - (column % 8) : 1;
        }
    }

    private void WriteTables()
    {
        page++;
        tables.EndBefore(page - 1);
        foreach (var zone in PageZones.Of(PageLines.Of(new PageWords(words), 1.5f * Width)))
        {
            var found =
                zone.HasColumns ? tables.Take(zone.Lines, page)
                : zone.MayBeRow ? tables.Continue(zone.Lines, page)
                : null;
            foreach (var row in found?.Rows ?? [])
            {
                found?.Table.Add(row, places[(int)(row.Top / LineHeight)]);
            }
        }

        words.Clear();
        places.Clear();
    }
}
