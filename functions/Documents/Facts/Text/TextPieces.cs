namespace Avance.Functions.Documents.Facts.Text;

/// <summary>
/// Cuts what was read into pieces. Lines of a page whose columns were kept become one piece a column: a document number
/// that wraps in its cell goes on below, not at the end of the line.
/// </summary>
public static class TextPieces
{
    // Two blanks occur in justified prose; three do not.
    private const int ColumnBlanks = 3;

    // Characters by which the lines of a cell may begin apart.
    private const int Indent = 3;

    // A longer line is not one of a page, and would make a quadratic number of columns.
    private const int MaxColumnarLine = 1_000;

    /// <summary>In order of appearance, text before tables.</summary>
    public static IEnumerable<TextPiece> Of(DocumentText document)
    {
        var open = new List<PieceBuilder>();
        ReadLocation? before = null;
        foreach (var block in document.Blocks)
        {
            if (before is null || !GoesOn(before, block.Where))
            {
                foreach (var piece in open)
                {
                    yield return piece.Build();
                }

                open.Clear();
            }

            before = block.Where;
            foreach (var line in ReadableText.Clean(block.Text).Split('\n'))
            {
                foreach (var piece in AddLine(open, line, block.Where))
                {
                    yield return piece;
                }
            }
        }

        foreach (var piece in open)
        {
            yield return piece.Build();
        }

        foreach (var cell in Cells(document))
        {
            yield return cell;
        }
    }

    private static IEnumerable<TextPiece> Cells(DocumentText document) =>
        from table in document.Tables
        from row in table.Rows
        from cell in row.Cells
        where !string.IsNullOrWhiteSpace(cell)
        select TextPiece.Of(cell, row.Where);

    /// <summary>Lines of one page go on; paragraphs and cells stand alone.</summary>
    private static bool GoesOn(ReadLocation before, ReadLocation now) =>
        before.Paragraph is null
        && now.Paragraph is null
        && before.Cell is null
        && now.Cell is null
        && before.Page == now.Page
        && before.Path.Equals(now.Path);

    /// <summary>Continues the columns above the line, and gives back those that end here.</summary>
    private static List<TextPiece> AddLine(List<PieceBuilder> open, string line, ReadLocation where)
    {
        var segments = where.Paragraph is null ? Segments(open, line) : Whole(line);
        if (segments.Count == 0)
        {
            return [];
        }

        var prose = segments.Count == 1 && open.Count == 1;
        var next = new List<PieceBuilder>(segments.Count);
        foreach (var segment in segments)
        {
            var above = prose ? open[0] : open.Find(piece => StandsBelow(segment, piece.Last));
            var piece = above is { IsFull: false } && !next.Contains(above) ? above : new PieceBuilder();
            piece.Add(segment, where);
            next.Add(piece);
        }

        var ended = open.Where(piece => !next.Contains(piece)).Select(piece => piece.Build()).ToList();
        open.Clear();
        open.AddRange(next);
        return ended;
    }

    /// <summary>Blanks and tabs in a paragraph of a word processor make no columns.</summary>
    private static List<Segment> Whole(string line) =>
        line.AsSpan().Trim().IsEmpty ? [] : [new Segment(line.Trim(), 0)];

    private static List<Segment> Segments(List<PieceBuilder> open, string line)
    {
        if (line.Length > MaxColumnarLine)
        {
            return Whole(line);
        }

        var wide = Segment.Split(line, ColumnBlanks);

        if (wide.Count == 1 && open.Count < 2)
        {
            return wide;
        }

        // Columns may stand as close as two blanks, once it is known that there are columns.
        var narrow = Segment.Split(line, 2);
        var columnar = wide.Count > 1 || narrow.TrueForAll(part => open.Exists(piece => StandsBelow(part, piece.Last)));
        return columnar ? WithNumbersWhole(narrow, line) : wide;
    }

    /// <summary>Titles are spaced out: INFORME, some blanks, N°, some blanks, the number.</summary>
    private static List<Segment> WithNumbersWhole(List<Segment> segments, string line)
    {
        for (var i = segments.Count - 1; i > 0; i--)
        {
            var (left, right) = (segments[i - 1], segments[i]);
            if (
                (IsSign(left.Text[^1]) && IsNumber(right.Text))
                || (right.Text is ['N', var sign, ..] && IsSign(sign) && right.Text.Length > 3)
            )
            {
                segments[i - 1] = new Segment(line[left.Start..right.End], left.Start);
                segments.RemoveAt(i);
            }
        }

        return segments;

        static bool IsSign(char c) => c is '°' or 'º' or '№';
        static bool IsNumber(string text) =>
            text.Length > 4 && (char.IsAsciiDigit(text[0]) || (text[0] == 'D' && char.IsAsciiDigit(text[1])));
    }

    private static bool StandsBelow(Segment below, Segment above)
    {
        var overlap = below.Overlap(above);
        return overlap > 0
            && (
                Math.Abs(below.Start - above.Start) <= Indent
                || (overlap * 2 >= below.Text.Length && overlap * 2 >= above.Text.Length)
            );
    }
}
