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

        var counted = new List<Attendance>();
        var places = new HashSet<ReadLocation>();
        foreach (var table in JoinedTables.Of(document))
        {
            var isOfShares = new Lazy<bool>(() => Title(document, table) is { } title && Measures.IsOfShares(title));
            var found = TableAttendance
                .Of(table, legend)
                .Where(one =>
                    one.Source != AttendanceSource.Table
                    || !Measures.AreHundred(one.Women, one.Men)
                    || !isOfShares.Value
                )
                .ToList();
            counted.AddRange(found);
            places.UnionWith(found.Count == 0 ? [] : table.Rows.Select(row => row.Where));
        }

        // The lines of a table are text as well: what was counted stands there again, or the figure of a row before the word of
        // the next.
        return counted.Concat(sentences.Where(found => !places.Contains(found.Where) || !IsOfTable(found)));

        bool IsOfTable(Attendance found) =>
            found.Doubts.Contains(DoubtCode.OneSexOnly, StringComparer.Ordinal)
            || counted.Exists(table => (table.Women, table.Men) == (found.Women, found.Men));
    }

    /// <summary>The paragraph above a table.</summary>
    private static string? Title(DocumentText document, TableBlock table) =>
        table.Where.Paragraph is { } place
            ? document
                .Blocks.LastOrDefault(block =>
                    block.Where.Paragraph <= place && block.Where.Path.Equals(table.Where.Path)
                )
                ?.Text
            : null;
}
