using Avance.Functions.Reports.Composition;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Avance.Bench.Reports;

/// <summary>
/// The text of a report written with the library and nothing else: paragraphs and tables one after the other, without
/// styles, numbers, notes, links, contents and charts. What these say stands there as paragraphs.
/// </summary>
internal static class BareWord
{
    public static void Write(ReportDocument report, Stream output)
    {
        using var word = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document);
        var body = new Body();
        var cover = report.Cover;
        Add([cover.Body, cover.WorkingGroup, cover.Title, cover.Plan, cover.Period, cover.Date]);
        Add(report.Sections.Select(section => section.Title));
        foreach (var section in report.Sections)
        {
            Add([section.Title]);
            body.Append(section.Blocks.SelectMany(Block));
        }

        word.AddMainDocumentPart().Document = new Document(body);

        void Add(IEnumerable<string> lines) => body.Append(lines.Select(ParagraphOf));
    }

    private static IEnumerable<OpenXmlElement> Block(ReportBlock block) =>
        block switch
        {
            ParagraphBlock paragraph => Paragraphs(paragraph.Text),
            ListBlock list => list.Items.SelectMany(Paragraphs),
            TableBlock table => [ParagraphOf(table.Caption), TableOf(table)],
            ChartBlock chart => [ParagraphOf(chart.Caption), ParagraphOf(chart.Description)],
            _ => throw new InvalidOperationException($"A report has no {block.GetType().Name}."),
        };

    private static Table TableOf(TableBlock table) =>
        new(
            table
                .Rows.Select(row => new TableRow(row.Cells.Select(cell => new TableCell(cell.SelectMany(Paragraphs)))))
                .Prepend(new TableRow(table.Columns.Select(column => new TableCell(ParagraphOf(column.Title)))))
        );

    private static IEnumerable<Paragraph> Paragraphs(RichText text) =>
        [ParagraphOf(text.Text), .. text.Notes.Select(ParagraphOf)];

    private static Paragraph ParagraphOf(string text) => new(new WordRun(new Text(text)));
}
