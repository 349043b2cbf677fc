using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Reports.Word;

/// <summary>Footnotes: marks in the text, and at the end a part with what they say.</summary>
internal sealed class WordNotes(WordStyles styles)
{
    private const int SeparatorId = -1;
    private const int ContinuationId = 0;

    private readonly List<string> notes = [];

    /// <summary>The mark of a further note.</summary>
    public Run Mark(string text)
    {
        notes.Add(text);
        return new Run(Style(), new FootnoteReference { Id = notes.Count });
    }

    /// <summary>Lines between text and notes, which settings name.</summary>
    public static FootnoteDocumentWideProperties Settings() =>
        new(new FootnoteSpecialReference { Id = SeparatorId }, new FootnoteSpecialReference { Id = ContinuationId });

    public void Write(MainDocumentPart main)
    {
        using var writer = OpenXmlWriter.Create(main.AddNewPart<FootnotesPart>(PartIds.Next(main)));
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Footnotes());
        writer.WriteElement(Line(SeparatorId, FootnoteEndnoteValues.Separator, new SeparatorMark()));
        writer.WriteElement(
            Line(ContinuationId, FootnoteEndnoteValues.ContinuationSeparator, new ContinuationSeparatorMark())
        );
        for (var index = 0; index < notes.Count; index++)
        {
            writer.WriteElement(
                new Footnote(
                    new Paragraph(
                        new ParagraphProperties(new ParagraphStyleId { Val = styles["FootnoteText"] }),
                        new Run(Style(), new FootnoteReferenceMark()),
                        WordText.Run($" {notes[index]}")
                    )
                )
                {
                    Id = index + 1,
                }
            );
        }

        writer.WriteEndElement();
    }

    private RunProperties Style() => new(new RunStyle { Val = styles["FootnoteReference"] });

    private static Footnote Line(int id, FootnoteEndnoteValues type, OpenXmlElement mark) =>
        new(
            new Paragraph(
                new ParagraphProperties(
                    new SpacingBetweenLines
                    {
                        After = "0",
                        Line = "240",
                        LineRule = LineSpacingRuleValues.Auto,
                    }
                ),
                new Run(mark)
            )
        )
        {
            Type = type,
            Id = id,
        };
}
