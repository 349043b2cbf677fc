using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Tests.Documents.Facts;

/// <summary>Documents as readers give them.</summary>
internal static class Read
{
    public static readonly ReadLocation Here = new([], Page: 1);

    /// <summary>The lines of a page, as pdftotext -layout gives them.</summary>
    public static DocumentText Lines(string text) =>
        new(
            text.ReplaceLineEndings("\n").Split('\n').Select(line => new TextBlock(line, Here)).ToValueList(),
            [],
            1,
            false
        );

    /// <summary>A text with tables laid out with blanks, as the reader of texts gives it.</summary>
    public static DocumentText Drawn(string text)
    {
        var document = new DocumentCollector(new ReadingOptions(), []);
        var writer = new LayoutWriter(document);
        using var reader = new StringReader(text.ReplaceLineEndings("\n"));
        foreach (var paragraph in PlainText.Paragraphs(reader, TestContext.Current.CancellationToken))
        {
            writer.Add(paragraph);
        }

        writer.End();
        return document.ToText();
    }

    /// <summary>A page whose paragraphs stand between blank lines.</summary>
    public static DocumentText Paragraphs(string text) =>
        new(
            text.ReplaceLineEndings("\n")
                .Split("\n\n")
                .Select((part, index) => new TextBlock(part, Here with { Paragraph = index + 1 }))
                .ToValueList(),
            [],
            1,
            false
        );

    /// <summary>A page read from a scan.</summary>
    public static DocumentText Scan(string text) => Lines(text) with { UsedOcr = true };

    /// <summary>A table whose cells are separated by bars, one row a line; rows are placed in column A of a sheet.</summary>
    public static DocumentText Table(string text)
    {
        var rows = text.ReplaceLineEndings("\n")
            .Split('\n')
            .Select(
                (line, index) =>
                    new TableRow(
                        line.Split('|').Select(cell => cell.Trim()).ToValueList(),
                        new ReadLocation([], Sheet: "Lista", Cell: $"A{index + 1}")
                    )
            )
            .ToValueList();
        return new DocumentText([], [new TableBlock(rows, rows[0].Where)], null, false);
    }

    public static DocumentFacts Facts(DocumentText document, string unitOfMeasure = "Informe") =>
        FactExtractor.Extract(document, unitOfMeasure);

    public static DocumentReference Reference(string text) => Facts(Lines(text)).References.ShouldHaveSingleItem();
}
