using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Finds how many women and men a document counts, in lists, tables and sentences.</summary>
public static class AttendanceExtractor
{
    public static readonly ExtractorVersion Version = new("attendance", 7);

    /// <param name="pieces">The pieces of the same document.</param>
    public static IEnumerable<Attendance> Extract(DocumentText document, IEnumerable<TextPiece> pieces)
    {
        Sex? legend = null;
        var sentences = new List<Attendance>();
        foreach (var piece in pieces)
        {
            var tokens = Tokens.Of(piece.Folded);
            legend ??= SexLegend.In(tokens);
            sentences.AddRange(SentenceAttendance.Of(piece, tokens));
        }

        var counted = new List<Attendance>();
        var places = new HashSet<ReadLocation>();
        foreach (var table in document.Tables)
        {
            var found = TableAttendance.Of(table, legend, drawn: false).ToList();
            counted.AddRange(found);
            places.UnionWith(found.Count == 0 ? [] : table.Rows.Select(row => row.Where));
        }

        // The lines of a table are text as well, where the figure of a row may stand before the word of the next.
        return counted.Concat(
            sentences.Where(found =>
                !places.Contains(found.Where) || !found.Doubts.Contains(DoubtCode.OneSexOnly, StringComparer.Ordinal)
            )
        );
    }
}
