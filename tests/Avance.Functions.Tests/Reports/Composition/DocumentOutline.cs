using Avance.Functions.Reports.Composition;

namespace Avance.Functions.Tests.Reports.Composition;

/// <summary>The structure of a report in a line for each part, without what is said in paragraphs.</summary>
internal static class DocumentOutline
{
    public static string Of(ReportDocument document) =>
        string.Join('\n', [$"{document.Cover}", .. document.Sections.SelectMany(Lines), ""]);

    /// <summary>All that a report says, a line each.</summary>
    public static IEnumerable<string> Texts(ReportDocument document) =>
        document.Sections.SelectMany(section => section.Blocks.SelectMany(Texts).Prepend(section.Title));

    private static IEnumerable<string> Texts(ReportBlock block) =>
        block switch
        {
            ParagraphBlock paragraph => Texts(paragraph.Text),
            ListBlock list => list.Items.SelectMany(Texts),
            TableBlock table => table.Rows.SelectMany(row => row.Cells.SelectMany(cell => cell.SelectMany(Texts))),
            ChartBlock chart => [chart.Caption, chart.Description],
            _ => [],
        };

    private static IEnumerable<string> Texts(RichText text) => [text.Text, .. text.Notes];

    private static IEnumerable<string> Lines(ReportSection section) =>
        section
            .Blocks.Select(Line)
            .Prepend(
                $"{new string('#', section.Level)} {section.Title} [{section.Id}]{(section.IsLandscape ? " ↔" : "")}"
            );

    private static string Line(ReportBlock block) =>
        block switch
        {
            ParagraphBlock => "  paragraph",
            ListBlock list => $"  list of {list.Items.Count}{(list.IsNumbered ? $" from {list.Start}" : "")}",
            TableBlock table =>
                $"  table «{table.Caption}»: {string.Join(" | ", table.Columns.Select(column => column.Title))}: "
                    + $"{table.Rows.Count} rows, {table.Rows.Sum(Notes)} notes",
            ChartBlock chart => $"  chart «{chart.Caption}»: {string.Join(" | ", chart.Categories)}: "
                + string.Join("; ", chart.Series.Select(series => $"{series.Name} {string.Join(", ", series.Values)}")),
            _ => $"  {block.GetType().Name}",
        };

    private static int Notes(ReportTableRow row) => row.Cells.Sum(cell => cell.Sum(text => text.Notes.Count));
}
