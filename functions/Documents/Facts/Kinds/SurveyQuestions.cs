using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Kinds;

/// <summary>The questions that head the columns of a survey's answers.</summary>
internal static class SurveyQuestions
{
    private const int MinColumns = 3;
    private const int MinWords = 5;

    /// <summary>The header's cells that are questions, or as long as one, and where they stand.</summary>
    public static IEnumerable<(string Text, ReadLocation Where)> Of(TableBlock table) =>
        table.Rows.FirstOrDefault(row => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) >= MinColumns)
            is { } header
            ? header
                .Cells.Select(ReadableText.Clean)
                .Where(cell => cell.Contains('?', StringComparison.Ordinal) || Tokens.Words(cell).Count() >= MinWords)
                .Select(cell => (cell, header.Where))
            : [];
}
