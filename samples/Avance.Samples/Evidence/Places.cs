using Avance.Samples.Evidence.Expected;

namespace Avance.Samples.Evidence;

/// <summary>Where the rows of a paper stand, in each kind of format; a paragraph is one row.</summary>
internal static class Places
{
    public static IEnumerable<string> OnPages(PageLayout layout) => layout.PageOfRow.Select(page => $"page {page}");

    public static IEnumerable<string> OnPage(Paper paper, int page) => Rows(paper).Select(_ => $"page {page}");

    public static IEnumerable<string> InPicture(Paper paper, int picture) =>
        Rows(paper).Select(_ => $"picture {picture}");

    /// <summary>Word processors and web pages: each cell is a paragraph of its own.</summary>
    public static IEnumerable<string> InParagraphs(Paper paper)
    {
        var number = 1;
        foreach (var row in Rows(paper))
        {
            yield return $"paragraph {number}";
            number += row.Count(cell => cell.Length > 0);
        }
    }

    /// <summary>Plain text: what stands between blank lines is a paragraph, tables as well.</summary>
    /// <param name="before">Paragraphs before the first, as the headers of a mail.</param>
    public static IEnumerable<string> InPlainText(Paper paper, int before = 0) =>
        paper.Blocks.SelectMany((block, index) => block.Rows.Select(_ => $"paragraph {index + 1 + before}"));

    /// <summary>Sheets: the first cell of the row.</summary>
    /// <param name="sheet">Null for a list that has no sheets.</param>
    public static IEnumerable<string> InCells(Paper paper, string? sheet)
    {
        var place = sheet is null ? "cell" : $"sheet {sheet} cell";
        return SheetRows(paper)
            .Select((row, index) => (row, index))
            .Where(item => item.row.Length > 0)
            .Select(item => $"{place} A{item.index + 1}");
    }

    /// <summary>The rows of a sheet: an empty one before each table that does not come first.</summary>
    public static IEnumerable<string[]> SheetRows(Paper paper) =>
        paper.Blocks.SelectMany((block, index) => block.IsTable && index > 0 ? block.Rows.Prepend([]) : block.Rows);

    /// <summary>The notes of a paper at their places, each once.</summary>
    public static List<NotedFact> Facts(Paper paper, IEnumerable<string> places)
    {
        var place = places.ToList();
        var first = 0;
        var facts = new List<NotedFact>();
        foreach (var block in paper.Blocks)
        {
            facts.AddRange(
                block.Notes.Select(item => new NotedFact(item.Note.Sort, item.Note.Value, place[first + item.Row]))
            );
            first += block.Rows.Length;
        }

        return [.. facts.Distinct()];
    }

    private static IEnumerable<string[]> Rows(Paper paper) => paper.Blocks.SelectMany(block => block.Rows);
}
