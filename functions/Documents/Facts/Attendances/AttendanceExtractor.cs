using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Finds how many women and men a document counts, in lists, tables and sentences.</summary>
public static class AttendanceExtractor
{
    public static readonly ExtractorVersion Version = new("attendance", 7);

    /// <param name="pieces">The pieces of the same document.</param>
    public static IEnumerable<Attendance> Extract(DocumentText document, IEnumerable<TextPiece> pieces)
    {
        var legend = new SexLegend();
        var sentences = new List<Attendance>();
        foreach (var piece in LabelLines.Joined(pieces))
        {
            var tokens = Tokens.Of(piece.Folded);
            if (!legend.Add(piece.Folded, tokens))
            {
                sentences.AddRange(SentenceAttendance.Of(piece, tokens));
            }
        }

        foreach (var table in document.Tables)
        {
            legend.Add(table);
        }

        var tables = JoinedTables
            .Of(document)
            .SelectMany(table => TableAttendance.Of(table, legend, drawn: false))
            .ToList();
        var drawn = LayoutTables
            .Of(document.Blocks)
            .SelectMany(table => TableAttendance.Of(table, legend, drawn: true))
            .Where(list => !tables.Contains(list));
        var lists = tables.Concat(drawn).ToList();
        // The lines of a page are cut into columns in two ways. A list that one way could read counts; the other way's is dropped.
        var readElsewhere = lists.Where(list => !HasNoKnownSex(list)).Select(list => list.Where).ToHashSet();
        return lists.Where(list => !HasNoKnownSex(list) || !readElsewhere.Contains(list.Where)).Concat(sentences);
    }

    private static bool HasNoKnownSex(Attendance list) => list is { Women: null, Men: null, Unread.Count: > 0 };
}
