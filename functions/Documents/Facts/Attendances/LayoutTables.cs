using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>
/// Finds tables of people in lines of text: pdftotext keeps columns apart by runs of blanks, text recognition by a
/// single one. Only tables whose header speaks of sex are found, which is what attendance needs.
/// </summary>
internal static class LayoutTables
{
    // Page footers and headers stand between the rows of a list; more than that is another part of the document.
    private const int MaxLinesBetween = 60;
    private const int MaxLine = 1_000;

    public static IEnumerable<TableBlock> Of(ValueList<TextBlock> blocks)
    {
        LayoutTable? table = null;
        foreach (var block in blocks)
        {
            foreach (var text in ReadableText.Clean(block.Text).Split('\n'))
            {
                if (text.Length is 0 or > MaxLine)
                {
                    continue;
                }

                var line = Segment.Split(text, 2);
                var begun = LayoutTable.Begin(line, block.Where);
                if (begun is not null && !(begun.IsStacked && table?.IsStacked == true && table.Idle < 2))
                {
                    if (table?.IsContinuedBy(begun) == true)
                    {
                        continue;
                    }

                    if (table?.Build() is { } before)
                    {
                        yield return before;
                    }

                    table = begun;
                    continue;
                }

                table?.Add(line, block.Where);
                if (table is { } open && (open.Idle > MaxLinesBetween || !open.Path.Equals(block.Where.Path)))
                {
                    if (open.Build() is { } ended)
                    {
                        yield return ended;
                    }

                    table = null;
                }
            }
        }

        if (table?.Build() is { } last)
        {
            yield return last;
        }
    }
}
