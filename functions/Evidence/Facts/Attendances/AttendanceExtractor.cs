using Avance.Functions.Evidence.Facts.Text;

namespace Avance.Functions.Evidence.Facts.Attendances;

/// <summary>Finds how many women and men a document counts, in lists, tables and sentences.</summary>
public static class AttendanceExtractor
{
    public static readonly ExtractorVersion Version = new("attendance", 4);

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

        var tables = document.Tables.SelectMany(table => TableAttendance.Of(table, legend, drawn: false));
        var drawn = LayoutTables
            .Of(document.Blocks)
            .SelectMany(table => TableAttendance.Of(table, legend, drawn: true));
        return tables.Concat(drawn).Concat(sentences);
    }
}
