using System.Globalization;
using Avance.Functions.Reports.Composition;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Reports.Word;

/// <summary>
/// The table of contents: a field with its entries filled in, each a link to its heading. Pages are known to Word alone,
/// which adds them when the reader updates the table.
/// </summary>
internal static class WordContents
{
    private const string Code = """TOC \o "1-2" \h \z \u""";
    private const int DeepestLevel = 2;

    public static string BookmarkOf(int section) =>
        string.Create(CultureInfo.InvariantCulture, $"_Toc{9_000_000 + section}");

    public static void Write(WordBody body, ValueList<ReportSection> sections)
    {
        var entries = HeadingNumbers
            .Of(sections)
            .Select((number, index) => (number, Section: sections[index], Bookmark: BookmarkOf(index)))
            .Where(entry => entry.Section.Level <= DeepestLevel)
            .Select(entry => Entry(body, entry.number, entry.Section, entry.Bookmark))
            .ToList();
        if (entries.Count == 0)
        {
            return;
        }

        entries[0].InsertAfter(Mark(FieldCharValues.Begin), entries[0].ParagraphProperties);
        entries[0].InsertAfter(FieldStart(), entries[0].ChildElements[1]);
        entries[0].InsertAfter(Mark(FieldCharValues.Separate), entries[0].ChildElements[2]);
        entries[^1].AppendChild(Mark(FieldCharValues.End));
        body.Add(
            new SdtBlock(
                new SdtProperties(
                    new SdtContentDocPartObject(new DocPartGallery { Val = "Table of Contents" }, new DocPartUnique())
                ),
                new SdtContentBlock([Heading(body), .. entries])
            )
        );
    }

    private static Paragraph Heading(WordBody body)
    {
        var properties = body.Style("TOCHeading");
        properties.PageBreakBefore = new PageBreakBefore();
        return new Paragraph(properties, WordText.Run(WordWriter.Word("Contents")));
    }

    private static Paragraph Entry(WordBody body, string number, ReportSection section, string bookmark) =>
        new(
            body.Style($"TOC{section.Level}"),
            new Hyperlink(WordText.Run($"{number}\t{OneLine(section.Title)}")) { Anchor = bookmark, History = true }
        );

    private static string OneLine(string title) => title.ReplaceLineEndings(" ");

    private static Run FieldStart() => new(new FieldCode($" {Code} ") { Space = SpaceProcessingModeValues.Preserve });

    private static Run Mark(FieldCharValues mark) => new(new FieldChar { FieldCharType = mark });
}
