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

        return document
            .Tables.SelectMany(table => TableAttendance.Of(table, legend, drawn: false))
            .Concat(sentences);
    }
}
