using System.Globalization;
using Avance.Functions.Reports.Composition;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Reports.Word;

/// <summary>Chapters with what is in them; pages turn where a wide table needs it.</summary>
internal static class WordSections
{
    /// <param name="beginsOnNewPage">False if the first section follows the title on its page.</param>
    public static void Write(
        WordBody body,
        WordPages pages,
        ValueList<ReportSection> sections,
        bool beginsOnNewPage = true
    )
    {
        var captions = new WordCaptions(body);
        var isLandscape = false;
        var isFirst = true;
        for (var index = 0; index < sections.Count; index++)
        {
            var section = sections[index];
            var isTurned = section.IsLandscape != isLandscape;
            if (isTurned)
            {
                body.EndSection(pages.Section(isLandscape, isFirst));
                isLandscape = section.IsLandscape;
                isFirst = false;
            }

            body.TextWidth = pages.TextWidth(isLandscape);
            body.Add(Heading(body, section, index, isOnNewPage: index == 0 && !isTurned && beginsOnNewPage));
            foreach (var block in section.Blocks)
            {
                Write(body, captions, block);
            }
        }

        body.End(pages.Section(isLandscape, isFirst));
    }

    private static void Write(WordBody body, WordCaptions captions, ReportBlock block)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                body.Add(new Paragraph([body.Style("Normal"), .. body.Runs(paragraph.Text)]));
                break;
            case ListBlock list:
                WriteList(body, list);
                break;
            case TableBlock table:
                captions.Add(WordWriter.Word("TableCaption"), table.Caption);
                WordTable.Write(body, table);
                break;
            case ChartBlock chart:
                captions.Add(WordWriter.Word("ChartCaption"), chart.Caption);
                WordChart.Write(body, chart);
                break;
            default:
                throw new ArgumentException($"A {block.GetType().Name} cannot be written.", nameof(block));
        }
    }

    private static void WriteList(WordBody body, ListBlock list)
    {
        var number = list.IsNumbered ? body.Numbering.Numbers(list.Start) : body.Numbering.Bullets;
        foreach (var item in list.Items)
        {
            var properties = body.Style("ListParagraph");
            properties.NumberingProperties = new NumberingProperties(
                new NumberingLevelReference { Val = 0 },
                new NumberingId { Val = number }
            );
            body.Add(new Paragraph([properties, .. body.Runs(item)]));
        }
    }

    private static Paragraph Heading(WordBody body, ReportSection section, int index, bool isOnNewPage)
    {
        var properties = body.Style($"Heading{section.Level}");
        if (isOnNewPage)
        {
            properties.PageBreakBefore = new PageBreakBefore();
        }

        var id = index.ToString(CultureInfo.InvariantCulture);
        return new Paragraph(
            properties,
            new BookmarkStart { Id = id, Name = WordContents.BookmarkOf(index) },
            WordText.Run(section.Title),
            new BookmarkEnd { Id = id }
        );
    }
}
