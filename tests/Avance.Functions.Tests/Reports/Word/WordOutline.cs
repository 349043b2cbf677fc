using Avance.Functions.Tests.Drivers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Tests.Reports.Word;

/// <summary>The structure of a Word file in a line for each part, without what is said in paragraphs.</summary>
internal static class WordOutline
{
    public static string Of(WordFile file) =>
        string.Join(
            '\n',
            [
                .. file.Body.Elements().SelectMany(element => Lines(file, element)),
                .. file.Notes.Select(note => $"note: {note}"),
                "",
            ]
        );

    private static IEnumerable<string> Lines(WordFile file, OpenXmlElement element)
    {
        switch (element)
        {
            case Table table:
                var rows = table.Elements<TableRow>().ToList();
                yield return $"  table: {string.Join(" | ", rows[0].Elements<TableCell>().Select(WordFile.TextOf))}: "
                    + $"{rows.Count - 1} rows, {table.Descendants<FootnoteReference>().Count()} notes, "
                    + $"{table.Descendants<Hyperlink>().Count()} links";
                break;
            case SdtBlock contents:
                yield return "contents:";
                foreach (var entry in contents.Descendants<Paragraph>())
                {
                    yield return $"  {file.StyleOf(entry)}: {WordFile.TextOf(entry)}";
                }

                break;
            case Paragraph paragraph when file.StyleOf(paragraph) is not ("Normal" or "List Paragraph"):
                yield return $"{file.StyleOf(paragraph)}: {WordFile.TextOf(paragraph)}";
                break;
            case Paragraph paragraph when paragraph.Descendants<Drawing>().Any():
                yield return "  chart";
                break;
            case SectionProperties section:
                yield return Section(section);
                break;
            default:
                break;
        }

        if (element.Descendants<SectionProperties>().FirstOrDefault() is { } ended)
        {
            yield return Section(ended);
        }
    }

    private static string Section(SectionProperties section) =>
        $"--- {(section.GetFirstChild<PageSize>()!.Orient?.Value == PageOrientationValues.Landscape ? "landscape" : "upright")}";
}
