namespace Avance.Samples.Evidence;

/// <summary>Lays a paper out on A4 pages: for a PDF, and for the pictures of pages.</summary>
internal sealed class PageLayout
{
    private const int Left = 60;
    private const int Top = 60;
    private const int Bottom = 780;
    private const int LineHeight = 14;

    /// <summary>Characters of a line; capitals count for more.</summary>
    private const double LineLength = 88;
    private const double CapitalWidth = 1.35;
    private const int Column = 6;

    private readonly List<List<PlacedText>> pages =
    [
        [],
    ];
    private readonly List<int> pageOfRow = [];
    private int y = Top;

    public PageLayout(Paper paper)
    {
        foreach (var block in paper.Blocks)
        {
            Add(block);
            y += LineHeight / 2;
        }
    }

    public IReadOnlyList<IReadOnlyList<PlacedText>> Pages => pages;

    /// <summary>The page, from 1, on which each row of each block stands, in order.</summary>
    public IReadOnlyList<int> PageOfRow => pageOfRow;

    private void Add(Block block)
    {
        if (!block.IsTable)
        {
            var lines = Wrap(block.Text).ToList();
            NewLine();
            pageOfRow.Add(pages.Count);
            Put(Left, lines[0]);
            foreach (var line in lines.Skip(1))
            {
                NewLine();
                Put(Left, line);
            }

            return;
        }

        var columns = Columns(block.Rows);
        foreach (var row in block.Rows)
        {
            NewLine();
            pageOfRow.Add(pages.Count);
            for (var i = 0; i < row.Length; i++)
            {
                Put(Left + columns[i], row[i]);
            }
        }
    }

    private void NewLine()
    {
        y += LineHeight;
        if (y > Bottom)
        {
            pages.Add([]);
            y = Top + LineHeight;
        }
    }

    private void Put(int x, string text)
    {
        if (text.Length > 0)
        {
            pages[^1].Add(new PlacedText(x, y, text));
        }
    }

    private static List<int> Columns(string[][] rows)
    {
        var columns = new List<int> { 0 };
        for (var i = 0; i + 1 < rows[0].Length; i++)
        {
            columns.Add(columns[^1] + (int)(rows.Max(row => Length(row[i])) * Column) + 14);
        }

        return columns;
    }

    private static IEnumerable<string> Wrap(string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Length(line) + Length(word) + 1 > LineLength)
            {
                yield return line;
                line = "";
            }

            line += line.Length > 0 ? $" {word}" : word;
        }

        yield return line;
    }

    private static double Length(string text) => text.Sum(c => char.IsUpper(c) ? CapitalWidth : 1);
}
